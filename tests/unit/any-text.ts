import * as fc from "fast-check";

/**
 * Text of any code points, lone surrogates among them. fast-check's own "binary" unit takes seconds to prepare, since it
 * lists all code points.
 */
export function anyText(constraints: { maxLength?: number } = {}): fc.Arbitrary<string> {
  const unit = fc
    .oneof(
      fc.integer({ min: 0, max: 0x7f }),
      fc.integer({ min: 0x80, max: 0x2fff }),
      fc.integer({ min: 0, max: 0x10ffff }),
    )
    .map((point) => String.fromCodePoint(point));
  return fc.string({ unit, ...constraints });
}
