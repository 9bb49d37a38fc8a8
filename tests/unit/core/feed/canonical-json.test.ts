import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "../../../../src/core/feed/canonical-json.ts";
import { anyText } from "../../any-text.ts";

it("has no white space, sorted keys, and escapes only quotes and backslashes", () => {
  const value = { b: [1, true, null, -5], a: { z: 'say "\\ạ\n"', "": 0 } };
  expect(canonicalJson(value)).toBe('{"a":{"":0,"z":"say \\"\\\\ạ\n\\""},"b":[1,true,null,-5]}');
});

it("sorts keys by code point, as Python does, not by UTF-16 unit", () => {
  expect(canonicalJson({ "😀": 1, "｡": 2, a: 3 })).toBe('{"a":3,"｡":2,"😀":1}');
});

it("keeps keys that have a meaning in JavaScript", () => {
  expect(canonicalJson(JSON.parse('{"constructor":1,"__proto__":2}'))).toBe(
    '{"__proto__":2,"constructor":1}',
  );
});

it.each([[1.5], [2 ** 60], [Number.NaN], [undefined], [{ a: [0.1] }]])(
  "refuses %s, over which no signature could be checked",
  (value) => {
    expect(() => canonicalJson(value)).toThrow(RangeError);
  },
);

it("is the same for the same content in whatever order it was written", () => {
  fc.assert(
    fc.property(
      fc.dictionary(anyText({ maxLength: 5 }), fc.integer(), { maxKeys: 8 }),
      (members) => {
        const reversed = Object.fromEntries(Object.entries(members).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(members));
      },
    ),
  );
});
