/** Damerau–Levenshtein distance of exactly one: a letter more, less or other, or two neighbours swapped. */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  if (a.length > b.length) return a.slice(at + 1) === b.slice(at);
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Levenshtein distance, in a time that grows with the product of both lengths: for short texts. */
export function distance(a: string, b: string): number {
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

/**
 * Finds the text that is one edit from another one by deletion neighbourhoods (the SymSpell idea): two texts one edit
 * apart meet once each has lost at most one letter. Texts are kept as hashes of what is left and compared on a hit.
 *
 * @returns a function that costs one look-up a letter, however many texts there are
 */
export function indexSlips<T extends { text: string }>(
  all: readonly T[],
): (text: string) => T | null {
  const byHash = new Map<number, T[]>();
  for (const one of all) {
    for (const hash of new Set(hashes(one.text))) {
      byHash.set(hash, [...(byHash.get(hash) ?? []), one]);
    }
  }
  const longest = Math.max(0, ...all.map(({ text }) => text.length));
  return (text) => {
    if (text.length > longest + 1) return null;
    for (const hash of hashes(text)) {
      const found = byHash.get(hash)?.find((one) => isOneEdit(text, one.text));
      if (found !== undefined) return found;
    }
    return null;
  };
}

const BASE = 0x01000193;

/** Polynomial hashes modulo 2³² of the text and of the text without each of its letters, without building any of them. */
function hashes(text: string): number[] {
  const { length } = text;
  let whole = 0;
  for (let at = 0; at < length; at++) whole = (Math.imul(whole, BASE) + text.charCodeAt(at)) | 0;
  const result = [whole];
  // From the right: what stands behind the letter keeps its place, what stands before it moves by one.
  let behind = 0;
  let power = 1;
  let before = whole;
  const inverse = INVERSE;
  for (let at = length - 1; at >= 0; at--) {
    const code = text.charCodeAt(at);
    before = Math.imul(before - code, inverse);
    result.push((Math.imul(before, power) + behind) | 0);
    behind = (behind + Math.imul(code, power)) | 0;
    power = Math.imul(power, BASE);
  }
  return result;
}

/** BASE · INVERSE = 1 modulo 2³², so that the last letter can be taken off a hash again. */
const INVERSE = inverseOf(BASE);

/** By Newton's iteration: each round doubles the bits that are right. */
function inverseOf(odd: number): number {
  let inverse = odd;
  for (let round = 0; round < 5; round++) inverse = Math.imul(inverse, 2 - Math.imul(odd, inverse));
  return inverse;
}
