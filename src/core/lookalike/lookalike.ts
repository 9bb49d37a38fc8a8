import type { Brands } from "./brands.ts";
import { type Ending, endingOf, isOfLinkService, isSharedHosting } from "./ending.ts";
import { guessedSite } from "./guessed-site.ts";
import { inLabel, type Seen } from "./label-reading.ts";
import { indexNames, type NameIndex } from "./name-index.ts";
import { type OfficialEnding, officialEnding } from "./official-ending.ts";
import { isBaitLabel, isStrong, isStrongBefore } from "./strength.ts";
import { baitIn } from "./words.ts";

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
const MOST_SUBDOMAINS = 8;

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
        found.push(resemblance(seen, owned, ending, { mimic, inVn: site.endsWith(".vn") }));
      }
      const before = host.length > site.length ? host.slice(0, -site.length - 1) : "";
      if (before !== "" && before !== "www") {
        found.push(...inSubdomains(names, brands, before, owned, ending, mimic));
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
      if (isOfLinkService(site)) for (const one of found) one.strong = false;
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

function inSubdomains(
  names: NameIndex,
  brands: Brands,
  before: string,
  owned: string,
  ending: Ending,
  mimic: OfficialEnding | null,
): Resemblance[] {
  const mimics = mimic !== null;
  const found: Resemblance[] = [];
  const labels = before.split(".").slice(-MOST_SUBDOMAINS);
  const copied = copiedDomain(brands, labels);
  for (const label of labels) {
    for (const seen of inLabel(names, label)) {
      const { name, words } = seen;
      const bait = baitIn(words);
      const strong = isStrongBefore(seen, bait, ending, {
        mimics,
        copied: copied === name.brand.name,
        baitLabel: isBaitLabel(owned),
      });
      found.push({
        class: mimics ? "SFX_MIMIC" : "SUB",
        brand: name.brand.name,
        official: false,
        strong: strong || mimic?.strong === true,
        evidence: { name: name.text, label, words, bait, ending },
      });
    }
  }
  if (copied !== null && !found.some(({ strong }) => strong)) {
    found.push({
      class: "SUB",
      brand: copied,
      official: false,
      strong: true,
      evidence: { name: "", label: before, words: [], bait: [], ending },
    });
  }
  return found;
}

/** The brand whose whole official domain stands before somebody else's: "vietcombank.com.vn.ab.shop". */
function copiedDomain(brands: Brands, labels: readonly string[]): string | null {
  for (let end = labels.length; end > 1; end--) {
    const owner = brands.officialOwner(labels.slice(0, end).join("."));
    if (owner !== null) return owner.brand.name;
  }
  return null;
}

function resemblance(
  seen: Seen,
  label: string,
  ending: Ending,
  { mimic, inVn }: { mimic: OfficialEnding | null; inVn: boolean },
): Resemblance {
  const mimics = mimic !== null;
  const { name, words } = seen;
  const bait = baitIn(words);
  return {
    class: mimics && seen.class !== "IDN_EQ" ? "SFX_MIMIC" : seen.class,
    brand: name.brand.name,
    official: false,
    strong: isStrong(seen, bait, ending, { mimics, inVn }) || mimic?.strong === true,
    evidence: { name: name.text, label, words, bait, ending },
  };
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
