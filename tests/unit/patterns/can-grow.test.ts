import { expect, test } from "vitest";
import { canGrow } from "../../patterns/can-grow.ts";

test.each([
  String.raw`\d+`,
  "a*b",
  "a{2,}",
  "(?:a|bb){0,9}c",
  "(?:(?:a|bb)c){9}",
  String.raw`\(\s*\)`,
  "a+?",
])("the work of /%s/ for one place may grow, so it must be proven linear", (source) => {
  expect(canGrow(source)).toBe(true);
});

test.each([
  "abc",
  String.raw`\d{1,20}`,
  "a?b??",
  "(?:ab){40}",
  "(?:a|bb){0,3}c",
  String.raw`\+\*[+*]`,
  "(?<!a)(?=b)(?:c)?",
])("the work of /%s/ for one place is bounded", (source) => {
  expect(canGrow(source)).toBe(false);
});
