import { describe, expect, it } from "vitest";
import {
  brandsSchema,
  indexBrands,
  officialSiteOf,
} from "../../../../src/core/lookalike/brands.ts";
import { BRANDS } from "../verdict/knowledge-fixture.ts";
import { shippedBrands } from "./shipped-brands.ts";

describe("the owner of a host", () => {
  const brands = indexBrands(BRANDS);
  const ownerOf = (host: string) => brands.officialOwner(host)?.brand.name ?? null;

  it("is who owns the domain or a parent of it", () => {
    expect(ownerOf("vietcombank.com.vn")).toBe("Vietcombank");
    expect(ownerOf("a.b.vietcombank.com.vn")).toBe("Vietcombank");
    expect(brands.officialOwner("www.vcb.example")?.domain).toBe("vcb.example");
  });

  it("is nobody where a name only looks like theirs", () => {
    for (const host of [
      "vietcombank.com",
      "vietcombank.com.vn.evil.example",
      "myvietcombank.com.vn",
      "com.vn",
    ]) {
      expect(ownerOf(host), host).toBeNull();
    }
  });

  it("is found by a pattern in which a star stands for exactly one label", () => {
    expect(ownerOf("congan.hue.gov.vn")).toBe("Công an tỉnh");
    expect(brands.officialOwner("www.congan.hue.gov.vn")?.domain).toBe("congan.hue.gov.vn");
    for (const host of ["congan.gov.vn", "congan.a.b.gov.vn", "xcongan.hue.gov.vn"]) {
      expect(ownerOf(host), host).toBeNull();
    }
  });

  it("answers whether strangers write there", () => {
    expect(brands.officialOwner("google.com")?.userContent).toBe(false);
    expect(brands.officialOwner("sites.google.com")?.userContent).toBe(true);
    expect(brands.officialOwner("a.sites.google.com")?.userContent).toBe(true);
    expect(brands.officialOwner("notsites.google.com")?.userContent).toBe(false);
  });

  it("is the first of two brands that name the same domain", () => {
    const [first, second] = BRANDS;
    if (first === undefined || second === undefined) throw new Error("two brands are needed");
    const both = indexBrands([first, { ...second, domains: first.domains }]);
    expect(both.officialOwner("vcb.example")?.brand.name).toBe("Vietcombank");
  });
});

describe("the brands artifact", () => {
  it("is refused where a brand has no domain or an unknown grade", () => {
    const [brand] = BRANDS;
    const parse = (change: object) =>
      brandsSchema.safeParse({ version: 1, brands: [{ ...brand, ...change }] }).success;
    expect(parse({})).toBe(true);
    expect(parse({ domains: [] })).toBe(false);
    expect(parse({ grade: "D" })).toBe(false);
    expect(brandsSchema.safeParse({ version: 2, brands: [] }).success).toBe(false);
  });

  it("may leave out where strangers publish", () => {
    const [brand] = BRANDS;
    const { userContent, ...rest } = brand ?? { userContent: [] };
    expect(userContent).toEqual([]);
    expect(brandsSchema.parse({ version: 1, brands: [rest] }).brands[0]?.userContent).toEqual([]);
  });
});

describe("the site to lead people to", () => {
  it("is the first domain that is one host, never a pattern", () => {
    const brands = indexBrands(BRANDS);
    const [brand] = brands.all;
    if (!brand) throw new Error("no brand");
    expect(officialSiteOf({ ...brand, domains: ["congan.*.gov.vn", "a.vn", "b.vn"] })).toBe("a.vn");
    expect(officialSiteOf({ ...brand, domains: ["congan.*.gov.vn"] })).toBeNull();
  });
});

describe("the brands that ship", () => {
  const shipped = shippedBrands();

  it.each([
    ["VietinBank", "vietinbank.vn", "vietinbank.com.vn"],
    ["TPBank", "tpb.vn", "tpbank.vn"],
    ["Bac A Bank", "baca-bank.vn", "bacabank.vn"],
    ["NCB", "ncb-bank.vn", "ncb.vn"],
    ["BVBank (Bản Việt)", "bvbank.net.vn", "bvbank.com.vn"],
    ["KienlongBank", "kienlongbank.com", "kienlongbank.vn"],
    ["ABBANK", "abbank.vn", "abbank.com"],
    ["Vikki Bank (ex Đông Á)", "vikkibank.vn", "vikki.vn"],
    ["MBV (ex OceanBank)", "mbv.com.vn", "mbv.vn"],
    ["Woori Bank VN", "woori.com.vn", "wooribank.vn"],
  ])("lead to the site of %s that is not the obvious one: %s", (name, site, obvious) => {
    const brand = shipped.named(name);
    expect(brand && officialSiteOf(brand)).toBe(site);
    expect(shipped.officialOwner(obvious)).toBeNull();
  });

  it("know the police by their own names alone", () => {
    for (const host of ["mps.gov.vn", "bocongan.gov.vn", "congan.hanoi.gov.vn"]) {
      expect(shipped.officialOwner(host)?.brand.sector, host).toBe("government");
    }
    for (const host of ["congan.vn", "bocongan.vn", "conganhanoi.gov.vn", "congan.com.vn"]) {
      expect(shipped.officialOwner(host), host).toBeNull();
    }
  });
});
