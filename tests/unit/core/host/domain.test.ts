import { describe, expect, it } from "vitest";
import { isPublicSuffix, registrableDomain } from "../../../../src/core/host/domain.ts";

describe("a registrable domain", () => {
  it.each([
    ["www.vietcombank.com.vn", "vietcombank.com.vn"],
    ["vietcombank.com.vn", "vietcombank.com.vn"],
    ["a.b.evil.example", "evil.example"],
    ["shop.vercel.app", "shop.vercel.app"],
    ["x.shop.vercel.app", "shop.vercel.app"],
    ["com.vn", null],
    ["vercel.app", null],
    ["192.0.2.1", null],
    ["2001:db8::1", null],
  ])("of %s is %s", (host, domain) => {
    expect(registrableDomain(host)).toBe(domain);
  });
});

describe("a public suffix", () => {
  it.each([
    ["vn", true],
    ["com.vn", true],
    ["pages.dev", true],
    ["vercel.app", true],
    ["x.pages.dev", false],
    ["vietcombank.com.vn", false],
    ["192.0.2.1", false],
    ["localhost", false],
  ])("%s: %s", (host, answer) => {
    expect(isPublicSuffix(host)).toBe(answer);
  });
});
