import { type BrowserContext, chromium } from "@playwright/test";
import { build, type Rollup } from "vite";
import { hostFacts } from "../../src/core/evidence/host-facts.ts";
import { createPageJudge, type PageVerdict } from "../../src/core/evidence/judge-page.ts";
import type { PageFacts } from "../../src/core/evidence/page-facts.ts";
import type { PageModel } from "../../src/core/evidence/page-model.ts";
import { parseAddress } from "../../src/core/host/address.ts";
import { registrableDomain } from "../../src/core/host/domain.ts";
import type { Brands } from "../../src/core/lookalike/brands.ts";
import { createLookalikes } from "../../src/core/lookalike/lookalike.ts";
import { findBrowser } from "../browsers.mjs";
import type { CorpusPage } from "./read-corpus.ts";

/** The page's timers are hurried (collect-in-page.ts); by then, in milliseconds, what comes late is there. */
const LATE = 800;
const AT_ONCE = 6;

export interface Collected {
  page: CorpusPage;
  /** Null if the page asks for nothing. */
  facts: PageFacts | null;
  /** Milliseconds that gathering took, in one go. */
  took: number;
}

/** Opens every page in Chromium without the extension, and runs the guard's collectors in it. */
export async function collectPages(
  pages: readonly CorpusPage[],
  port: number,
): Promise<Collected[]> {
  const program = await findBrowser("chromium");
  const browser = await chromium.launch({
    ...(program === null ? {} : { executablePath: program }),
    args: [`--host-resolver-rules=MAP * 127.0.0.1:${port}`, "--ignore-certificate-errors"],
  });
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    await context.addInitScript(await collectorCode());
    const results: Collected[] = [];
    const waiting = [...pages];
    const work = async () => {
      for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
        results.push(await collectOne(context, page));
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    return results;
  } finally {
    await browser.close();
  }
}

async function collectOne(context: BrowserContext, page: CorpusPage): Promise<Collected> {
  const tab = await context.newPage();
  tab.on("dialog", (dialog) => {
    dialog.dismiss().catch((error: unknown) => console.error(page.id, error));
  });
  await tab.goto(page.url, { waitUntil: "load" });
  await tab.waitForTimeout(LATE);
  const got = (await tab.evaluate("collectForEvaluation()")) as Omit<Collected, "page">;
  await tab.close({ runBeforeUnload: false });
  return { page, ...got };
}

async function collectorCode(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      lib: {
        entry: new URL("collect-in-page.ts", import.meta.url).pathname,
        formats: ["iife"],
        name: "collector",
      },
    },
  })) as Rollup.RollupOutput[];
  const [chunk] = built.flatMap(({ output }) => output);
  if (chunk?.type !== "chunk") throw new Error("The collectors could not be bundled.");
  return chunk.code;
}

/** Judges gathered facts as the background does. */
export function judgeWith(
  brands: Brands,
  model: PageModel,
): (facts: PageFacts | null) => PageVerdict {
  const judge = createPageJudge(brands, model);
  const lookalikes = createLookalikes(brands);
  return (facts) => {
    const nothing = {
      level: "none",
      reasons: [],
      probability: 0,
      features: [],
      families: [],
    } as const;
    const address = facts === null ? null : parseAddress(facts.address);
    if (facts === null || !address?.ok)
      return { ...nothing, reasons: [], features: [], families: [] };
    const { host, kind } = address.address;
    const site = kind === "domain" ? registrableDomain(host) : null;
    return judge.judge(facts, hostFacts(address.address, site, { brands, lookalikes }));
  };
}
