import { hostFacts } from "../../core/evidence/host-facts.ts";
import { createPageJudge, type PageVerdict } from "../../core/evidence/judge-page.ts";
import type { PageFacts } from "../../core/evidence/page-facts.ts";
import { type Address, parseAddress } from "../../core/host/address.ts";
import { registrableDomain } from "../../core/host/domain.ts";
import { createLookalikes } from "../../core/lookalike/lookalike.ts";
import type { Knowledge } from "../../core/verdict/judge.ts";
import type { Reason, Verdict } from "../../core/verdict/verdict.ts";
import type { KnowledgeSource } from "./knowledge-source.ts";

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

/** While the list is old, a page on a strong look-alike host needs only this share of the evidence. */
const WHILE_OLD = 0.5;

export function createPageEvidence(needs: {
  knowledgeSource: KnowledgeSource;
  /** True while the list is not fresh: what it would have known must be seen in the page. */
  careful: () => Promise<boolean>;
}): PageEvidence {
  const benches = new WeakMap<Knowledge, ReturnType<typeof openBench>>();

  async function bench() {
    const { knowledge } = await needs.knowledgeSource.current();
    let open = benches.get(knowledge);
    if (open === undefined) {
      open = openBench(knowledge);
      benches.set(knowledge, open);
    }
    return open;
  }

  return {
    async judge(facts, url) {
      const parsed = parseAddress(url);
      if (!parsed.ok) return null;
      const { address } = parsed;
      const { knowledge, lookalikes, strict, careful } = await bench();
      const host = about(address, { brands: knowledge.brands, lookalikes });
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
      return verdictOf(found, resembles(found, address, lookalikes), knowledge.feedVersion);
    },
    async trusts(url) {
      const parsed = parseAddress(url);
      if (!parsed.ok) return false;
      const { knowledge, lookalikes } = await bench();
      return about(parsed.address, { brands: knowledge.brands, lookalikes }).trusted;
    },
  };
}

function openBench(knowledge: Knowledge) {
  const { brands, pageModel } = knowledge;
  // The package brings weights, and no update takes them away: without them the guard would see nothing, and must say so.
  if (pageModel === undefined) throw new Error("there are no weights to judge pages by");
  return {
    knowledge,
    lookalikes: createLookalikes(brands),
    strict: createPageJudge(brands, pageModel),
    careful: createPageJudge(brands, { ...pageModel, warnAt: pageModel.warnAt * WHILE_OLD }),
  };
}

type Around = Parameters<typeof hostFacts>[2];

function about(address: Address, around: Around) {
  const { host, kind } = address;
  return hostFacts(address, kind === "domain" ? registrableDomain(host) : null, around);
}

/** That the host itself imitates the brand that the page bears, in words for people. */
function resembles(
  { brand }: PageVerdict,
  { host, kind }: Address,
  lookalikes: Around["lookalikes"],
): Reason[] {
  if (kind !== "domain") return [];
  const [first] = lookalikes
    .of(host, registrableDomain(host))
    .filter((one) => one.strong && (brand === undefined || one.brand === brand));
  if (first === undefined) return [];
  const { class: kindOf, evidence } = first;
  return [{ code: "look-alike", class: kindOf, brand: first.brand, label: evidence.label }];
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
