import { hostFacts } from "../../core/evidence/host-facts.ts";
import { createPageJudge, type PageVerdict } from "../../core/evidence/judge-page.ts";
import { type Address, parseAddress } from "../../core/host/address.ts";
import { registrableDomain } from "../../core/host/domain.ts";
import { indexBrands } from "../../core/lookalike/brands.ts";
import { createLookalikes } from "../../core/lookalike/lookalike.ts";
import type { Reason, Verdict } from "../../core/verdict/verdict.ts";
import type { JudgeAnswer, JudgeKnowledge, JudgeQuestion } from "./question.ts";

/** While the list is old, a page on a strong look-alike host needs only this share of the evidence. */
const WHILE_OLD = 0.5;

/** Answers questions about pages. Synchronous and without a limit: runs only where it can be ended from outside. */
export function createQuestionJudge(): (question: JudgeQuestion) => JudgeAnswer {
  let judge: ReturnType<typeof setUp> | null = null;
  return ({ knowledge, facts, url, isForeign }) => {
    const parsed = parseAddress(url);
    if (!parsed.ok) return { verdict: null, whileOld: null };
    if (judge?.id !== knowledge.id) judge = setUp(knowledge);
    const { address } = parsed;
    const known = judge.about(address);
    const host = isForeign ? { ...known, trusted: false } : known;
    const given = { ...facts, address: address.url };
    const { strict, careful, resembles } = judge;
    const verdictOf = (found: PageVerdict): Verdict | null =>
      found.level === "none"
        ? null
        : toVerdict(found, resembles(found, address), knowledge.feedVersion);
    const found = strict.judge(given, host);
    const verdict = verdictOf(found);
    if (verdict !== null || !found.features.includes("host:strong"))
      return { verdict, whileOld: verdict };
    const whileOld = verdictOf(careful.judge(given, host));
    return { verdict, whileOld: whileOld && { ...whileOld, level: "warn" } };
  };
}

function setUp({ id, brands: all, model }: JudgeKnowledge) {
  const brands = indexBrands(all);
  const lookalikes = createLookalikes(brands);
  return {
    id,
    strict: createPageJudge(brands, model),
    careful: createPageJudge(brands, { ...model, warnAt: model.warnAt * WHILE_OLD }),
    about(address: Address) {
      const { host, kind } = address;
      const domain = kind === "domain" ? registrableDomain(host) : null;
      return hostFacts(address, domain, { brands, lookalikes });
    },
    /** That the host itself imitates the brand that the page bears. */
    resembles({ brand }: PageVerdict, { host, kind }: Address): Reason[] {
      if (kind !== "domain") return [];
      const [first] = lookalikes
        .of(host, registrableDomain(host))
        .filter((one) => one.strong && (brand === undefined || one.brand === brand));
      if (first === undefined) return [];
      const { class: kindOf, evidence } = first;
      return [{ code: "look-alike", class: kindOf, brand: first.brand, label: evidence.label }];
    },
  };
}

function toVerdict(found: PageVerdict, alike: readonly Reason[], feedVersion: number): Verdict {
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
