#!/usr/bin/env node
// npx node scripts/train/page-model.ts --corpus DIR [--corpus DIR ...]: fits the weights of the page model on corpora
// (DIR/pages.jsonl, as for eval:pages) with the weights by hand (page-weights.json) as prior, compares both on folds that
// the fit has not seen, and writes the better to src/content/page-model.json. The same pages give the same bytes: no
// chance, no clock. Pages are opened in Chromium, as a user's browser would.
import { readFile, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as z from "zod/mini";
import { indexBrandMentions } from "../../src/core/evidence/brand-mentions.ts";
import { type Evidence, gatherEvidence } from "../../src/core/evidence/gather-evidence.ts";
import { hostFacts } from "../../src/core/evidence/host-facts.ts";
import { decide } from "../../src/core/evidence/judge-page.ts";
import { type PageModel, probability } from "../../src/core/evidence/page-model.ts";
import { parseAddress } from "../../src/core/host/address.ts";
import { registrableDomain } from "../../src/core/host/domain.ts";
import { indexBrands } from "../../src/core/lookalike/brands.ts";
import { createLookalikes } from "../../src/core/lookalike/lookalike.ts";
import { readBrandsFile } from "../../src/node/brands-file.ts";
import { type Collected, collectPages } from "../eval/core-engine.ts";
import { readCorpus } from "../eval/read-corpus.ts";
import { serveCorpus } from "../eval/serve-corpus.ts";
import { fitWeights, type Weights } from "./fit-weights.ts";
import { intoFolds } from "./into-folds.ts";

const FOLDS = 8;
/** What a wrong verdict costs, in missed scams: a warning on an honest page, and a block. */
const COST = { warn: 5, block: 25 };

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values } = parseArgs({ options: { corpus: { type: "string", multiple: true } } });
if (values.corpus === undefined) {
  process.stderr.write(
    "page-model.ts needs --corpus DIR, a folder with pages.jsonl; several may be named\n",
  );
  process.exit(2);
}
const rules = z
  .object({
    bias: z.number(),
    warnAt: z.number(),
    blockAt: z.number(),
    weights: z.record(z.string(), z.number()),
  })
  .parse(JSON.parse(await readFile(`${root}/scripts/train/page-weights.json`, "utf8")));
const byHand: Weights = { bias: rules.bias, of: rules.weights };
const brands = indexBrands(await readBrandsFile(`${root}/src/content/brands.tsv`));
const lookalikes = createLookalikes(brands);
const mentions = indexBrandMentions(brands.all);

interface Case {
  scam: boolean;
  marks: string[];
  /** Null if the page asks for nothing, or stands on a host that is known. */
  evidence: Evidence | null;
}
const cases: Case[] = [];
for (const folder of values.corpus) cases.push(...(await casesOf(folder)));

const folds = intoFolds(
  cases.map(({ marks }) => marks),
  FOLDS,
);
const without = Array.from({ length: FOLDS }, (_, fold) =>
  weightsFrom(cases.filter((_, i) => folds[i] !== fold)),
);
const measured = {
  hand: measure(() => byHand),
  fitted: measure((i) => without[folds[i] ?? 0] ?? byHand),
};
const isFitted = cost(measured.fitted) < cost(measured.hand);
const { bias, of } = isFitted ? weightsFrom(cases) : byHand;
const model: PageModel = {
  version: 1,
  trainedOn: `${isFitted ? "weights by hand, fitted" : "weights by hand, compared with fitted ones"}; ${cases.length} pages written for this project, rates on folds of other sites and stories`,
  measured: isFitted ? measured.fitted : measured.hand,
  bias,
  warnAt: rules.warnAt,
  blockAt: rules.blockAt,
  weights: of,
};
await writeFile(`${root}/src/content/page-model.json`, `${JSON.stringify(model, null, 2)}\n`);
process.stdout.write(
  `${JSON.stringify({ pages: cases.length, shipped: isFitted ? "fitted" : "hand", ...measured })}\n`,
);

function weightsFrom(some: readonly Case[]): Weights {
  const asking = some.flatMap(({ evidence, scam }) =>
    evidence === null ? [] : [{ features: evidence.features, scam }],
  );
  return fitWeights(asking, byHand);
}

function measure(weightsAt: (at: number) => Weights): PageModel["measured"] {
  const levels = cases.map(({ evidence }, i) => {
    if (evidence === null) return "none";
    const { bias, of } = weightsAt(i);
    return decide(evidence, probability({ bias, weights: of }, evidence.features), rules);
  });
  const count = (scam: boolean, ...wanted: string[]) =>
    levels.filter((level, i) => cases[i]?.scam === scam && wanted.includes(level)).length;
  const benign = cases.filter(({ scam }) => !scam).length;
  return {
    scam: { pages: cases.length - benign, found: count(true, "warn", "block") },
    benignBlocked: { pages: benign, found: count(false, "block") },
    benignWarned: { pages: benign, found: count(false, "warn") },
  };
}

function cost({ scam, benignBlocked, benignWarned }: PageModel["measured"]): number {
  return (
    scam.pages - scam.found + COST.block * benignBlocked.found + COST.warn * benignWarned.found
  );
}

async function casesOf(folder: string): Promise<Case[]> {
  const pages = await readCorpus(folder);
  const server = await serveCorpus(folder, pages);
  try {
    const got = await collectPages(pages, (server.address() as AddressInfo).port);
    return got.sort((a, b) => (a.page.id < b.page.id ? -1 : 1)).map(caseOf);
  } finally {
    server.close();
  }
}

function caseOf({ page, facts }: Collected): Case {
  const parsed = parseAddress(page.url);
  if (!parsed.ok) throw new Error(`${page.id}: ${page.url} is no address`);
  const { host, kind } = parsed.address;
  const site = kind === "domain" ? registrableDomain(host) : null;
  const known = hostFacts(parsed.address, site, { brands, lookalikes });
  return {
    scam: page.label === "scam",
    marks: [`site:${site ?? host}`, `kind:${page.label}:${page.kind}`],
    evidence:
      facts === null || known.trusted ? null : gatherEvidence(facts, known, { brands, mentions }),
  };
}
