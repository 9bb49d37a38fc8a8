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
  const match = findSpelled(text, letters);
  if (match === null || match.written.join("") === name) return null;
  const parts = match.written.map((written, i): DisguisedPart => {
    const looksLike = letters[i] ?? "";
    if (written === looksLike) return { text: written, odd: null };
    const script = /\d/.test(written) ? "digit" : written.length > 1 ? "pair" : "swapped";
    return { text: written, odd: { letter: written, looksLike, script } };
  });
  return { at: match.at, parts };
}

/** Finds letters or what stands in for them, first in the text; of several readings the plainest. */
function findSpelled(
  text: string,
  letters: readonly string[],
): { at: number; written: string[] } | null {
  /** Letter and place from which no reading goes on, so that none is tried twice. */
  const dead = new Set<number>();
  const read = (letter: number, at: number): string[] | null => {
    const plain = letters[letter];
    if (plain === undefined) return [];
    const state = at * letters.length + letter;
    if (dead.has(state)) return null;
    for (const way of [plain, ...(STAND_INS[plain] ?? [])]) {
      const rest = text.startsWith(way, at) ? read(letter + 1, at + way.length) : null;
      if (rest !== null) return [way, ...rest];
    }
    dead.add(state);
    return null;
  };
  for (let at = 0; at <= text.length; at++) {
    const written = read(0, at);
    if (written !== null) return { at, written };
  }
  return null;
}
