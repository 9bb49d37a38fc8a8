import type { Brand, Brands } from "./brands.ts";
import { type Ending, endingOf, isSharedHosting } from "./ending.ts";
import { foldLabel, leetReadings } from "./fold.ts";
import { guessedSite } from "./guessed-site.ts";
import { type Hit, indexNames, LONG_NAME, type Name, type NameIndex } from "./name-index.ts";
import { officialEnding } from "./official-ending.ts";
import { BAIT_WORDS, LOCAL_BAIT } from "./words.ts";

/** How a host resembles a brand; design, "Detecting what no list knows yet". */
export type LookalikeClass =
  /** Reads as the name, in other characters. */
  | "IDN_EQ"
  /** One edit away from the name, or with digits for letters. */
  | "TYPO"
  /** The name itself under an ending that is not the brand's. */
  | "XTLD"
  /** The name and known words, divided by hyphens. */
  | "HYPHEN"
  /** The name and known words, joined. */
  | "COMBO"
  /** The name in a sub-domain of somebody else's domain. */
  | "SUB"
  /** The name inside the registered label, beside anything. */
  | "EMBED"
  /** An official ending before the real one: vn-ab.top, gov-vn.com. */
  | "SFX_MIMIC";

/** One resemblance. It says whom a host seems to imitate, never that it is a scam: dealers use names honestly. */
export interface Resemblance {
  class: LookalikeClass;
  /** Name in the brands artifact; null where only an official ending is imitated. */
  brand: string | null;
  /** Whether the host belongs to that brand: an official host gets no class, so that this is false in every one. */
  official: boolean;
  /** True if so precise that a warning may rest on it (see strength): at most 1 in 10,000 popular hosts. */
  strong: boolean;
  evidence: {
    /** The spelling of the brand that was found; empty for an ending alone. */
    name: string;
    /** The label of the host where it was found, as it stands there. */
    label: string;
    /** Known words beside the name, of which `bait` are such as only the brand itself has reason to write. */
    words: string[];
    bait: string[];
    ending: Ending;
  };
}

export interface Lookalikes {
  /**
   * @param host canonical domain name
   * @param registrable its registrable domain (core/host/domain); without it one is guessed from the common shapes,
   *   good enough to gather evidence in a page, not to decide on
   * @returns all resemblances, strongest first; empty for official hosts of any brand and for offices of any state
   */
  of(host: string, registrable?: string | null): Resemblance[];
}

/** Sections that states keep for their offices: gov.vn, gov, gov.uk, go.th, gob.mx. */
const STATE = /(?:^|\.)(?:(?:gov|govt|gob|gouv|gub|go|gv|mil)\.[a-z]{2}|gov|mil|edu|ac\.[a-z]{2})$/;
/** Longest label that is looked at, which is the longest there is (RFC 1035 §2.3.4). */
const LONGEST_LABEL = 63;
const MOST_SUBDOMAINS = 8;

/** Sectors whose names stand in honest hosts of all countries: sites about them, clients for them. */
const WORLDWIDE = new Set(
  "platform press media travel jobs crypto trading retail charity payment insurance".split(" "),
);

/** Of these, such as people keep money with. */
const MONEY = new Set(["crypto", "payment"]);

export function createLookalikes(brands: Brands): Lookalikes {
  const names = indexNames(brands.all);
  return {
    of(host, registrable = guessedSite(host)) {
      if (registrable === null) return [];
      const site = ownSite(host, registrable);
      const dot = site.indexOf(".");
      if (dot === -1) return [];
      const ending = endingOf(site.slice(dot + 1));
      const owned = site.slice(0, dot);
      const found: Resemblance[] = [];
      const mimic = officialEnding(owned, ending);
      for (const seen of inLabel(names, owned)) {
        found.push(resemblance(seen, owned, ending, mimic !== null));
      }
      const before = host.length > site.length ? host.slice(0, -site.length - 1) : "";
      if (before !== "" && before !== "www") {
        found.push(...inSubdomains(names, brands, before, owned, ending, mimic !== null));
      }
      if (mimic !== null && !found.some((one) => one.class === "SFX_MIMIC")) {
        found.push({
          class: "SFX_MIMIC",
          brand: null,
          official: false,
          strong: mimic.strong,
          evidence: { name: "", label: owned, words: [mimic.ending], bait: [], ending },
        });
      }
      // Asked last: most hosts resemble nobody.
      if (found.length === 0 || brands.officialOwner(host) !== null || STATE.test(host)) return [];
      return found.length < 2 ? found : found.sort(byStrength);
    },
  };
}

/** What one tenant has, where the registrable domain is a site builder's: "shop.weebly.com". */
function ownSite(host: string, registrable: string): string {
  if (!isSharedHosting(registrable) || host.length <= registrable.length) return registrable;
  const dot = host.lastIndexOf(".", host.length - registrable.length - 2);
  return host.slice(dot + 1);
}

/** A name in a label, before it is weighed. */
interface Seen {
  class: LookalikeClass;
  name: Name;
  words: string[];
  /** True if the label begins with the name. */
  starts: boolean;
  /** True if it was recognised in spite of several slips. */
  garbled?: true;
}

function inLabel(names: NameIndex, label: string): Seen[] {
  if (label.length > LONGEST_LABEL) return [];
  const foreign = label.startsWith("xn--");
  const text = foreign ? foldLabel(label) : label;
  const plain = readingOf(names, text);
  if (plain !== null) return [foreign ? { ...plain, class: "IDN_EQ" } : plain];
  for (const reading of leetReadings(text)) {
    const seen = readingOf(names, reading);
    if (seen !== null && readsOtherwise(text, seen.name)) {
      return [{ ...seen, class: foreign ? "IDN_EQ" : "TYPO" }];
    }
  }
  const slip = typingSlip(names, text);
  return slip === null ? [] : [foreign ? { ...slip, class: "IDN_EQ" } : slip];
}

/** A digit counts as a letter only within the name: "shop24" is no brand for its digits. */
function readsOtherwise(text: string, { text: name, telling }: Name): boolean {
  return !text.includes(name) && telling >= LONG_NAME - 1;
}

function readingOf(names: NameIndex, text: string): Seen | null {
  const joined = text.replaceAll("-", "");
  const exact = names.exact(joined);
  if (exact !== null && (exact.text.length >= LONG_NAME || joined === text)) {
    return { class: joined === text ? "XTLD" : "HYPHEN", name: exact, words: [], starts: true };
  }
  const { hits, short } = names.inside(joined);
  const [hit] = hits;
  if (hit === undefined && !short) return null;
  const cut = names.cut(text) ?? (text === joined ? null : names.cut(joined));
  if (cut !== null && (hit === undefined || cut.name.text.length >= hit.name.text.length)) {
    return {
      class: text.includes("-") ? "HYPHEN" : "COMBO",
      name: cut.name,
      words: cut.words,
      starts: true,
    };
  }
  if (hit === undefined) return null;
  return {
    class: "EMBED",
    name: hit.name,
    words: wordsBeside(joined, hit),
    starts: hit.from === 0,
  };
}

/** Known words that touch the name. */
function wordsBeside(joined: string, { from, to }: Hit): string[] {
  const words: string[] = [];
  const before = joined.slice(0, from);
  const after = joined.slice(to);
  for (let length = Math.min(before.length, 16); length >= 3; length--) {
    const word = before.slice(-length);
    if (BAIT_WORDS.has(word)) {
      words.push(word);
      break;
    }
  }
  for (let length = Math.min(after.length, 16); length >= 3; length--) {
    const word = after.slice(0, length);
    if (BAIT_WORDS.has(word)) {
      words.push(word);
      break;
    }
  }
  return words;
}

function typingSlip(names: NameIndex, text: string): Seen | null {
  const tokens = text.split("-");
  const whole = names.oneEditFrom(text.replaceAll("-", ""));
  if (whole !== null && isDeceiving(text, whole))
    return { class: "TYPO", name: whole, words: [], starts: true };
  const bare = text.replace(/\d+$/, "");
  const early = bare === text || bare.includes("-") ? null : names.oneEditFrom(bare);
  if (early !== null && isDeceiving(bare, early))
    return { class: "TYPO", name: early, words: [], starts: true };
  const garbled = names.garbled(text.replaceAll("-", ""));
  if (garbled !== null)
    return { class: "TYPO", name: garbled, words: [], starts: true, garbled: true };
  if (tokens.length < 2) return null;
  for (const token of tokens) {
    const slip = names.oneEditFrom(token);
    if (slip === null || !isDeceiving(token, slip)) continue;
    const words = tokens.filter((other) => other !== token);
    return { class: "TYPO", name: slip, words, starts: true };
  }
  return null;
}

/** The first letter is read first: a short name with another one is another name. */
function isDeceiving(text: string, { text: name }: Name): boolean {
  return name.length > 6 || text[0] === name[0];
}

function inSubdomains(
  names: NameIndex,
  brands: Brands,
  before: string,
  owned: string,
  ending: Ending,
  mimics: boolean,
): Resemblance[] {
  const found: Resemblance[] = [];
  const labels = before.split(".").slice(-MOST_SUBDOMAINS);
  const copied = copiedDomain(brands, labels);
  for (const label of labels) {
    for (const seen of inLabel(names, label)) {
      const { name, words } = seen;
      const bait = words.filter((word) => BAIT_WORDS.has(word));
      const strong = isStrongBefore(seen, bait, ending, {
        mimics,
        copied: copied === name.brand.name,
        baitLabel: isBaitLabel(owned),
      });
      found.push({
        class: mimics ? "SFX_MIMIC" : "SUB",
        brand: name.brand.name,
        official: false,
        strong,
        evidence: { name: name.text, label, words, bait, ending },
      });
    }
  }
  return found;
}

/** Whether a name before somebody else's domain is enough for a warning. */
function isStrongBefore(
  seen: Seen,
  bait: readonly string[],
  ending: Ending,
  around: { mimics: boolean; copied: boolean; baitLabel: boolean },
): boolean {
  const { name } = seen;
  const clear = seen.class !== "EMBED" && seen.class !== "TYPO";
  const long = name.text.length >= LONG_NAME;
  if (around.copied) return true;
  if (seen.class === "IDN_EQ") return long && !name.common;
  if (!clear) return false;
  if (around.mimics || (around.baitLabel && ending !== "country")) return true;
  if (name.common || WORLDWIDE.has(name.brand.sector)) {
    return name.text.length > LONG_NAME && (ending === "cheap" || ending === "shared");
  }
  return long && (bait.length > 0 || ending !== "country");
}

/** The brand whose whole official domain stands before somebody else's: "vietcombank.com.vn.ab.shop". */
function copiedDomain(brands: Brands, labels: readonly string[]): string | null {
  for (let end = labels.length; end > 1; end--) {
    const owner = brands.officialOwner(labels.slice(0, end).join("."));
    if (owner !== null) return owner.brand.name;
  }
  return null;
}

/** True if a registered label is nothing but bait and filler: "xacthuc-online". */
function isBaitLabel(owned: string): boolean {
  return owned.split("-").some((token) => BAIT_WORDS.has(token));
}

function resemblance(seen: Seen, label: string, ending: Ending, mimics: boolean): Resemblance {
  const { name, words } = seen;
  const bait = words.filter((word) => BAIT_WORDS.has(word));
  return {
    class: mimics && seen.class !== "IDN_EQ" ? "SFX_MIMIC" : seen.class,
    brand: name.brand.name,
    official: false,
    strong: isStrong(seen, bait, ending, mimics),
    evidence: { name: name.text, label, words, bait, ending },
  };
}

/** Whether honest hosts of this shape are so rare that a warning may rest on it. */
function isStrong(seen: Seen, bait: readonly string[], ending: Ending, mimics: boolean): boolean {
  const { name, words } = seen;
  const { length } = name.text;
  const foreign = ending === "country";
  const abroad = foreign && !isAtHomeAbroad(name.brand);
  const baited = bait.length > 0;
  if (length < 3) return bait.some((word) => word.length > 3) && !abroad;
  const worldwide = WORLDWIDE.has(name.brand.sector);
  // Those names are registered under .vn by nobody but their owners and those who pose as them.
  const posing = ending === "vn" && name.brand.sector === "platform" && length >= 6;
  const weak = (name.common || worldwide) && !posing;
  const telling = name.telling >= LONG_NAME || length >= 9;
  if (mimics) return length >= LONG_NAME || baited || !weak;
  switch (seen.class) {
    case "IDN_EQ":
      return length >= LONG_NAME && telling && !name.common;
    case "XTLD":
      if (weak || posing || length < LONG_NAME || abroad) return false;
      return ending === "cheap" || ending === "shared" || (ending === "plain" && name.telling > 6);
    case "HYPHEN":
    case "COMBO":
      if (weak && ending === "cheap" && length > 5 && words.length > 0) return true;
      if (weak) return baited && !abroad && (ending !== "plain" || isPointed(bait));
      if (length < LONG_NAME)
        return (
          baited ||
          ending === "cheap" ||
          (length === 4 &&
            ending === "plain" &&
            words.some((word) => /^\d{2,}$/.test(word) || word === "vn"))
        );
      return baited || !abroad;
    case "TYPO":
      if (weak || length < 6) return baited && !abroad && length > 5;
      if (length < 7)
        return baited || ending === "cheap" || (ending === "vn" && words.length === 0);
      if ((length < 8 || name.telling < 6) && ending === "plain") return baited;
      if (seen.garbled) return ending === "cheap" || ending === "plain" || baited;
      return !foreign || baited;
    case "EMBED":
      if (weak && length > 7 && MONEY.has(name.brand.sector) && ending === "cheap") return true;
      if (weak) return baited && length >= 6 && (ending === "cheap" || ending === "shared");
      if (!telling) return (baited || seen.starts) && !abroad && ending !== "vn";
      if (length < 6) return (ending === "cheap" || baited) && !abroad;
      return baited || !foreign || (seen.starts && (!abroad || name.telling > 7));
    default:
      return false;
  }
}

/** True if the bait is Vietnamese, or there is more than one word of it. */
function isPointed(bait: readonly string[]): boolean {
  return bait.length > 1 || bait.some((word) => LOCAL_BAIT.has(word));
}

/** True if the brand names its domains in several countries, so that another country's is none of them. */
function isAtHomeAbroad({ domains, sector }: Brand): boolean {
  const countries = domains.filter(
    (domain) => /\.[a-z]{2}$/.test(domain) && !domain.endsWith(".vn"),
  );
  return countries.length > 2 && !WORLDWIDE.has(sector);
}

/** Where several resemblances are alike strong, the more telling one is named. */
const RANK: readonly LookalikeClass[] = [
  "IDN_EQ",
  "SFX_MIMIC",
  "COMBO",
  "HYPHEN",
  "TYPO",
  "XTLD",
  "SUB",
  "EMBED",
];

function byStrength(a: Resemblance, b: Resemblance): number {
  return (
    Number(b.strong) - Number(a.strong) ||
    Number(b.brand !== null) - Number(a.brand !== null) ||
    RANK.indexOf(a.class) - RANK.indexOf(b.class) ||
    b.evidence.name.length - a.evidence.name.length
  );
}
