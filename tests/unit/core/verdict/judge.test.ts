import { describe, expect, it } from "vitest";
import { brandsFile, listFile, verdictOn } from "./knowledge-fixture.ts";

/** One host that every source of knowledge speaks about. */
const HOST = "vcb.example";
const ALL = [
  listFile("blocklist", [HOST]),
  listFile("paths", [`${HOST}/pay`]),
  listFile("blocklist", [HOST], "gambling"),
  brandsFile(),
];

describe("which source of knowledge wins", () => {
  const url = `https://${HOST}/pay`;
  const lists = ALL.slice(0, 3);

  it("is first the agency's denial, over its own allowance", () => {
    const verdict = verdictOn(url, ALL, { deny: [HOST], allow: [HOST] }, [HOST]);
    expect(verdict).toMatchObject({ level: "block", source: "agency-deny" });
    expect(verdict.reasons).toEqual([{ code: "agency-deny", entry: HOST }]);
  });

  it("is then the agency's allowance", () => {
    const verdict = verdictOn(url, ALL, { allow: ["example"] }, [HOST]);
    expect(verdict).toMatchObject({ level: "none", source: "agency-allow" });
    expect(verdict.reasons).toEqual([{ code: "agency-allow", entry: "example" }]);
  });

  it("is then the person's own override", () => {
    const verdict = verdictOn(url, ALL, {}, [HOST]);
    expect(verdict).toMatchObject({ level: "none", source: "override" });
    expect(verdict.reasons).toEqual([{ code: "override", until: Date.UTC(2100, 0) }]);
  });

  it("but why the page is listed is still told beside the override", () => {
    const [blocked, opened] = [verdictOn(url, lists), verdictOn(url, lists, {}, [HOST])];
    expect(opened).toEqual({
      ...blocked,
      level: "none",
      scope: "host",
      source: "override",
      reasons: [{ code: "override", until: Date.UTC(2100, 0) }, ...blocked.reasons],
    });
    expect(blocked.reasons.length).toBeGreaterThan(0);
  });

  it("is then that the domain is an organisation's own, whatever a list says", () => {
    expect(verdictOn(url, ALL)).toEqual({
      level: "official",
      scope: "host",
      source: "official",
      reasons: [{ code: "official", organisation: "Vietcombank", domain: HOST }],
      brand: "Vietcombank",
      officialSite: "vietcombank.com.vn",
      feedVersion: 7,
    });
  });

  it("is then a path entry", () => {
    expect(verdictOn(url, lists)).toMatchObject({
      level: "block",
      scope: "path",
      source: "path-list",
    });
  });

  it("is then a host entry", () => {
    expect(verdictOn(`https://${HOST}/other`, lists)).toMatchObject({
      level: "block",
      scope: "host",
      source: "host-list",
    });
  });

  it("is otherwise nobody, and that is never called safe", () => {
    expect(verdictOn("https://unknown.example/", ALL)).toEqual({
      level: "none",
      scope: null,
      source: "unknown",
      reasons: [{ code: "nothing-known" }],
      feedVersion: 7,
    });
  });

  it("is still nobody known under .gov.vn, whose ending is told", () => {
    const { level, reasons } = verdictOn("https://xa-vi-du.gov.vn/", ALL);
    expect(level).toBe("none");
    expect(reasons).toEqual([{ code: "state-ending" }, { code: "nothing-known" }]);
    expect(verdictOn("https://vneid.gov.vn.apk.example/", ALL).reasons).not.toContainEqual({
      code: "state-ending",
    });
  });

  it("is the scam list where a site is also listed in another category", () => {
    const both = [
      listFile("blocklist", ["x.example"], "gambling"),
      listFile("blocklist", ["x.example"]),
    ];
    const { reasons } = verdictOn("x.example", both, { categories: ["gambling"] });
    expect(reasons.map(({ code }) => code)).toEqual(["listed"]);
  });
});

describe("a blocked address", () => {
  it("is explained: entry, list, since when, form, and whom it imitates with the way to the real site", () => {
    const listing = { form: "bank-login", brand: "Vietcombank", since: 20_454 };
    const files = [listFile("blocklist", [["evil.example", listing]]), brandsFile()];
    expect(verdictOn("http://www.evil.example/x", files)).toEqual({
      level: "block",
      scope: "host",
      source: "host-list",
      reasons: [
        {
          code: "listed",
          entry: "evil.example",
          scope: "host",
          publisher: "Danh sách Việt Nam",
          since: "2026-01-01",
        },
        { code: "form", form: "bank-login" },
        { code: "imitates", brand: "Vietcombank" },
      ],
      brand: "Vietcombank",
      officialSite: "vietcombank.com.vn",
      form: "bank-login",
      listedSince: "2026-01-01",
      feedVersion: 7,
    });
  });

  it("has no date where the list has none", () => {
    const verdict = verdictOn("evil.example", [
      listFile("blocklist", [["evil.example", { since: 0 }]]),
    ]);
    expect(verdict.listedSince).toBeUndefined();
    expect(verdict.reasons[0]).toMatchObject({ since: null });
  });

  it("names its category where that is not scam", () => {
    const files = [listFile("blocklist", ["bet.example"], "gambling")];
    const { level, reasons } = verdictOn("bet.example", files, { categories: ["gambling"] });
    expect(level).toBe("block");
    expect(reasons).toContainEqual({ code: "category", category: "gambling" });
    expect(verdictOn("bet.example", files).level).toBe("none");
  });

  it("may be an IP host, which covers only itself", () => {
    const files = [listFile("blocklist", ["192.0.2.1", "2001:db8::1", "1"])];
    for (const spelling of ["http://192.0.2.1/", "http://3221225985/", "http://[2001:db8:0::1]/"]) {
      expect(verdictOn(spelling, files).level, spelling).toBe("block");
    }
    expect(verdictOn("http://192.0.2.2/", files).level).toBe("none");
    expect(verdictOn("http://9.9.9.1/", files).level).toBe("none");
  });
});

describe("a path entry", () => {
  const files = [
    listFile("paths", [
      "sites.google.com/view/x",
      "host.example/a?id=1",
      "host.example?id=2",
      "go.example/out?to=go.example/",
      "host.example/b?x=1&y=2&z=3",
      "host.example?fbclid=abc",
    ]),
    brandsFile(),
  ];
  const levels = (urls: readonly string[]) => urls.map((url) => verdictOn(url, files).level);

  it("is found in an address of two megabytes too, and a listed host without any", () => {
    const long = "%41".repeat(600_000);
    const both = [...files, listFile("blocklist", ["evil.example"])];
    const level = (url: string) => verdictOn(url, both).level;
    expect(level(`https://sites.google.com/view/x/${long}`)).toBe("block");
    expect(level(`https://host.example?id=2&utm_source=${long}`)).toBe("block");
    expect(level(`https://evil.example/?${long}`)).toBe("block");
    expect(level(`https://other.example/?${long}`)).toBe("none");
  });

  it("blocks its path and what lies below, in every spelling", () => {
    const urls = [
      "https://sites.google.com/view/x",
      "https://sites.google.com/view/x/",
      "https://sites.google.com//view//x/home?q#f",
      "http://SITES.google.com:8080/a/../view/%78",
    ];
    expect(levels(urls)).toEqual(urls.map(() => "block"));
  });

  it("leaves alone its host, its neighbours and other hosts", () => {
    const urls = [
      "https://sites.google.com/",
      "https://sites.google.com/view",
      "https://sites.google.com/view/xy",
      "https://sites.google.com/view/y",
      "https://sites.google.com/View/x",
      "https://google.com/view/x",
      "https://a.sites.google.com/view/x",
    ];
    expect(levels(urls)).not.toContain("block");
  });

  it("with a query blocks that query alone", () => {
    expect(levels(["host.example/a?id=1", "host.example/a/?id=1", "host.example/?id=2"])).toEqual([
      "block",
      "block",
      "block",
    ]);
    expect(levels(["host.example/a", "host.example/a?id=12", "host.example/a/b?id=1"])).toEqual([
      "none",
      "none",
      "none",
    ]);
    expect(levels(["go.example/out?to=go.example/"])).toEqual(["block"]);
  });

  it("with a query blocks it in any order and spelling, whatever a passed-on link carries besides", () => {
    const urls = [
      "host.example/a?id=1&fbclid=IwAR0",
      "host.example/a?zarsrc=30&utm_source=zalo&utm_medium=zalo&utm_campaign=zalo&id=1",
      "host.example/a?gclid=x&id=1&",
      "host.example/a?%69d=%31&%66bclid=x",
      "host.example/?FBCLID=x&id=2#top",
      "host.example/b?z=3&x=1&gclid=c&y=2",
      "host.example/?fbclid=abc",
    ];
    expect(levels(urls)).toEqual(urls.map(() => "block"));
  });

  it("with a query leaves alone what has another parameter, or none but tracking", () => {
    const urls = [
      "host.example/a?id=1&page=2",
      "host.example/a?fbclid=1",
      "host.example/a?id=1&id=1",
      "host.example/b?x=1&y=2",
      "host.example/?fbclid=other",
      "host.example/",
    ];
    expect(levels(urls)).not.toContain("block");
  });

  it("is found however deep the asked path goes", () => {
    const deep = `https://sites.google.com/view/x/${"d/".repeat(500)}`;
    expect(levels([deep])).toEqual(["block"]);
  });
});

describe("an organisation's domain where strangers publish", () => {
  it("earns no official mark, and says why", () => {
    const verdict = verdictOn("https://sites.google.com/view/shop", [brandsFile()]);
    expect(verdict).toMatchObject({ level: "none", source: "unknown", scope: null });
    expect(verdict.reasons).toEqual([
      { code: "user-content", organisation: "Google", domain: "google.com" },
    ]);
  });

  it("does not spoil the rest of that domain", () => {
    expect(verdictOn("https://accounts.google.com/", [brandsFile()]).level).toBe("official");
  });
});
