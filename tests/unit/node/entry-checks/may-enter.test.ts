import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Brands, indexBrands } from "../../../../src/core/lookalike/brands.ts";
import { readBrandsFile } from "../../../../src/node/brands-file.ts";
import { canonicalEntry } from "../../../../src/node/entry-checks/canonical-entry.ts";
import { createHostSet, readPopularHosts } from "../../../../src/node/entry-checks/host-set.ts";
import { createChecks } from "../../../../src/node/entry-checks/may-enter.ts";
import { readSharedPlaces } from "../../../../src/node/entry-checks/shared-file.ts";

const CONTENT = path.resolve("src/content");
const SHARED = path.resolve("../shared/data");

type Check = ReturnType<typeof createChecks>;

/** The rule that a written entry breaks, or null. */
function rule(check: Check, written: string): string | null {
  const canonical = canonicalEntry(written, "auto");
  if (canonical.ok) return check(canonical.entry)?.rule ?? null;
  return canonical.kind === "violation" ? canonical.violation.rule : canonical.kind;
}

describe("what may never enter", () => {
  let check: Check;
  let brands: Brands;
  beforeAll(async () => {
    brands = indexBrands(await readBrandsFile(path.join(CONTENT, "brands.tsv")));
    check = createChecks({
      brands,
      shared: await readSharedPlaces([path.join(CONTENT, "shared-hosts.txt")]),
      popular: createHostSet(["bigsite.example", "news.large.example", "www.only-www.example"]),
    });
  });

  it.each([
    // rule, what breaks it, its honest twin
    ["public-suffix", "com.vn", "lua-dao.com.vn"],
    ["public-suffix", "vn", "lua-dao.vn"],
    ["public-suffix", "pages.dev", "vietcombank-login.pages.dev"],
    ["public-suffix", "github.io", "scam.github.io"],
    ["official-domain", "vietcombank.com.vn", "vietcombank.com-vn.example"],
    ["official-domain", "www.vietcombank.com.vn", "www.vietcombank-com-vn.example"],
    ["official-domain", "docs.google.com", "docs-google.example"],
    ["official-domain", "t.me", "t-me.example"],
    [
      "official-domain",
      "https://vietcombank.com.vn/khuyen-mai",
      "https://vietcombank.example/khuyen-mai",
    ],
    [
      "official-domain",
      "https://www.google.com/url?q=x",
      "https://sites.google.com/view/trung-thuong",
    ],
    ["government", "thainguyen.gov.vn", "thainguyen-gov-vn.example"],
    ["government", "congan.hanoi.gov.vn", "conganhanoi.example"],
    ["government", "sub.quochoi.vn", "quochoi.example"],
    ["government", "https://hanoi.gov.vn/x", "https://hanoi-gov-vn.example/x"],
    ["government", "https://chinhphu.vn/tin", "https://chinhphu.example/tin"],
    ["public-suffix", "www.github.io", "www.scam.github.io"],
    ["public-suffix", "www.com.vn", "www.lua-dao.com.vn"],
    ["shared-host", "www.weebly.com", "www.scam.weebly.com"],
    ["government", "irs.gov", "irs-gov.example"],
    ["government", "revenue.go.th", "go-th.example"],
    ["popular", "bigsite.example", "scam.bigsite.example"],
    ["popular", "www.bigsite.example", "www2.bigsite.example"],
    ["popular", "large.example", "other.large.example"],
    ["popular", "only-www.example", "login.only-www.example"],
    ["shared-host", "weebly.com", "vietcombank-login.weebly.com"],
    ["shared-host", "amazonaws.com", "scam-bucket.s3.amazonaws.com"],
    ["shared-host", "core.windows.net", "scam.z13.web.core.windows.net"],
    ["shared-host", "bit.ly", "https://bit.ly/3abcdef"],
    [
      "shared-path",
      "https://docs.google.com/forms",
      "https://docs.google.com/forms/d/e/1FAIpQLSd/viewform",
    ],
    ["shared-path", "https://sites.google.com/view/", "https://sites.google.com/view/x"],
    ["own-page", "https://github.com/login/oauth/authorize?x", "https://github.com/scam/kit"],
    ["own-page", "https://www.facebook.com/login.php", "https://www.facebook.com/lua.dao.1"],
    ["own-page", "https://docs.google.com/settings", "https://scam.weebly.com/login"],
    ["own-page", "https://bigsite.example/Search?q=x", "https://bigsite.example/u/search"],
    ["ip-range", "198.51.100.0/24", "198.51.100.7"],
    ["special-address", "192.168.1.1", "8.8.8.9"],
    ["special-address", "8.8.8.8", "8.8.8.7"],
    ["special-address", "1.1.1.1", "1.1.1.9"],
    ["special-address", "2606:4700:4700::1111", "2606:4700:4700::1112"],
    ["special-address", "127.0.0.1", "128.0.0.1"],
    ["special-address", "http://169.254.169.254/latest", "http://169.253.1.1/latest"],
    ["special-address", "64:ff9b::192.168.1.1", "64:ff9b::203.0.113.7"],
    ["special-address", "2002:a00:1::1", "2002:cb00:7107::1"],
    ["special-address", "http://[::ffff:127.0.0.1]/x", "http://[::ffff:203.0.113.7]/x"],
    ["special-address", "64:ff9b:1::203.0.113.7", "64:ff9c::1"],
    ["special-address", "::1", "2001:4860:4860::8889"],
    ["single-label", "localhost", "localhost.example"],
    ["single-label", "http://intranet/login", "http://intranet.example/login"],
    ["wildcard", "*.evil.example", "evil.example"],
  ])("%s: %s is refused, %s is not", (expected, bad, honest) => {
    expect(rule(check, bad)).toBe(expected);
    expect(rule(check, honest)).toBeNull();
  });

  it("says what would be blocked", () => {
    const covering = canonicalEntry("large.example", "auto");
    expect(covering.ok && check(covering.entry)?.why).toBe(
      "covers the popular site news.large.example",
    );
    const owned = canonicalEntry("login.vietcombank.com.vn", "auto");
    expect(owned.ok && check(owned.entry)?.why).toBe("belongs to Vietcombank (vietcombank.com.vn)");
  });

  it("protects what lies below a parent of an official domain", () => {
    const parents = createChecks({
      brands: indexBrands([
        {
          name: "Shop",
          aliases: [],
          domains: ["shop.house.example"],
          userContent: [],
          sector: "ecommerce",
          grade: "A",
        },
      ]),
      shared: { hosts: createHostSet([]), folders: new Set() },
      popular: null,
    });
    expect(rule(parents, "house.example")).toBe("official-domain");
    expect(rule(parents, "other.house.example")).toBeNull();
  });

  it("protects what other sites are built with by the lists that ship, but not what strangers put there", async () => {
    const shipped = createChecks({
      brands,
      shared: await readSharedPlaces([path.join(CONTENT, "shared-hosts.txt")]),
      popular: await readPopularHosts([path.join(CONTENT, "well-known-hosts.txt")]),
    });
    const built = [
      ...["fonts.gstatic.com", "ajax.googleapis.com", "i.ytimg.com", "pbs.twimg.com"],
      ...["cdnjs.cloudflare.com", "fastly.jsdelivr.net", "code.jquery.com", "www.recaptcha.net"],
      ...["i1-vnexpress.vnecdn.net", "file.hstatic.net", "down-vn.img.susercontent.com"],
      ...["res.cloudinary.com", "media.discordapp.net", "objects.githubusercontent.com"],
    ];
    expect(built.filter((host) => rule(shipped, host) === null)).toEqual([]);
    const strangers = [
      ...["d111111abcdef8.cloudfront.net", "scam.b-cdn.net", "scam.blob.core.windows.net"],
      ...["pub-1234.r2.dev", "https://res.cloudinary.com/scam/raw/upload/login.html"],
    ];
    expect(strangers.filter((entry) => rule(shipped, entry) !== null)).toEqual([]);
  });

  it("refuses each official domain of each brand that ships", () => {
    const missed = brands.all
      .flatMap(({ domains }) => domains.map((domain) => domain.replace("*", "hanoi")))
      .filter((domain) => rule(check, domain) === null);
    expect(missed).toEqual([]);
  });

  describe.skipIf(!existsSync(SHARED))(
    "on what real lists contained (needs ../shared)",
    { timeout: 60_000 },
    () => {
      it("refuses each popular site of the hazards that the given list knows", async () => {
        const list = path.join(SHARED, "benign/top.txt.gz");
        const popular = await readPopularHosts([path.join(CONTENT, "well-known-hosts.txt"), list]);
        const shared = await readSharedPlaces([path.join(CONTENT, "shared-hosts.txt")]);
        const strict = createChecks({ brands, shared, popular });
        const hazards = readFileSync(path.join(SHARED, "blocklist/fp-hazards.tsv"), "utf8")
          .trim()
          .split("\n")
          .slice(1)
          .map((line) => line.split("\t"))
          .filter(([rank]) => Number(rank) <= 10_000)
          .map(([, host = ""]) => host);
        const protectable = hazards.filter((host) =>
          [host, host.replace(/^www\./, "")].some((name) => popular.has(name)),
        );
        expect(protectable.length).toBeGreaterThan(400);
        expect(protectable.filter((host) => rule(strict, host) === null)).toEqual([]);
        // The list at hand is a part of the sites that exist: the files that ship must stop most of the others.
        const stopped = hazards.filter((host) => rule(strict, host) !== null);
        expect(stopped.length / hazards.length).toBeGreaterThan(0.7);
      });

      it("knows the shared hosts that people use, without blocking what strangers rented there", async () => {
        const rows = readFileSync(path.join(SHARED, "shared-hosts.tsv"), "utf8")
          .trim()
          .split("\n")
          .slice(1)
          .map((line) => line.split("\t"));
        const suffixes = rows
          .filter(([, , kind]) => kind === "psl-private")
          .map(([host = ""]) => host);
        expect(suffixes.filter((host) => rule(check, host) === null)).toEqual([]);
        const rented = rows
          .map(([host = ""]) => `vietcombank-login.${host}`)
          .filter(
            (host) =>
              !["popular", "official-domain", "government", null].includes(rule(check, host)),
          );
        expect(rented).toEqual([]);
      });
    },
  );
});
