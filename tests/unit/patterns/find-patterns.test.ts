import { expect, test } from "vitest";
import { patternsIn } from "../../patterns/find-patterns.ts";

test("finds expressions wherever they are written, and where others are constructed", () => {
  const { written, constructions } = patternsIn(
    "src/a.ts",
    [
      "const words: readonly RegExp[] = [/a+/g, /* /no/ */ /b/];",
      'const text = "/no/";',
      'new RegExp("c");',
      'RegExp("d", "u");',
      'text.match("e").search(`f`);',
      'text.split("g");',
    ].join("\n"),
  );
  expect(written.map(({ source, flags, at }) => `${at} /${source}/${flags}`)).toEqual([
    "src/a.ts:1 /a+/g",
    "src/a.ts:1 /b/",
  ]);
  expect(constructions.sort()).toEqual(["src/a.ts:3", "src/a.ts:4", "src/a.ts:5", "src/a.ts:5"]);
});
