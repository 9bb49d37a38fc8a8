import { describe, expect, it } from "vitest";
import { indexBrands } from "../../../../src/core/lookalike/brands.ts";
import type { Reviewed } from "../../../../src/node/entry-checks/reviewed-file.ts";
import { silentProgress } from "../../../../src/publisher/progress.ts";
import { createBrandNames } from "../../../../src/publisher/sources/brand-names.ts";
import { type Collected, collect } from "../../../../src/publisher/sources/collect.ts";
import type { Source } from "../../../../src/publisher/sources/sources-file.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const TODAY = 20_700;
const BRANDS = indexBrands([
  {
    name: "Vietcombank",
    aliases: ["vcb", "ngan hang ngoai thuong"],
    domains: ["vietcombank.com.vn"],
    userContent: [],
    sector: "bank",
    grade: "A",
  },
]);

/** A source as its content and what differs from a plain one. */
type Given = Partial<Source> & { text: string };

async function collected(...sources: Given[]): Promise<Collected> {
  return collectedWithout([], ...sources);
}

async function collectedWithout(excluded: string[], ...given: Given[]): Promise<Collected> {
  const folder = temporaryFolder();
  const sources: Source[] = [];
  for (const [i, { text, ...rest }] of given.entries()) {
    const from = await folder.write(`list${i}.txt`, text);
    sources.push({
      id: `s${i}`,
      name: `Source ${i}`,
      licence: "CC0-1.0",
      format: "plain",
      from,
      category: "scam",
      scope: "auto",
      mayBeEmpty: false,
      ...rest,
    });
  }
  return collect(sources, {
    check: ({ name }) => (name === "bad.example" ? { rule: "popular", why: "known" } : null),
    exclude: new Map(
      excluded.map((name): [string, Reviewed] => [name, { name, reason: "seen", at: "no:1" }]),
    ),
    admit: new Map([
      ["admitting", new Map([["bad.example", { name: "bad.example", reason: "so", at: "ok:1" }]])],
    ]),
    brandNamed: createBrandNames(BRANDS),
    maxMalformed: 0.1,
    today: TODAY,
    progress: silentProgress,
  });
}

describe("several sources", () => {
  it("can list a popular site only through the one that is allowed to", async () => {
    const { categories, violations } = await collected(
      { text: "bad.example\n" },
      { id: "admitting", text: "bad.example\n", category: "gambling" },
    );
    expect([...(categories.get("gambling")?.host.keys() ?? [])]).toEqual(["bad.example"]);
    expect(violations).toMatchObject([{ source: "s0", entry: "bad.example", rule: "popular" }]);
  });

  it("become one list a category, in which the first source that names an entry is shown", async () => {
    const { categories, sources } = await collected(
      { text: "a.example\nb.example/x\n" },
      { text: "A.example.\nc.example\n", form: "fake-bank", brand: "VCB" },
      { text: "bet.example\n", category: "gambling" },
    );
    const scam = categories.get("scam");
    expect([...(scam?.host.keys() ?? [])]).toEqual(["a.example", "c.example"]);
    expect([...(scam?.path.keys() ?? [])]).toEqual(["b.example/x"]);
    expect(scam?.host.get("a.example")).toMatchObject({
      source: "s0",
      form: "fake-bank",
      brand: "Vietcombank",
    });
    expect([...(categories.get("gambling")?.host.keys() ?? [])]).toEqual(["bet.example"]);
    expect(sources.map(({ counts }) => [counts.entries, counts.duplicates])).toEqual([
      [2, 0],
      [1, 1],
      [1, 0],
    ]);
  });

  it("keep their days, but none that is still to come", async () => {
    const { categories } = await collected(
      {
        text: "url,date\na.example,2026-08-01\nb.example,2999-01-01\nc.example,soon\n",
        format: "csv",
      },
      { text: "d.example\n", date: "2026-07-23" },
    );
    const since = (name: string) => categories.get("scam")?.host.get(name)?.since;
    expect(since("a.example")).toBe(Date.parse("2026-08-01") / 86_400_000);
    expect(since("b.example")).toBe(0);
    expect(since("c.example")).toBe(0);
    expect(since("d.example")).toBe(Date.parse("2026-07-23") / 86_400_000);
  });

  it("name brands in their own words", async () => {
    const { categories } = await collected({
      text: "url,target\na.example,VCB\nb.example,Ngân hàng Ngoại Thương\nc.example,Some Bank\n",
      format: "csv",
    });
    const brand = (name: string) => categories.get("scam")?.host.get(name)?.brand;
    expect(brand("a.example")).toBe("Vietcombank");
    expect(brand("b.example")).toBe("Vietcombank");
    expect(brand("c.example")).toBeNull();
    await expect(collected({ text: "a.example", brand: "Nobody" })).rejects.toThrow(
      'source "s0": the brand "Nobody" is not in the brands file',
    );
  });

  it("leave out exclusions by their exact name, and report the ones that met nothing", async () => {
    const { categories, sources, unusedExclusions } = await collectedWithout(
      ["a.example", "z.example"],
      { text: "a.example\nwww.a.example\n" },
    );
    expect([...(categories.get("scam")?.host.keys() ?? [])]).toEqual(["www.a.example"]);
    expect(sources[0]?.counts.excluded).toBe(1);
    expect(unusedExclusions.map(({ name }) => name)).toEqual(["z.example"]);
  });

  it("have each line that may not enter reported, in whichever source it stands", async () => {
    const { violations } = await collected(
      { text: "ok.example\nbad.example\n" },
      { text: "0.0.0.0 bad.example *.bad.example\n", format: "hosts" },
    );
    expect(violations.map(({ source, line, entry, rule }) => [source, line, entry, rule])).toEqual([
      ["s0", 2, "bad.example", "popular"],
      ["s1", 1, "bad.example", "popular"],
      ["s1", 1, "*.bad.example", "wildcard"],
    ]);
  });
});

describe("exceptions of an AdBlock list", () => {
  it("take back an entry with all below it, in that list alone", async () => {
    const { categories } = await collected(
      {
        text: [
          "||good.example^",
          "||www.good.example^",
          "||good.example/page^",
          "||evil.example/a/b^",
          "||evil.example/ab^",
          "||other.example^",
          "@@||good.example^",
          "@@||evil.example/a^",
        ].join("\n"),
        format: "adblock",
      },
      { text: "good.example\n" },
    );
    const scam = categories.get("scam");
    expect([...(scam?.host.keys() ?? [])]).toEqual(["other.example", "good.example"]);
    expect(scam?.host.get("good.example")?.source).toBe("s1");
    expect([...(scam?.path.keys() ?? [])]).toEqual(["evil.example/ab"]);
  });

  it("are reported where a list can't say them", async () => {
    const { skipped } = await collected({
      text: "||evil.example^\n@@||fine.evil.example^\n",
      format: "adblock",
    });
    expect(skipped).toMatchObject([
      { line: 2, reason: "an exception below evil.example, which is listed whole" },
    ]);
  });
});

describe("a source with malformed lines", () => {
  const good = Array.from({ length: 90 }, (_, i) => `h${i}.example`);

  it("is taken with warnings while they are few", async () => {
    const { malformed, sources } = await collected({ text: [...good, "a b", "c d"].join("\n") });
    expect(sources[0]?.counts).toMatchObject({ entries: 90, malformed: 2 });
    expect(malformed[1]).toMatchObject({ line: 92, text: "c d", reason: "more than one word" });
  });

  it("is refused when they are many, with examples", async () => {
    const bad = Array.from({ length: 20 }, () => "a b");
    await expect(collected({ text: [...good, ...bad].join("\n") })).rejects.toThrow(
      /source "s0": 20 of 110 entries are malformed; is its format "plain"\?\n.*list0\.txt:91 {2}a b/,
    );
  });

  it("is refused when it has no entry, unless it may be empty", async () => {
    await expect(collected({ text: "" })).rejects.toThrow(/list0\.txt has no entries/);
    const { sources } = await collected({ text: "", mayBeEmpty: true });
    expect(sources[0]?.counts.entries).toBe(0);
  });
});
