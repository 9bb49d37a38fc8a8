import { type Brands, officialSiteOf } from "../lookalike/brands.ts";
import type { Reason } from "../verdict/verdict.ts";
import { HARMFUL_ASKS } from "./ask-kinds.ts";
import { indexBrandMentions } from "./brand-mentions.ts";
import type { ClaimPlace, Identity } from "./claim.ts";
import { type Evidence, type Family, gatherEvidence } from "./gather-evidence.ts";
import type { HostFacts } from "./host-facts.ts";
import type { PageFacts } from "./page-facts.ts";
import { type PageModel, probability } from "./page-model.ts";
import type { PressureSign } from "./pressure-words.ts";

export interface PageVerdict {
  level: "block" | "warn" | "none";
  /** Strongest first; empty where nothing is found. */
  reasons: Reason[];
  /** Name of the brand that is imitated, and the host of its real site. */
  brand?: string;
  officialSite?: string;
  /** Probability by the model, before the rule. */
  probability: number;
  /** Features that were found, as the model names them. */
  features: string[];
  families: Family[];
}

export interface PageJudge {
  /**
   * The verdict on a page by what it shows and asks: blocked only if it claims to be somebody it is not, asks for what
   * hurts, and one more family of evidence agrees; see design, "Rules of the verdict".
   */
  judge(facts: PageFacts, host: HostFacts): PageVerdict;
}

export function createPageJudge(brands: Brands, model: PageModel): PageJudge {
  const mentions = indexBrandMentions(brands.all);
  return {
    judge(facts, host) {
      const evidence = host.trusted ? null : gatherEvidence(facts, host, { brands, mentions });
      if (evidence === null)
        return { level: "none", reasons: [], probability: 0, features: [], families: [] };
      const { identity, features, families } = evidence;
      const likely = probability(model, features);
      const level = decide(evidence, likely, model);
      const brand = identity?.brand ?? null;
      const site = brand === null ? null : officialSiteOf(brand);
      return {
        level,
        reasons: level === "none" ? [] : reasonsOf(evidence),
        ...(brand === null ? {} : { brand: brand.name }),
        ...(site === null ? {} : { officialSite: site }),
        probability: likely,
        features,
        families,
      };
    },
  };
}

const WITNESSES: ReadonlySet<Family> = new Set<Family>(["sink", "conceal", "text"]);

/** What shops say as well. */
const SELLERS_TALK: ReadonlySet<PressureSign> = new Set<PressureSign>([
  "urgency",
  "prize",
  "prepay",
  "easy-credit",
]);

/** Where whoever only writes about somebody puts the name as well. */
const IN_PASSING: ReadonlySet<ClaimPlace> = new Set<ClaimPlace>([
  "title-mention",
  "heading",
  "words",
  "path",
  "assets",
]);

/** Whether the page bears the name, as its own pages do, rather than mention it. An office's name is only found so. */
function isBorne({ brand, places }: Identity): boolean {
  return brand === null || [...places].some((place) => !IN_PASSING.has(place));
}

/** Whether there is more to lose at once than what one sends oneself. */
function takes(asks: Evidence["asks"]): boolean {
  return [...asks].some((ask) => HARMFUL_ASKS.has(ask) && ask !== "transfer" && ask !== "deposit");
}

/** The rule on top of the weights. */
export function decide(
  { identity, asks, pressures, families, context }: Evidence,
  likely: number,
  { warnAt, blockAt }: Pick<PageModel, "warnAt" | "blockAt">,
): PageVerdict["level"] {
  const harms = [...asks].some((ask) => HARMFUL_ASKS.has(ask));
  const more = families.some((family) => family !== "identity" && family !== "ask");
  // Agents who collect telephone numbers name the house and its gifts, also in their address.
  const presses = [...pressures].some(
    ([sign, count]) => !SELLERS_TALK.has(sign) || (sign === "easy-credit" && count > 1),
  );
  const hides = families.some((family) => family === "sink" || family === "conceal");
  // An account number may be anybody's: beside it the host alone is no third witness.
  const agrees = families.some((family) => WITNESSES.has(family)) || (more && takes(asks));
  // Who calls himself a dealer bears the name by right, or lies in a way that only a call can tell.
  const sells = context.has("declared-dealer") && !takes(asks);
  // Whoever has a name of his own under .vn has shown his papers for it: where he takes money alone, a banner asks for a call.
  const isKnown = context.has("registered") && !takes(asks) && !hides;
  const isSure = likely >= blockAt && !sells && !isKnown;
  if (identity !== null && isBorne(identity) && harms && agrees && isSure) return "block";
  if (likely < warnAt) return "none";
  // Text alone adds weight only: there is something to lose on the page, or somebody it pretends to be.
  if (identity !== null) return harms || presses || hides ? "warn" : "none";
  const wordings = [...pressures.values()].reduce((sum, count) => sum + count, 0);
  return families.some((family) => family !== "text") || wordings >= 2 ? "warn" : "none";
}

function reasonsOf({ identity, asks, sinks, conceals, pressures, hostSigns }: Evidence): Reason[] {
  const reasons: Reason[] = [];
  if (identity !== null) reasons.push({ code: "page-identity", name: identity.name });
  reasons.push({ code: "page-asks", asks: [...asks] });
  for (const [sink, target] of sinks) reasons.push({ code: "page-sink", sink, target });
  for (const sign of conceals) reasons.push({ code: "page-conceals", sign });
  for (const sign of [...pressures.keys()].slice(0, 3))
    reasons.push({ code: "page-presses", sign });
  if (hostSigns.includes("bare-ip")) reasons.push({ code: "page-host", sign: "bare-ip" });
  if (hostSigns.includes("buried")) reasons.push({ code: "page-host", sign: "buried" });
  return reasons;
}
