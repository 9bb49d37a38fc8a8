import { registrableDomain } from "../../core/host/domain.ts";
import type { Brands } from "../../core/lookalike/brands.ts";
import { createLookalikes, type LookalikeClass } from "../../core/lookalike/lookalike.ts";
import type { Level, Reason } from "../../core/verdict/verdict.ts";
import { type Rate, rate } from "./rate.ts";

/** What the look-alike detector says of one host, beside what is known of it. */
export interface HostCase {
  host: string;
  level: Level;
  expect: "warn" | "none";
  reasons: Reason[];
}

/** One half of the hosts, or all. */
interface Figures {
  /** Scam hosts that strongly resemble a brand or an official ending. */
  recall: Rate;
  /** The same among those that carry a brand's name; see carriesName. */
  recallOfNamed: Rate;
  /** Honest hosts that do. */
  falsePositives: Rate;
}

export interface HostSummary extends Figures {
  counts: { scam: number; benign: number; scamNamed: number; benignOfficial: number };
  /** Hosts by their first class: with a strong one, and with a weak one. */
  perClass: Record<string, { scam: [number, number]; benign: [number, number] }>;
  /** By a hash of the registrable domain, so that one owner's hosts fall in one half: to build on, to measure on. */
  halves: { fit: Figures; measure: Figures };
}

/**
 * Asks the detector alone, no list, about hosts of which it is known what they are.
 *
 * @param onCase is told every case, scam hosts first
 */
export function evaluateHosts(
  scam: readonly string[],
  benign: readonly string[],
  brands: Brands,
  onCase: (one: HostCase) => void,
): HostSummary {
  const lookalikes = createLookalikes(brands);
  const named = carriesName(brands);
  const halves = { fit: emptyTally(), measure: emptyTally() };
  const classes = new Map<LookalikeClass, { scam: [number, number]; benign: [number, number] }>();
  let benignOfficial = 0;
  const ask = (host: string, isScam: boolean) => {
    const registrable = registrableDomain(host);
    const [first] = lookalikes.of(host, registrable);
    const strong = first?.strong === true;
    const tally = halves[halfOf(registrable ?? host)];
    if (first !== undefined) {
      const counts = classes.get(first.class) ?? { scam: [0, 0], benign: [0, 0] };
      counts[isScam ? "scam" : "benign"][strong ? 0 : 1]++;
      classes.set(first.class, counts);
    }
    const official = brands.officialOwner(host) !== null;
    if (isScam) {
      const hasName = named(host);
      tally.scam++;
      if (strong) tally.found++;
      if (hasName) tally.named++;
      if (hasName && strong) tally.namedFound++;
    } else {
      tally.benign++;
      if (strong) tally.disturbed++;
      if (official) benignOfficial++;
    }
    onCase({
      host,
      level: strong ? "warn" : official ? "official" : "none",
      expect: isScam ? "warn" : "none",
      reasons: first
        ? [
            {
              code: "look-alike",
              class: first.class,
              brand: first.brand,
              label: first.evidence.label,
            },
          ]
        : [],
    });
  };
  for (const host of scam) ask(host, true);
  for (const host of benign) ask(host, false);

  const all = sum(halves.fit, halves.measure);
  return {
    counts: {
      scam: all.scam,
      benign: all.benign,
      scamNamed: all.named,
      benignOfficial,
    },
    ...figures(all),
    perClass: Object.fromEntries([...classes].sort(([a], [b]) => (a < b ? -1 : 1))),
    halves: { fit: figures(halves.fit), measure: figures(halves.measure) },
  };
}

interface Tally {
  scam: number;
  found: number;
  named: number;
  namedFound: number;
  benign: number;
  disturbed: number;
}

function emptyTally(): Tally {
  return { scam: 0, found: 0, named: 0, namedFound: 0, benign: 0, disturbed: 0 };
}

function sum(a: Tally, b: Tally): Tally {
  return {
    scam: a.scam + b.scam,
    found: a.found + b.found,
    named: a.named + b.named,
    namedFound: a.namedFound + b.namedFound,
    benign: a.benign + b.benign,
    disturbed: a.disturbed + b.disturbed,
  };
}

function figures({ scam, found, named, namedFound, benign, disturbed }: Tally): Figures {
  return {
    recall: rate(found, scam),
    recallOfNamed: rate(namedFound, named),
    falsePositives: rate(disturbed, benign),
  };
}

/** FNV-1a of the registrable domain, one bit of it. */
function halfOf(registrable: string): "fit" | "measure" {
  let hash = 0x811c9dc5;
  for (let at = 0; at < registrable.length; at++) {
    hash = Math.imul(hash ^ registrable.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 7) & 1 ? "measure" : "fit";
}

/** From this length on a name counts wherever it stands; a shorter one as a whole token only. */
const LONG_NAME = 6;
const SHORTEST_NAME = 3;

/**
 * Whether a host carries a brand's name, told without the detector: an alias of the brands file that is one word
 * stands in it letter for letter, hyphens dropped (six letters and more), or is a whole token of it between dots,
 * hyphens and digits (three to five). Misspelt and disguised names are not counted.
 */
function carriesName(brands: Brands): (host: string) => boolean {
  const aliases = brands.all
    .flatMap((brand) => brand.aliases)
    .filter((alias) => /^[a-z0-9-]+$/.test(alias))
    .map((alias) => alias.replaceAll("-", ""));
  const long = [...new Set(aliases.filter(({ length }) => length >= LONG_NAME))];
  const short = new Set(
    aliases.filter(({ length }) => length >= SHORTEST_NAME && length < LONG_NAME),
  );
  return (host) => {
    const joined = host.replaceAll("-", "");
    if (long.some((alias) => joined.includes(alias))) return true;
    return host.split(/[.\-\d]+/).some((token) => short.has(token));
  };
}
