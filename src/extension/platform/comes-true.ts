/** Milliseconds in which a document that was told to leave must be gone, and between two looks at that. */
const GONE_WITHIN = 2_000;
const LOOK_EVERY = 100;

/** Whether something comes true in the time that a browser takes to show another page. */
export async function comesTrue(look: () => Promise<boolean>): Promise<boolean> {
  for (let waited = 0; waited < GONE_WITHIN; waited += LOOK_EVERY) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    if (await look()) return true;
  }
  return false;
}
