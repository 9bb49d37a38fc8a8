// npm run -s eval:pages -- --corpus DIR [--out FILE] [--core [--facts FILE]]
// Opens each page of DIR/pages.jsonl at its own address in Chromium with the extension, and reads what a person sees. With
// --core, the extension's collectors and judge alone, which also tells features and probabilities.
import { readFile, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { rate } from "../../src/cli/evaluate/rate.ts";
import { type PageModel, pageModelSchema } from "../../src/core/evidence/page-model.ts";
import { indexBrands } from "../../src/core/lookalike/brands.ts";
import { readBrandsFile } from "../../src/node/brands-file.ts";
import { type Collected, collectPages, judgeWith } from "./core-engine.ts";
import { type Seen, seePages } from "./full-engine.ts";
import { type CorpusPage, readCorpus } from "./read-corpus.ts";
import { serveCorpus } from "./serve-corpus.ts";

const { values } = parseArgs({
  options: {
    corpus: { type: "string" },
    out: { type: "string" },
    core: { type: "boolean", default: false },
    /** With --core: facts of an earlier run, to be judged anew without a browser; written where there is no such file. */
    facts: { type: "string" },
  },
});
if (values.corpus === undefined) {
  process.stderr.write("eval:pages needs --corpus DIR, a folder with pages.jsonl\n");
  process.exit(2);
}

/** What is said of one page. */
type Case = Pick<Seen, "page" | "level"> & {
  reasons: unknown[];
  /** Milliseconds: until a person is told; with --core, that gathering took. */
  took: number | null;
  probability?: number;
  features?: string[];
  families?: string[];
};

const corpus = await readCorpus(values.corpus);
const cases = values.core
  ? await judgeAll(values.corpus, corpus)
  : (await serving(values.corpus, corpus, seePages)).map(
      ({ after, ...seen }): Case => ({ ...seen, took: after }),
    );
cases.sort((a, b) => a.page.id.localeCompare(b.page.id));

if (values.out !== undefined) {
  const lines = cases.map(({ page, took: _took, ...told }) =>
    JSON.stringify({ id: page.id, expect: page.expect ?? null, ...told }),
  );
  await writeFile(values.out, `${lines.join("\n")}\n`);
}
process.stdout.write(`${JSON.stringify(summary())}\n`);

async function judgeAll(folder: string, pages: CorpusPage[]): Promise<Case[]> {
  const content = (name: string) => new URL(`../../src/content/${name}`, import.meta.url).pathname;
  const model: PageModel = pageModelSchema.parse(
    JSON.parse(await readFile(content("page-model.json"), "utf8")),
  );
  const judge = judgeWith(indexBrands(await readBrandsFile(content("brands.tsv"))), model);
  const collected = await gather(folder, pages);
  return collected.map(({ page, facts, took }) => ({ page, took, ...judge(facts) }));
}

async function serving<T>(
  folder: string,
  pages: CorpusPage[],
  work: (pages: CorpusPage[], port: number) => Promise<T>,
): Promise<T> {
  const server = await serveCorpus(folder, pages);
  try {
    return await work(pages, (server.address() as AddressInfo).port);
  } finally {
    server.close();
  }
}

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
  const got = await serving(folder, pages, collectPages);
  if (values.facts !== undefined) {
    await writeFile(values.facts, `${got.map((one) => JSON.stringify(one)).join("\n")}\n`);
  }
  return got;
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
  const took = cases.flatMap((one) => one.took ?? []).sort((a, b) => a - b);
  return {
    pages: cases.length,
    engine: values.core ? "core" : "full",
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
