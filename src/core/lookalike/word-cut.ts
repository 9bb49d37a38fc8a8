import { byWeight, type Name } from "./name-index.ts";
import { KNOWN_WORDS } from "./words.ts";

/** A text cut up with nothing left over. */
export interface Cut {
  name: Name;
  /** Known words and runs of digits, in their order. */
  words: string[];
}

/** Longest text that is cut, in characters: the longest label of a host (RFC 1035 §2.3.4). */
const LONGEST_CUT = 63;

interface Reading {
  name: Name | null;
  words: readonly string[];
  /** Of two readings the one with fewer pieces is likelier. */
  pieces: number;
}

/** A piece that a text may go on with: a known word, or a name. */
interface Piece {
  text: string;
  name: Name | null;
}

/**
 * @returns a function that reads a text as names, known words, digits and hyphens, at least one name among them; of
 *   several names it gives the weightiest; null if anything is left over
 */
export function createCutter(names: readonly Name[]): (text: string) => Cut | null {
  const byStart = new Map<string, Piece[]>();
  const add = (piece: Piece) => {
    const start = piece.text.slice(0, 2);
    byStart.set(start, [...(byStart.get(start) ?? []), piece]);
  };
  for (const word of KNOWN_WORDS) add({ text: word, name: null });
  for (const name of names) if (!KNOWN_WORDS.has(name.text)) add({ text: name.text, name });

  return (text) => {
    if (text.length > LONGEST_CUT) return null;
    // The best reading of each beginning of the text, without a name and with one.
    const plain: (Reading | undefined)[] = [{ name: null, words: [], pieces: 0 }];
    const named: (Reading | undefined)[] = [];
    for (let from = 0; from < text.length; from++) {
      const without = plain[from];
      const having = named[from];
      if (without === undefined && having === undefined) continue;
      const goOn = (piece: Piece) => {
        const to = from + piece.text.length;
        if (having !== undefined) named[to] = fewer(named[to], joined(having, piece));
        if (without === undefined) return;
        const next = joined(without, piece);
        if (piece.name === null) plain[to] = fewer(plain[to], next);
        else named[to] = fewer(named[to], next);
      };
      if (text[from] === "-") goOn(HYPHEN);
      const digits = digitsAt(text, from);
      if (digits !== "") goOn({ text: digits, name: null });
      for (const piece of [
        ...(byStart.get(text.slice(from, from + 2)) ?? []),
        ...(byStart.get(text.charAt(from)) ?? []),
      ]) {
        if (text.startsWith(piece.text, from)) goOn(piece);
      }
    }
    const best = named[text.length];
    return best?.name ? { name: best.name, words: [...best.words] } : null;
  };
}

const HYPHEN: Piece = { text: "-", name: null };

/** The whole run of digits; it is never divided. */
function digitsAt(text: string, from: number): string {
  const isDigit = (at: number) => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57;
  if (from > 0 && isDigit(from - 1)) return "";
  let to = from;
  while (to < text.length && isDigit(to)) to++;
  return text.slice(from, to);
}

function joined(reading: Reading, { text, name }: Piece): Reading {
  if (text === "-") return reading;
  const pieces = reading.pieces + 1;
  if (name === null) return { name: reading.name, words: [...reading.words, text], pieces };
  const named = reading.name === null || byWeight(name, reading.name) < 0 ? name : reading.name;
  return { name: named, words: reading.words, pieces };
}

function fewer(a: Reading | undefined, b: Reading): Reading {
  return a === undefined || b.pieces < a.pieces ? b : a;
}
