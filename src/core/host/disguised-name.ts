import type { AsciiOddLetter } from "./look-alike-letters.ts";

/** What is written in a letter's place so that a hurried eye reads the letter. */
const STAND_INS: Readonly<Record<string, readonly string[]>> = {
  a: ["4"],
  e: ["3"],
  i: ["1", "l"],
  l: ["1", "i"],
  m: ["rn", "nn", "n"],
  n: ["m"],
  o: ["0"],
  s: ["5"],
  w: ["vv"],
};

/** A stretch of a disguised name: as it should be, or what stands in for a letter. */
export interface DisguisedPart {
  text: string;
  odd: AsciiOddLetter | null;
}

/**
 * Finds a name that is written with letters and digits that pass for its own: "vietc0mbank", "vietcornbank".
 *
 * @param text in lower case
 * @returns where it begins and its parts, or null if it is not there, or stands there undisguised
 */
export function findDisguised(
  text: string,
  name: string,
): { at: number; parts: DisguisedPart[] } | null {
  const letters = [...name];
  const pattern = letters.map((letter) => {
    const ways = [letter.replace(/[^a-z0-9]/g, "\\$&"), ...(STAND_INS[letter] ?? [])];
    return `(${ways.join("|")})`;
  });
  const match = new RegExp(pattern.join("")).exec(text);
  if (match === null || match[0] === name) return null;
  const parts = match.slice(1).map((written, i): DisguisedPart => {
    const looksLike = letters[i] ?? "";
    if (written === looksLike) return { text: written, odd: null };
    const script = /\d/.test(written) ? "digit" : written.length > 1 ? "pair" : "swapped";
    return { text: written, odd: { letter: written, looksLike, script } };
  });
  return { at: match.index, parts };
}
