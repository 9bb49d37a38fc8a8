import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY, parsePolicy } from "../../../../src/core/policy/policy.ts";

describe("a managed policy", () => {
  it("that is missing or empty leaves everything at its default", () => {
    const defaults = { ok: true, policy: DEFAULT_POLICY };
    for (const nothing of [undefined, null, {}]) expect(parsePolicy(nothing)).toEqual(defaults);
    expect(DEFAULT_POLICY).toEqual({
      pollMinutes: 15,
      deny: [],
      allow: [],
      overrideAllowed: true,
      overrideMinutes: 10,
      categories: [],
      settings: {},
      locked: [],
      welcome: true,
    });
  });

  it("may name hosts in any spelling", () => {
    const result = parsePolicy({
      deny: ["Evil.Example.", "http://[2001:DB8::1]/"],
      allow: ["đẹp.vn"],
    });
    expect(result).toMatchObject({
      ok: true,
      policy: { deny: ["evil.example", "2001:db8::1"], allow: ["xn--p-kia098t.vn"] },
    });
  });

  it("is refused whole, with every problem named, if any of it is wrong", () => {
    const result = parsePolicy({
      pollMinutes: 1,
      overrideMinutes: "10",
      deny: ["ok.example", "*.evil.example", "evil.example/path", "", "ftp://evil.example"],
      categories: ["cats"],
      feedUrl: "no address",
    });
    expect(result.ok).toBe(false);
    const problems = result.ok ? [] : result.problems;
    expect(problems.map((problem) => problem.split(":")[0]).sort()).toEqual([
      "categories.0",
      "deny.1",
      "deny.2",
      "deny.3",
      "deny.4",
      "feedUrl",
      "overrideMinutes",
      "pollMinutes",
    ]);
    expect(problems.join("\n")).toContain('"*.evil.example" is not a host');
  });

  it("names our own servers over https, or on this machine alone", () => {
    const feedOf = (feedUrl: string) => parsePolicy({ feedUrl }).ok;
    expect(feedOf("https://danh-sach.tinh.example/")).toBe(true);
    expect(feedOf("http://127.0.0.1:8787/")).toBe(true);
    expect(feedOf("http://localhost.tinh.example/")).toBe(false);
    expect(feedOf("http://danh-sach.tinh.example/")).toBe(false);
    expect(feedOf("ftp://danh-sach.tinh.example/")).toBe(false);
    expect(parsePolicy({ reportUrl: "javascript:alert(1)" }).ok).toBe(false);
  });

  it("that is no object is refused", () => {
    expect(parsePolicy("deny all").ok).toBe(false);
    expect(parsePolicy([]).ok).toBe(false);
  });

  it("of a newer version still works", () => {
    expect(parsePolicy({ deny: ["evil.example"], fromTheFuture: true }).ok).toBe(true);
  });
});
