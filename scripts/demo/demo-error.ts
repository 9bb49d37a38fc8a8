/** Something that a person can understand and act on; shown without a stack. */
export class DemoError extends Error {
  override readonly name = "DemoError";
}
