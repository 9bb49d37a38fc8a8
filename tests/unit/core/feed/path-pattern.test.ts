import { expect, it } from "vitest";
import { matchesPattern } from "../../../../src/core/feed/path-pattern.ts";

it.each([
  ["README.md", "*.md", true],
  ["README.MD", "*.md", false],
  ["docs/README.md", "*.md", false],
  ["docs/README.md", "docs/*", true],
  ["docs/a/b", "docs/*", false],
  ["docs/a/b", "*/*/*", true],
  ["foo-1.tgz", "foo-?.tgz", true],
  ["foo-alpha.tgz", "foo-?.tgz", false],
  ["foo-ư.tgz", "foo-?.tgz", true],
  ["foo-😀.tgz", "foo-?.tgz", true],
  ["abcabc", "*abc", true],
  ["abcab", "*abc", false],
  ["a", "a**", true],
  ["", "*", true],
  ["x", "", false],
  ["b.txt", "[a-c].txt", true],
  ["d.txt", "[a-c].txt", false],
  ["d.txt", "[!a-c].txt", true],
  ["].txt", "[]x].txt", true],
  ["-", "[a-]", true],
  ["[a", "[a", true],
  ["a/b", "a[/]b", false],
  ["a.c", "a.c", true],
  ["abc", "a.c", false],
  ["a+", "a+", true],
])("%j against %j: %s", (path, pattern, expected) => {
  expect(matchesPattern(path, pattern)).toBe(expected);
});

it("answers a hostile pattern without trying every way", () => {
  expect(matchesPattern("a".repeat(2000), `${"*a".repeat(500)}b`)).toBe(false);
});
