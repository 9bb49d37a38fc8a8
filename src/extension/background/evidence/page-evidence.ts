import type { PageVerdict } from "../../../core/evidence/judge-page.ts";
import type { PageFacts } from "../../../core/evidence/page-facts.ts";
import { parseAddress } from "../../../core/host/address.ts";
import type { Knowledge } from "../../../core/verdict/judge.ts";
import type { Reason, Verdict } from "../../../core/verdict/verdict.ts";
import type { KnowledgeSource } from "../lists/knowledge-source.ts";
import type { PageBench } from "./page-bench.ts";

/** Judges what pages show. Nothing of it is kept. */
export interface PageEvidence {
  /**
   * @param url the address of the page as the browser knows it
   * @returns null where nothing is found, or nothing may be: an official site, a place in one's own network
   */
  judge(facts: PageFacts, url: string): Promise<Verdict | null>;
  /** Whether what stands at this address is beyond suspicion: what is typed there is given to a known organisation. */
  trusts(url: string): Promise<boolean>;
}

export function createPageEvidence(needs: {
  knowledgeSource: KnowledgeSource;
  /** True while the list is not fresh: what it would have known must be seen in the page. */
  careful: () => Promise<boolean>;
}): PageEvidence {
  const benches = new WeakMap<Knowledge, PageBench>();

  async function bench() {
    const { knowledge } = await needs.knowledgeSource.current();
    // What judges pages is set up when the first one asks: a background that starts must answer about addresses at once.
    const { openPageBench } = await import("./page-bench.ts");
    const open = benches.get(knowledge) ?? openPageBench(knowledge);
    benches.set(knowledge, open);
    return { ...open, feedVersion: knowledge.feedVersion };
  }

  return {
    async judge(facts, url) {
      const parsed = parseAddress(url);
      if (!parsed.ok) return null;
      const { address } = parsed;
      const { about, resembles, strict, careful, feedVersion } = await bench();
      const host = about(address);
      const given = { ...facts, address: address.url };
      let found = strict.judge(given, host);
      // An old list makes the guard more careful, never less.
      if (
        found.level === "none" &&
        found.features.includes("host:strong") &&
        (await needs.careful())
      ) {
        const again = careful.judge(given, host);
        if (again.level !== "none") found = { ...again, level: "warn" };
      }
      if (found.level === "none") return null;
      return verdictOf(found, resembles(found, address), feedVersion);
    },
    async trusts(url) {
      const parsed = parseAddress(url);
      if (!parsed.ok) return false;
      return (await bench()).about(parsed.address).trusted;
    },
  };
}

function verdictOf(found: PageVerdict, alike: readonly Reason[], feedVersion: number): Verdict {
  const { level, reasons, brand, officialSite } = found;
  const [first, ...rest] = reasons;
  return {
    level,
    scope: "page",
    source: "evidence",
    // Who it pretends to be stands first, then how its address helps in it.
    reasons: first?.code === "page-identity" ? [first, ...alike, ...rest] : [...alike, ...reasons],
    ...(brand === undefined ? {} : { brand }),
    ...(officialSite === undefined ? {} : { officialSite }),
    feedVersion,
  };
}
