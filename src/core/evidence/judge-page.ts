import { type Brands, officialSiteOf } from "../lookalike/brands.ts";
import type { Reason } from "../verdict/verdict.ts";
import { type AskKind, asksOf, HARMFUL_ASKS, isTangible, TYPED_SECRETS } from "./ask-kinds.ts";
import { type BrandMentions, indexBrandMentions } from "./brand-mentions.ts";
import { contextSigns } from "./context-signs.ts";
import type { HostFacts } from "./host-facts.ts";
import { CLAIMED, claimedIdentity, type Identity } from "./identity.ts";
import type { PageFacts } from "./page-facts.ts";
import { type PageModel, probability } from "./page-model.ts";
import { concealSigns, pressureSigns, sinkSigns } from "./page-signs.ts";
import { unpackScript } from "./unpack-script.ts";
import { wordsOfPage } from "./words-of-page.ts";

/** Kinds of evidence against a page; two of the same family are one witness. */
export type Family = "identity" | "ask" | "sink" | "conceal" | "text" | "host";

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
    judge: (facts, host) =>
      host.trusted
        ? { level: "none", reasons: [], probability: 0, features: [], families: [] }
        : judge(facts, host, { brands, mentions, model }),
  };
}

interface Needs {
  brands: Brands;
  mentions: BrandMentions;
  model: PageModel;
}

const CANVAS_WORDS = /fillText\s*\(\s*["'`]([^"'`]{3,200})/g;

function judge(given: PageFacts, host: HostFacts, { brands, mentions, model }: Needs): PageVerdict {
  const unpacked = unpackScript(given.script);
  const canvas = [...given.script.matchAll(CANVAS_WORDS)]
    .map(([, words = ""]) => words)
    .slice(0, 40);
  // The page as it will be once its scripts have run.
  const facts: PageFacts = {
    ...given,
    fields: [...given.fields, ...unpacked.fields],
    packages: [...given.packages, ...unpacked.packages],
    drawn: [given.drawn, ...canvas].join(" "),
    text: `${given.text}\n${unpacked.text}`,
    headings:
      unpacked.text === "" ? given.headings : [...given.headings, unpacked.text.slice(0, 120)],
  };
  const folded = wordsOfPage(facts);
  const asks = asksOf(facts, folded);
  if (asks.size === 0 || !isTangible(facts, folded)) {
    return { level: "none", reasons: [], probability: 0, features: [], families: [] };
  }
  const identity = claimedIdentity(facts, host, mentions, brands.named);
  const sinks = sinkSigns(facts, (target) => isOwn(target, host, brands));
  const conceals = concealSigns(facts, unpacked, asks, folded);
  const pressures = pressureSigns(folded);
  const context = contextSigns(facts, host, folded, identity, { brands, mentions });

  const features: string[] = [];
  for (const place of identity?.places ?? []) features.push(`identity:${place}`);
  if (identity !== null && identity.brand === null) features.push("identity:office");
  for (const ask of asks) features.push(`ask:${ask}`);
  const secrets = [...asks].filter((ask) => TYPED_SECRETS.has(ask) || ask === "id-number").length;
  if (secrets > 2) features.push("ask:many");
  for (const sink of sinks.keys()) features.push(`sink:${sink}`);
  for (const sign of conceals) features.push(`conceal:${sign}`);
  for (const sign of pressures) features.push(`text:${sign}`);
  if (pressures.length > 2 && !context.has("advice")) features.push("text:several");
  features.push(...pairs(identity, asks, pressures));
  for (const sign of context) features.push(`context:${sign}`);
  const hostSigns = signsOfHost(host);
  for (const sign of hostSigns) features.push(`host:${sign}`);

  const claims =
    identity !== null && identity.strength >= CLAIMED && !isOutweighed(identity, context);
  const harmful = [...asks].filter((ask) => HARMFUL_ASKS.has(ask));
  if (claims && [...asks].some((ask) => TYPED_SECRETS.has(ask)))
    features.push("pair:name-and-secret");
  const families: Family[] = [];
  if (claims) families.push("identity");
  if (harmful.length > 0) families.push("ask");
  if (sinks.size > 0) families.push("sink");
  if (conceals.size > 0) families.push("conceal");
  if (pressures.length > 0) families.push("text");
  if (hostSigns.some((sign) => sign !== "shared" && sign !== "weak")) families.push("host");

  const likely = probability(model, features);
  const level = decide({
    families,
    likely,
    claims,
    harmful,
    pressures: pressures.length,
    asks,
    model,
  });
  const brand = claims ? (identity?.brand ?? null) : null;
  const site = brand === null ? null : officialSiteOf(brand);
  return {
    level,
    reasons:
      level === "none"
        ? []
        : reasonsOf({
            identity: claims ? identity : null,
            host,
            asks,
            sinks,
            conceals,
            pressures,
            hostSigns,
          }),
    ...(brand === null ? {} : { brand: brand.name }),
    ...(site === null ? {} : { officialSite: site }),
    probability: likely,
    features,
    families,
  };
}

function decide(seen: {
  families: readonly Family[];
  likely: number;
  claims: boolean;
  harmful: readonly AskKind[];
  pressures: number;
  asks: ReadonlySet<AskKind>;
  model: PageModel;
}): PageVerdict["level"] {
  const { families, likely, claims, harmful, pressures, model } = seen;
  const more = families.some((family) => family !== "identity" && family !== "ask");
  if (claims && harmful.length > 0 && more && likely >= model.blockAt) return "block";
  if (likely < model.warnAt) return "none";
  // Text alone adds weight only: there is something to lose on the page, or somebody it pretends to be.
  if (claims && (harmful.length > 0 || more)) return "warn";
  const witnesses = families.filter((family) => family !== "text").length;
  return witnesses > 0 || pressures >= 2 ? "warn" : "none";
}

/** A site's own name outweighs a brand that it mentions, unless that brand's secrets are asked for in its name. */
function isOutweighed(identity: Identity, context: ReadonlySet<string>): boolean {
  if (identity.brand === null) return false;
  if (identity.places.has("form") && identity.places.has("logo")) return false;
  return context.has("own-name") && !identity.places.has("host-strong");
}

/** What is honest by itself, but not together. */
function pairs(
  identity: Identity | null,
  asks: ReadonlySet<AskKind>,
  pressures: readonly string[],
): string[] {
  const found: string[] = [];
  const any = (...some: AskKind[]) => some.some((ask) => asks.has(ask));
  const presses = (...some: string[]) => some.some((sign) => pressures.includes(sign));
  const isState =
    identity !== null && (identity.brand === null || identity.brand.sector === "government");
  // No office of the state takes cards, private transfers or packages outside of its own portal.
  if (isState && any("transfer", "card", "deposit", "package")) found.push("pair:state-money");
  if (any("deposit") && presses("paid-task", "guaranteed-return", "money-recovery")) {
    found.push("pair:pay-to-earn");
  }
  if (any("id-number", "id-photo", "contacts") && presses("easy-credit")) {
    found.push("pair:papers-for-credit");
  }
  return found;
}

type HostSign = "strong" | "weak" | "bare-ip" | "buried" | "shared" | "ending";

function signsOfHost(host: HostFacts): HostSign[] {
  const signs: HostSign[] = [];
  if (host.bareIp) signs.push("bare-ip");
  if (host.buried) signs.push("buried");
  if (host.shared) signs.push("shared");
  if (host.resemblances.some(({ strong, brand }) => strong && brand !== null)) signs.push("strong");
  else if (host.resemblances.some(({ brand }) => brand !== null)) signs.push("weak");
  if (host.resemblances.some(({ class: kind, strong }) => kind === "SFX_MIMIC" && strong))
    signs.push("ending");
  return signs;
}

/** Same site, or an organisation that is known: neither is where stolen data goes. */
function isOwn(target: string, { host }: HostFacts, brands: Brands): boolean {
  const site = (name: string) => name.split(".").slice(-2).join(".");
  if (target === host || target.endsWith(`.${host}`) || host.endsWith(`.${target}`)) return true;
  const owner = brands.officialOwner(target);
  if (owner !== null && !owner.userContent) return true;
  return site(target) === site(host) && !/^(?:com|net|org|edu|gov|co)\.\w+$/.test(site(host));
}

function reasonsOf(found: {
  identity: Identity | null;
  host: HostFacts;
  asks: ReadonlySet<AskKind>;
  sinks: ReadonlyMap<string, string>;
  conceals: ReadonlySet<string>;
  pressures: readonly string[];
  hostSigns: readonly string[];
}): Reason[] {
  const reasons: Reason[] = [];
  const { identity, hostSigns } = found;
  if (identity !== null) reasons.push({ code: "page-identity", name: identity.name });
  reasons.push({ code: "page-asks", asks: [...found.asks] });
  for (const [sink, target] of found.sinks) reasons.push({ code: "page-sink", sink, target });
  for (const sign of found.conceals) reasons.push({ code: "page-conceals", sign });
  for (const sign of found.pressures.slice(0, 3)) reasons.push({ code: "page-presses", sign });
  if (hostSigns.includes("bare-ip")) reasons.push({ code: "page-host", sign: "bare-ip" });
  if (hostSigns.includes("buried")) reasons.push({ code: "page-host", sign: "buried" });
  return reasons;
}
