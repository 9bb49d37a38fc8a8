import type { Brands } from "../lookalike/brands.ts";
import { type AskKind, asksOf, HARMFUL_ASKS, isTangible, TYPED_SECRETS } from "./ask-kinds.ts";
import type { BrandMentions } from "./brand-mentions.ts";
import { brandsSold } from "./brands-sold.ts";
import { CLAIMED, type Identity } from "./claim.ts";
import { areWordsTurned, type ConcealSign, concealSigns } from "./conceal-signs.ts";
import { type ContextSign, contextSigns } from "./context-signs.ts";
import { foreground } from "./foreground.ts";
import type { HostFacts } from "./host-facts.ts";
import { type HostSign, hostSigns, isTelling } from "./host-signs.ts";
import { claimedIdentity } from "./identity.ts";
import { isChapter } from "./is-chapter.ts";
import { ownVoice } from "./own-voice.ts";
import type { PageFacts } from "./page-facts.ts";
import { pairsOf } from "./pairs.ts";
import { pressureSigns } from "./pressure-signs.ts";
import type { PressureSign } from "./pressure-words.ts";
import { type SinkSign, sinkSigns } from "./sink-signs.ts";
import { type Unpacked, unpackScript } from "./unpack-script.ts";
import { withConstants } from "./with-constants.ts";
import { wordsOfPage } from "./words-of-page.ts";

/** Kinds of evidence against a page; two of the same family are one witness. */
export type Family = "identity" | "ask" | "sink" | "conceal" | "text" | "host";

/** All that speaks for or against a page. */
export interface Evidence {
  /** Whom the page claims to be and is not; null if nobody, or if its own name outweighs the claim. */
  identity: Identity | null;
  asks: ReadonlySet<AskKind>;
  sinks: ReadonlyMap<SinkSign, string>;
  conceals: ReadonlySet<ConcealSign>;
  /** With the number of wordings. */
  pressures: ReadonlyMap<PressureSign, number>;
  hostSigns: readonly HostSign[];
  context: ReadonlySet<ContextSign>;
  families: Family[];
  /** All of it as the model names it. */
  features: string[];
}

export interface EvidenceNeeds {
  brands: Brands;
  mentions: BrandMentions;
}

/** Evidence of every family; null for a page that asks for nothing. */
export function gatherEvidence(
  given: PageFacts,
  known: HostFacts,
  { brands, mentions }: EvidenceNeeds,
): Evidence | null {
  const script = withConstants(given.script);
  const unpacked = unpackScript(script);
  unpacked.wasHidden ||= unpackScript(given.script).wasHidden;
  const facts = onceRun({ ...given, script }, unpacked);
  const folded = wordsOfPage(facts);
  const spoken = foreground(ownVoice(facts), facts);
  const asks = asksOf(facts, spoken);
  if (asks.size === 0 || !isTangible(facts, folded)) return null;
  const sold = brandsSold(facts.title, mentions);
  const host = {
    ...known,
    resemblances: known.resemblances.map((one) =>
      one.brand !== null && sold.has(one.brand) ? { ...one, strong: false } : one,
    ),
  };
  const named = claimedIdentity(facts, host, sold, { mentions, brandNamed: brands.named });
  const pressures = pressureSigns(spoken);
  const isHonest =
    named !== null &&
    (isPayeesBank(named, asks) ||
      (!pressures.has("private-account") &&
        ![...asks].some((ask) => TYPED_SECRETS.has(ask)) &&
        isChapter(facts, folded, named, mentions)));
  const claimed = isHonest ? null : named;
  const context = contextSigns(facts, host, folded, claimed, asks, { brands, mentions });
  const found = {
    claimed,
    identity:
      claimed !== null && claimed.strength >= CLAIMED && !isOutweighed(claimed, context, host)
        ? claimed
        : null,
    asks,
    sinks: sinkSigns(facts, (target) => isOwn(target, host, brands)),
    conceals: concealSigns({ ...facts, script: given.script }, unpacked, asks, folded),
    pressures,
    hostSigns: hostSigns(host, facts),
    context,
  };
  return { ...found, families: familiesOf(found), features: featuresOf(found) };
}

const CANVAS_WORDS = /fillText\s*\(\s*["'`]([^"'`]{3,200})/g;

/** The page as it will be once its scripts have run. */
function onceRun(page: PageFacts, { fields, packages, text, headings }: Unpacked): PageFacts {
  const given = areWordsTurned(page) ? turnedBack(page) : page;
  const canvas = [...given.script.matchAll(CANVAS_WORDS)]
    .slice(0, 40)
    .map(([, words = ""]) => words);
  return {
    ...given,
    fields: [...given.fields, ...fields],
    packages: [...given.packages, ...packages],
    drawn: [given.drawn, ...canvas].join(" "),
    text: `${given.text}\n${text}`,
    headings: [...given.headings.slice(0, 6), ...headings],
  };
}

/** The page with its words as they are written and as they are read from the right. */
function turnedBack(page: PageFacts): PageFacts {
  const both = (text: string) => `${text} ${[...text.normalize("NFC")].reverse().join("")}`;
  return {
    ...page,
    text: both(page.text),
    fields: page.fields.map((field) => ({
      ...field,
      hint: both(field.hint),
      label: both(field.label),
    })),
  };
}

/** A bank that is named where money is sent to, not where secrets are asked for, is whose account it is. */
function isPayeesBank({ brand, places }: Identity, asks: ReadonlySet<AskKind>): boolean {
  if (brand === null || !/^(?:digital-)?bank$|^wallet$/.test(brand.sector)) return false;
  if (places.has("title") || places.has("form") || places.has("host-strong")) return false;
  return asks.has("transfer") && ![...asks].some((ask) => TYPED_SECRETS.has(ask));
}

/**
 * A site's own name outweighs a brand that it mentions, unless that brand's secrets are asked for in its name, or the page
 * lies where nobody who runs the site puts pages.
 */
function isOutweighed(
  { brand, places }: Identity,
  context: ReadonlySet<ContextSign>,
  { buried }: HostFacts,
): boolean {
  if (brand === null || buried || (places.has("form") && places.has("logo"))) return false;
  return context.has("own-name") && !places.has("host-strong");
}

/** Same site, or an organisation that is known: neither is where stolen data goes. */
function isOwn(target: string, { host }: HostFacts, brands: Brands): boolean {
  const site = (name: string) => name.split(".").slice(-2).join(".");
  if (target === host || target.endsWith(`.${host}`) || host.endsWith(`.${target}`)) return true;
  const owner = brands.officialOwner(target);
  if (owner !== null && !owner.userContent) return true;
  return site(target) === site(host) && !/^(?:com|net|org|edu|gov|co)\.\w+$/.test(site(host));
}

type Found = Omit<Evidence, "families" | "features"> & { claimed: Identity | null };

function familiesOf({ identity, asks, sinks, conceals, pressures, hostSigns }: Found): Family[] {
  const families: Family[] = [];
  if (identity !== null) families.push("identity");
  if ([...asks].some((ask) => HARMFUL_ASKS.has(ask))) families.push("ask");
  if (sinks.size > 0) families.push("sink");
  if (conceals.size > 0) families.push("conceal");
  if (pressures.size > 0) families.push("text");
  if (hostSigns.some(isTelling)) families.push("host");
  return families;
}

function featuresOf(found: Found): string[] {
  const { claimed, asks, sinks, conceals, pressures, hostSigns, context } = found;
  const features: string[] = [];
  for (const place of claimed?.places ?? []) features.push(`identity:${place}`);
  if (claimed !== null && claimed.brand === null) features.push("identity:office");
  for (const ask of asks) features.push(`ask:${ask}`);
  const secrets = [...asks].filter((ask) => TYPED_SECRETS.has(ask) || ask === "id-number").length;
  if (secrets > 2) features.push("ask:many");
  for (const sink of sinks.keys()) features.push(`sink:${sink}`);
  for (const sign of conceals) features.push(`conceal:${sign}`);
  for (const [sign, wordings] of pressures) {
    features.push(`text:${sign}`);
    if (wordings > 1) features.push(`text:${sign}:more`);
  }
  if (pressures.size > 2 && !context.has("advice")) features.push("text:several");
  for (const pair of pairsOf(found)) features.push(`pair:${pair}`);
  for (const sign of context) features.push(`context:${sign}`);
  for (const sign of hostSigns) features.push(`host:${sign}`);
  return features;
}
