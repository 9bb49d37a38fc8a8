// npm run -s eval:pages -- --corpus DIR [--out FILE] [--engine core]
import { readFile, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { rate } from "../../src/cli/evaluate/rate.ts";
import { type PageModel, pageModelSchema } from "../../src/core/evidence/page-model.ts";
import { indexBrands } from "../../src/core/lookalike/brands.ts";
import { readBrandsFile } from "../../src/publisher/brands-file.ts";
import { type Collected, collectPages, judgeWith } from "./core-engine.ts";
import { type CorpusPage, readCorpus } from "./read-corpus.ts";
import { serveCorpus } from "./serve-corpus.ts";

const content = (name: string) => new URL(`../../src/content/${name}`, import.meta.url).pathname;

const { values } = parseArgs({
  options: {
    corpus: { type: "string" },
    out: { type: "string" },
    engine: { type: "string", default: "core" },
    /** Facts of an earlier run, to be judged anew without a browser; written where there is no such file. */
    facts: { type: "string" },
    verbose: { type: "boolean", default: false },
  },
});
if (values.corpus === undefined) {
  process.stderr.write("eval:pages needs --corpus DIR, a folder with pages.jsonl\n");
  process.exit(2);
}
if (values.engine !== "core") {
  process.stderr.write("eval:pages knows one engine so far: core\n");
  process.exit(2);
}

const corpus = await readCorpus(values.corpus);
const brands = indexBrands(await readBrandsFile(content("brands.tsv")));
const model: PageModel = pageModelSchema.parse(
  JSON.parse(await readFile(content("page-model.json"), "utf8")),
);
const judge = judgeWith(brands, model);
const collected = await gather(values.corpus, corpus);
const cases = collected.map(({ page, facts, took }) => ({ page, took, ...judge(facts) }));
cases.sort((a, b) => a.page.id.localeCompare(b.page.id));

if (values.out !== undefined) {
  const lines = cases.map(({ page, level, reasons, probability, features, families }) =>
    JSON.stringify({
      id: page.id,
      level,
      expect: page.expect ?? null,
      reasons,
      probability,
      families,
      features,
    }),
  );
  await writeFile(values.out, `${lines.join("\n")}\n`);
}
process.stdout.write(`${JSON.stringify(summary())}\n`);

async function gather(folder: string, pages: CorpusPage[]): Promise<Collected[]> {
  if (values.facts !== undefined) {
    const kept = await readFile(values.facts, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    if (kept !== null)
      return kept
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Collected);
  }
  const server = await serveCorpus(folder, pages);
  try {
    const got = await collectPages(pages, (server.address() as AddressInfo).port);
    if (values.facts !== undefined) {
      await writeFile(values.facts, `${got.map((one) => JSON.stringify(one)).join("\n")}\n`);
    }
    return got;
  } finally {
    server.close();
  }
}

function summary() {
  const scam = cases.filter(({ page }) => page.label === "scam");
  const benign = cases.filter(({ page }) => page.label === "benign");
  const found = (some: typeof cases) =>
    rate(some.filter(({ level }) => level !== "none").length, some.length);
  const by = (some: typeof cases, keys: (page: CorpusPage) => string[]) => {
    const groups = new Map<string, { pages: number; block: number; warn: number; none: number }>();
    for (const { page, level } of some) {
      for (const key of keys(page)) {
        const group = groups.get(key) ?? { pages: 0, block: 0, warn: 0, none: 0 };
        group.pages++;
        group[level]++;
        groups.set(key, group);
      }
    }
    return Object.fromEntries([...groups].sort(([a], [b]) => a.localeCompare(b)));
  };
  const took = cases.map((one) => one.took).sort((a, b) => a - b);
  return {
    pages: cases.length,
    engine: values.engine,
    scam: {
      found: found(scam),
      blocked: rate(scam.filter(({ level }) => level === "block").length, scam.length),
      asExpected: rate(scam.filter(({ level, page }) => level === page.expect).length, scam.length),
      missed: scam.filter(({ level }) => level === "none").map(({ page }) => page.id),
    },
    benign: {
      accused: found(benign),
      blocked: benign.filter(({ level }) => level === "block").map(({ page }) => page.id),
      warned: benign.filter(({ level }) => level === "warn").map(({ page }) => page.id),
    },
    byKind: { scam: by(scam, ({ kind }) => [kind]), benign: by(benign, ({ kind }) => [kind]) },
    byEvasion: by(scam, ({ evasion }) => evasion.split("+")),
    milliseconds: { median: took[took.length >> 1], most: took.at(-1) },
  };
}
