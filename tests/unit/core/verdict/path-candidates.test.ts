import { describe, expect, it } from "vitest";
import { parseAddress } from "../../../../src/core/host/address.ts";
import { pathCandidates, pathEntryName } from "../../../../src/core/verdict/path-candidates.ts";

const nameOf = (url: string) => {
  const parsed = parseAddress(url);
  return parsed.ok ? pathEntryName(parsed.address) : null;
};

describe("the name of a path entry", () => {
  it.each([
    ["https://u:p@host.example:8080/a//b/?x=1#y", "host.example/a/b?x=1"],
    ["https://host.example/a?b=2&utm_source=zalo&a=1&fbclid=x", "host.example/a?b=2&a=1"],
    ["https://instagram.example/lua.dao?igsh=abc", "instagram.example/lua.dao"],
    ["https://host.example/a?%69d=%c3%a1", "host.example/a?id=%C3%A1"],
    // Without its query it would be the whole site.
    ["https://host.example/?fbclid=x", "host.example?fbclid=x"],
  ])("of %s is %s", (url, name) => {
    expect(nameOf(url)).toBe(name);
  });

  it("is among the names by which the same address is looked up, the most specific first", () => {
    const parsed = parseAddress("https://host.example/a/b?x=1&gclid=2");
    expect(parsed.ok && pathCandidates(parsed.address)).toEqual([
      "host.example/a/b?x=1",
      "host.example/a/b?x=1&gclid=2",
      "host.example/a/b",
      "host.example/a",
    ]);
  });
});
