import { foldLabel, leetReadings } from "./fold.ts";
import type { LookalikeClass } from "./lookalike.ts";
import { byWeight, type Hit, LONG_NAME, type Name, type NameIndex } from "./name-index.ts";
import { BAIT_WORDS, baitIn } from "./words.ts";

/** Longest label that is looked at, which is the longest there is (RFC 1035 §2.3.4). */
const LONGEST_LABEL = 63;

/** A name in a label, before it is weighed. */
export interface Seen {
  class: LookalikeClass;
  name: Name;
  words: string[];
  /** True if the label begins with the name, or it is a whole token of it. */
  starts: boolean;
  /** Of a name inside a label: what stands behind it. */
  after?: string;
  /** True if it was recognised in spite of several slips. */
  garbled?: true;
  /** True if digits, or "rn" for m, stand for letters of it behind the first. */
  leet?: true;
}

/** The likeliest reading of one label of a host that holds a brand's name, however disguised; none, or one. */
export function inLabel(names: NameIndex, label: string): Seen[] {
  if (label.length > LONGEST_LABEL) return [];
  const foreign = label.startsWith("xn--");
  const text = foreign ? foldLabel(label) : label;
  const plain = readingOf(names, text);
  if (plain !== null) return [foreign ? { ...plain, class: "IDN_EQ" } : plain];
  for (const reading of leetReadings(text)) {
    const seen = readingOf(names, reading);
    if (seen !== null && readsOtherwise(text, seen.name)) {
      // The first letter is read first: "1cloud" is a cloud.
      const isLeet = text[0] === seen.name.text[0];
      return [{ ...seen, class: foreign ? "IDN_EQ" : "TYPO", ...(isLeet && { leet: true }) }];
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
  if (cut !== null && (hit === undefined || byWeight(cut.name, hit.name) <= 0)) {
    return {
      class: text.includes("-") ? "HYPHEN" : "COMBO",
      name: cut.name,
      words: cut.words,
      starts: true,
    };
  }
  if (hit === undefined) return tokenOf(names, text);
  return {
    class: "EMBED",
    name: hit.name,
    after: joined.slice(hit.to),
    words: wordsBeside(joined, hit),
    starts: hit.from === 0 || text.split("-").includes(hit.name.text),
  };
}

/** Whose short names say something beside words that are not known too. */
const MONEY_KEEPERS = new Set(["bank", "wallet"]);

/** A short name as a whole token, whatever else stands there: "vib-mydiamon-uutien-c1". */
function tokenOf(names: NameIndex, text: string): Seen | null {
  const tokens = text.split("-");
  for (const token of tokens) {
    const name = token.length < LONG_NAME ? names.exact(token) : null;
    if (name === null || name.weak) continue;
    const words = baitIn(tokens);
    if (words.length > 0 || MONEY_KEEPERS.has(name.brand.sector))
      return { class: "HYPHEN", name, words, starts: true };
  }
  return null;
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
  const bare = text.replace(/(?<!\d)\d+$/, "");
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
