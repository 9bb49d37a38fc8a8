import type { Brand } from "./brands.ts";
import { foldText } from "./fold.ts";
import { distance, indexSlips, isOneEdit } from "./slips.ts";
import { type Cut, createCutter } from "./word-cut.ts";
import { COMMON_NAMES, KNOWN_WORDS, WORLDWIDE, withoutGenericEnd } from "./words.ts";

/** A spelling under which people know a brand: letters a–z and digits only. */
export interface Name {
  text: string;
  brand: Brand;
  /** True if honest hosts hold it by chance; see COMMON_NAMES. */
  common: boolean;
  /** True if it is common, or known all over the world: then it takes more than the name. */
  weak: boolean;
  /** Letters that are left without parts that many houses share ("bank"): how much the name tells. */
  telling: number;
}

/** From this length on a name is looked for inside labels; shorter ones count as whole tokens only. */
export const LONG_NAME = 5;
/** Shortest name that is looked for with a typing slip. */
const SHORTEST_TYPO = 5;
/** Two letters ("fb", "ff") are read as a name only where all else in the label is known words. */
const SHORTEST_NAME = 2;

/** A name as it stands in a text. */
export interface Hit {
  name: Name;
  /** Index of its first character, and one past its last. */
  from: number;
  to: number;
}

/** Finds brand names in labels. The cost of a question does not depend on how many names there are. */
export interface NameIndex {
  /** The name that is exactly this text. */
  exact(text: string): Name | null;
  /** Names of five letters and more, anywhere in the text, the weightiest first; and whether any shorter one is there. */
  inside(text: string): { hits: Hit[]; short: boolean };
  /** The name that is exactly one edit away: a letter more, less, other, or two neighbours swapped (Damerau). */
  oneEditFrom(text: string): Name | null;
  /** The long name that the text sets out to write, and then garbles: see mostSlips. */
  garbled(text: string): Name | null;
  /** Cuts a text into a name, known words, digits and hyphens; null if something is left over. */
  cut(text: string): Cut | null;
}

/** Makes all spellings of all brands findable. Of two brands with one spelling, the first has it. */
export function indexNames(brands: readonly Brand[]): NameIndex {
  const byText = new Map<string, Name>();
  for (const brand of brands) {
    for (const text of spellings(brand)) {
      // The first brand that has a spelling keeps it, as in the brands file.
      if (byText.has(text)) continue;
      const telling = withoutGenericEnd(text).length;
      const common = isCommon(text, brand);
      const weak = common || WORLDWIDE.has(brand.sector);
      byText.set(text, { text, brand, common, weak, telling });
    }
  }
  const byStart = new Map<number, Name[]>();
  const short = new Set<number>();
  for (const name of byText.values()) {
    const { text } = name;
    if (text.length < LONG_NAME) {
      short.add(packed(text, 0, text.length));
      continue;
    }
    const start = packed(text, 0, LONG_NAME);
    byStart.set(start, [...(byStart.get(start) ?? []), name]);
  }
  for (const names of byStart.values()) names.sort((a, b) => b.text.length - a.text.length);
  const slips = indexSlips([...byText.values()].filter(mayBeMistyped));

  return {
    exact: (text) => byText.get(text) ?? null,
    inside(text) {
      const hits: Hit[] = [];
      let isShort = false;
      for (let from = 0; from + SHORTEST_NAME <= text.length; from++) {
        let code = 1;
        const end = Math.min(from + LONG_NAME, text.length);
        for (let at = from; at < end; at++) {
          code = code * RADIX + digitOf(text.charCodeAt(at));
          if (at < from + LONG_NAME - 1) isShort ||= short.has(code);
        }
        if (end < from + LONG_NAME) continue;
        for (const name of byStart.get(code) ?? NONE) {
          if (!text.startsWith(name.text, from)) continue;
          hits.push({ name, from, to: from + name.text.length });
        }
      }
      if (hits.length > 1) hits.sort((a, b) => byWeight(a.name, b.name));
      return { hits, short: isShort };
    },
    oneEditFrom: (text) => (text.length < SHORTEST_TYPO - 1 ? null : slips(text)),
    garbled(text) {
      if (text.length < SHORTEST_GARBLED - 1 || text.length > LONGEST_GARBLED) return null;
      for (const name of byStart.get(packed(text, 0, LONG_NAME)) ?? NONE) {
        const { length } = name.text;
        if (length < SHORTEST_GARBLED || name.common || !GARBLED.has(name.brand.sector)) continue;
        if (text.length < length - 1 || text.length > length + mostSlips(length)) continue;
        if (distance(text, name.text) <= mostSlips(length)) return name;
      }
      return null;
    },
    cut: createCutter([...byText.values()]),
  };
}

const NONE: readonly Name[] = [];

/** Of two names in one label the one that tells more: "google-jaccs" poses as JACCS, "garena-ff" as Garena. */
export function byWeight(a: Name, b: Name): number {
  return Number(a.weak) - Number(b.weak) || b.text.length - a.text.length;
}

function mayBeMistyped({ text, telling, brand }: Name): boolean {
  // "agribannk": four letters tell enough where the name as a whole is long.
  const tells = telling >= SHORTEST_TYPO || (telling === SHORTEST_TYPO - 1 && text.length > 7);
  if (!tells || /\d/.test(text)) return false;
  // An alias that is itself a slip ("shoppee") would take in words two edits away from the name.
  return !brand.aliases.some((other) => other.length < text.length && isOneEdit(other, text));
}

/** Aliases without blanks, and the name itself if it is one word. */
function spellings({ name, aliases }: Brand): string[] {
  const plain = (text: string) => foldText(text).replace(/[^a-z0-9]/g, "");
  const own = /[(/–]| VN$/.test(name) ? [] : [plain(name)];
  return [...aliases.map(plain), ...own].filter(
    (text) => text.length >= SHORTEST_NAME && !/^\d+$/.test(text) && !KNOWN_WORDS.has(text),
  );
}

function isCommon(text: string, { aliases }: Brand): boolean {
  // An alias in several words is a description: "ngan hang quoc te".
  return (
    COMMON_NAMES.has(text) ||
    aliases.some(
      (alias) =>
        /\s/.test(alias) &&
        alias.replace(/[^a-z0-9]/g, "") === text &&
        text.length > 8 &&
        !aliases.includes(text),
    )
  );
}

/** a–z, 0–9 and anything else. */
const RADIX = 37;

function digitOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 96;
  return code >= 48 && code <= 57 ? code - 21 : 0;
}

/** Up to five characters as one number, different for texts of different length. */
function packed(text: string, from: number, length: number): number {
  let code = 1;
  for (let at = from; at < from + length; at++) code = code * RADIX + digitOf(text.charCodeAt(at));
  return code;
}

/** A name must be long to be known again with several slips, and begin with its own first five letters. */
const SHORTEST_GARBLED = 9;
const LONGEST_GARBLED = 40;
/** Whose names are garbled to get past lists: where the money is. Others are words like "vietnamonline". */
const GARBLED = new Set(["bank", "digital-bank", "wallet", "government", "consumer-finance"]);

function mostSlips(length: number): number {
  return Math.floor(length / 3);
}
