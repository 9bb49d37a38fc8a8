import type { Brand } from "./brands.ts";
import { foldText } from "./fold.ts";
import { COMMON_NAMES, GENERIC_END, KNOWN_WORDS, LONGEST_WORD } from "./words.ts";

/** A spelling under which people know a brand: letters a–z and digits only. */
export interface Name {
  text: string;
  brand: Brand;
  /** True if honest hosts hold it by chance; see COMMON_NAMES. */
  common: boolean;
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
  /** Names of five letters and more, anywhere in the text, longest first. */
  inside(text: string): Hit[];
  /** True if the text holds any short name, so that cutting it into words may be worth while. */
  mayHoldShort(text: string): boolean;
  /** The name that is exactly one edit away: a letter more, less, other, or two neighbours swapped (Damerau). */
  oneEditFrom(text: string): Name | null;
  /** The long name that the text sets out to write, and then garbles: see mostSlips. */
  garbled(text: string): Name | null;
  /**
   * Cuts a text into one brand name, known words and digits, nothing left over.
   *
   * @returns the name and the words beside it; null if something is left over
   */
  cut(text: string): { name: Name; words: string[] } | null;
}

export function indexNames(brands: readonly Brand[]): NameIndex {
  const byText = new Map<string, Name>();
  for (const brand of brands) {
    for (const text of spellings(brand)) {
      // The first brand that has a spelling keeps it, as in the brands file.
      if (!byText.has(text)) {
        const telling = text.replace(GENERIC_END, "").length;
        byText.set(text, { text, brand, common: isCommon(text, brand), telling });
      }
    }
  }
  const byStart = new Map<number, Name[]>();
  const short = new Set<number>();
  const nearby = new Map<string, Name[]>();
  for (const name of byText.values()) {
    const { text } = name;
    if (text.length < LONG_NAME) short.add(packed(text, 0, text.length));
    else push(byStart, packed(text, 0, LONG_NAME), name);
    if (name.telling < SHORTEST_TYPO || /\d/.test(text)) continue;
    // An alias that is itself a slip ("shoppee") would take in words two edits away from the name.
    if (name.brand.aliases.some((other) => isOneEdit(other, text) && other.length < text.length)) {
      continue;
    }
    for (const near of withOneLess(text)) push(nearby, near, name);
    push(nearby, text, name);
  }
  for (const names of byStart.values()) names.sort((a, b) => b.text.length - a.text.length);
  const lengths = [...byText.keys()].map((text) => text.length);
  const longest = Math.max(0, ...lengths);

  const inside = (text: string): Hit[] => {
    const hits: Hit[] = [];
    for (let from = 0; from + LONG_NAME <= text.length; from++) {
      for (const name of byStart.get(packed(text, from, LONG_NAME)) ?? []) {
        if (text.startsWith(name.text, from))
          hits.push({ name, from, to: from + name.text.length });
      }
    }
    return hits.length < 2 ? hits : hits.sort((a, b) => b.name.text.length - a.name.text.length);
  };

  return {
    exact: (text) => byText.get(text) ?? null,
    inside,
    mayHoldShort(text) {
      for (let from = 0; from + SHORTEST_NAME <= text.length; from++) {
        const most = Math.min(LONG_NAME - 1, text.length - from);
        for (let length = SHORTEST_NAME; length <= most; length++) {
          if (short.has(packed(text, from, length))) return true;
        }
      }
      return false;
    },
    oneEditFrom(text) {
      if (text.length < SHORTEST_TYPO - 1 || text.length > longest + 1) return null;
      const seen = nearby.get(text)?.find((name) => isOneEdit(text, name.text));
      if (seen) return seen;
      for (const near of withOneLess(text)) {
        const found = nearby.get(near)?.find((name) => isOneEdit(text, name.text));
        if (found) return found;
      }
      return null;
    },
    garbled(text) {
      if (text.length < LONGEST_CUT && text.length >= SHORTEST_GARBLED - 2) {
        for (const name of byStart.get(packed(text, 0, LONG_NAME)) ?? []) {
          const { length } = name.text;
          if (length < SHORTEST_GARBLED || name.common || !GARBLED.has(name.brand.sector)) continue;
          if (text.length < length - 1 || text.length > length + mostSlips(length)) continue;
          if (distance(text, name.text) <= mostSlips(length)) return name;
        }
      }
      return null;
    },
    cut: (text) => cutIntoWords(text, byText, longest),
  };
}

function push<K>(map: Map<K, Name[]>, key: K, name: Name): void {
  const names = map.get(key);
  if (names === undefined) map.set(key, [name]);
  else if (!names.includes(name)) names.push(name);
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

/** Up to five characters of a label as one number; other characters than a–z and 0–9 count as one. */
function packed(text: string, from: number, length: number): number {
  let number = length;
  for (let at = from; at < from + length; at++) {
    const code = text.charCodeAt(at);
    const digit = code >= 97 && code <= 122 ? code - 96 : code >= 48 && code <= 57 ? code - 21 : 0;
    number = number * 37 + digit;
  }
  return number;
}

function* withOneLess(text: string): Generator<string> {
  for (let at = 0; at < text.length; at++) {
    // In a run of equal letters it makes no difference which one goes.
    if (at > 0 && text[at] === text[at - 1]) continue;
    yield text.slice(0, at) + text.slice(at + 1);
  }
}

/** Damerau–Levenshtein distance of exactly one. */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  if (a.length > b.length) return a.slice(at + 1) === b.slice(at);
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** A name must be long to be known again with several slips, and begin with its own first five letters. */
const SHORTEST_GARBLED = 9;

/** Whose names are garbled to get past lists: where the money is. Others are words like "vietnamonline". */
const GARBLED = new Set(["bank", "digital-bank", "wallet", "government", "consumer-finance"]);

function mostSlips(length: number): number {
  return Math.floor(length / 3);
}

/** Levenshtein distance; both texts are labels, so the cost is bounded. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Longest text that is cut, in characters: longest label of a host. */
const LONGEST_CUT = 63;

interface Cut {
  name: Name | null;
  words: readonly string[];
  /** Fewer pieces are the likelier reading. */
  pieces: number;
}

function cutIntoWords(
  text: string,
  names: ReadonlyMap<string, Name>,
  longestName: number,
): { name: Name; words: string[] } | null {
  if (text.length > LONGEST_CUT) return null;
  const reach = Math.max(longestName, LONGEST_WORD);
  // Two best readings of each beginning: without a name yet, and with one.
  const without: (Cut | null)[] = [{ name: null, words: [], pieces: 0 }];
  const having: (Cut | null)[] = [null];
  for (let to = 1; to <= text.length; to++) {
    let plain: Cut | null = null;
    let named: Cut | null = null;
    for (let from = Math.max(0, to - reach); from < to; from++) {
      const before = without[from] ?? null;
      const beforeNamed = having[from] ?? null;
      if (before === null && beforeNamed === null) continue;
      const piece = text.slice(from, to);
      const isWord = piece === "-" || KNOWN_WORDS.has(piece) || /^\d+$/.test(piece);
      if (isWord) {
        if (before !== null) plain = fewer(plain, withWord(before, piece));
        if (beforeNamed !== null) named = fewer(named, withWord(beforeNamed, piece));
      }
      const name = isWord ? undefined : names.get(piece);
      if (name === undefined) continue;
      if (before !== null) {
        named = fewer(named, { name, words: before.words, pieces: before.pieces + 1 });
      }
      if (beforeNamed !== null) named = fewer(named, withName(beforeNamed, name));
    }
    without.push(plain);
    having.push(named);
  }
  const best = having[text.length];
  return best?.name ? { name: best.name, words: best.words.filter((word) => word !== "-") } : null;
}

function withWord(cut: Cut, word: string): Cut {
  const pieces = cut.pieces + (word === "-" ? 0 : 1);
  return { name: cut.name, words: [...cut.words, word], pieces };
}

/** Of two names in one label the longer one is told: "garena-ff" poses as Garena. */
function withName(cut: Cut, name: Name): Cut {
  const longer = cut.name === null || name.text.length > cut.name.text.length ? name : cut.name;
  return { name: longer, words: cut.words, pieces: cut.pieces + 1 };
}

function fewer(a: Cut | null, b: Cut): Cut {
  return a === null || b.pieces < a.pieces ? b : a;
}
