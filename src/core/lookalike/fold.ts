import { toUnicode } from "punycode/punycode.es6.js";
import { oddLetter } from "../host/look-alike-letters.ts";
import { CONFUSABLES } from "./confusables.ts";

const ASCII_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(CONFUSABLES).flatMap(([ascii, letters]) =>
    [...letters].map((letter): [string, string] => [letter, ascii]),
  ),
);
const ASCII_ONLY = /^[\0-\x7f]*$/;
/** Characters that are drawn as nothing. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Single characters for words and phrases of Japanese and Arabic, which NFKD would make up to 18 times as long. */
const WHOLE_WORDS = /[\u3300-\u3357\ufdf0-\ufdfb]/g;

/**
 * Text as an eye in a hurry reads it: lower case, what is unseen removed, compatibility forms and marks taken off
 * (NFKD), đ→d, and letters that pass for ASCII ones undone (UTS 39 and the letters host names may hold).
 * Letters that resemble no ASCII letter stay.
 */
export function foldText(text: string): string {
  if (ASCII_ONLY.test(text)) return text.toLowerCase();
  const bare = text
    .replace(UNSEEN, "")
    .replace(WHOLE_WORDS, "字")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
  // Lower case once more: NFKD turns styled capitals into plain ones.
  return bare.toLowerCase().replace(/[^\0-\x7f]/gu, (letter) => {
    if (letter === "đ") return "d";
    return oddLetter(letter)?.looksLike ?? ASCII_OF.get(letter) ?? letter;
  });
}

/** A label of a host as it reads: A-labels (RFC 3492) decoded and folded; one that can't be decoded stays as it is. */
export function foldLabel(label: string): string {
  if (!label.startsWith("xn--")) return label;
  try {
    return foldText(toUnicode(label)) || label;
  } catch {
    // Not a label that any browser would show in other letters.
    return label;
  }
}

/** Digits that are read as letters; "1" as two. */
const LEET = {
  asL: { "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "@": "a" },
  asI: { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "@": "a" },
} as const;

/** What a text reads as if its digits are letters, and with "rn" and "vv" as m and w; without the text itself. */
export function leetReadings(text: string): string[] {
  const readings = new Set<string>();
  if (/[a-z]/.test(text)) for (const reading of digitsAsLetters(text)) readings.add(reading);
  readings.add(pairsAsLetters(text));
  readings.delete(text);
  return [...readings];
}

/** A text with its digits read as letters, "1" as l and as i. Readings of joined texts are their readings, joined. */
export function digitsAsLetters(text: string): [asL: string, asI: string] {
  if (!/[01345@]/.test(text)) return [text, text];
  const read = (table: Readonly<Record<string, string>>) =>
    text.replace(/[01345@]/g, (digit) => table[digit] ?? digit);
  return [read(LEET.asL), read(LEET.asI)];
}

/** A text with "rn" and "vv" read as m and w. */
export function pairsAsLetters(text: string): string {
  return text.replaceAll("rn", "m").replaceAll("vv", "w");
}
