import { describe, expect, test } from "vitest";
import { parsePolicy } from "../../src/core/policy/policy.ts";

const problemsOf = (policy: object): string[] => {
  const result = parsePolicy(policy);
  return result.ok ? [] : result.problems;
};

describe("a policy that would open more than one site", () => {
  test.each([
    "vn",
    "com",
    "com.vn",
    "gov.vn",
    "VN",
    "vn.",
    "github.io",
    "vercel.app",
    "id.vn",
    "*.vn",
  ])("is refused, and says which entry: allow %s", (host) => {
    const problems = problemsOf({ allow: ["bank.example", host] });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("allow.1");
    expect(problems[0]).toContain(host.replace(/\.$/, "").toLowerCase());
  });

  test.each(["vietcombank.com.vn", "shop.github.io", "intranet", "10.0.0.1"])(
    "is not one that allows a single site: %s",
    (host) => {
      expect(problemsOf({ allow: [host] })).toEqual([]);
    },
  );
});

describe("a policy whose addresses carry credentials", () => {
  test.each([
    "https://user:secret@reports.example/",
    "https://user@reports.example/",
    "https://:secret@reports.example/",
    "http://user:secret@127.0.0.1:8787/",
  ])("is refused, for reports and feed alike: %s", (address) => {
    expect(problemsOf({ reportUrl: address })[0]).toContain("reportUrl");
    expect(problemsOf({ feedUrl: address })[0]).toContain("feedUrl");
  });
});
