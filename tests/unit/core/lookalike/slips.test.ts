import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distance, indexSlips, isOneEdit } from "../../../../src/core/lookalike/slips.ts";

const word = fc.stringMatching(/^[abc]{0,7}$/);

describe("one edit", () => {
  it("is a letter more, less or other, or two neighbours swapped", () => {
    for (const near of ["shope", "shoppee", "shobee", "shoepe", "hopee", "shopeee"]) {
      expect(isOneEdit(near, "shopee"), near).toBe(true);
    }
    for (const far of ["shopee", "shop", "sohpe", "shopeeee", "eepohs"]) {
      expect(isOneEdit(far, "shopee"), far).toBe(false);
    }
  });

  it("agrees with the distance, which counts a swap as two", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        if (distance(a, b) === 1) expect(isOneEdit(a, b)).toBe(true);
        if (isOneEdit(a, b)) expect(distance(a, b)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it("is found by the index wherever a scan over all names finds it", () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 12 }), word, (names, asked) => {
        const find = indexSlips(names.map((text) => ({ text })));
        const found = find(asked);
        expect(found !== null).toBe(names.some((name) => isOneEdit(asked, name)));
        if (found !== null) expect(isOneEdit(asked, found.text)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
