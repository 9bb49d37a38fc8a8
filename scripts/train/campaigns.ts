import { readMessage } from "../../src/core/message/message-text.ts";

/** Share of common three-word runs from which on two messages count as one campaign. */
const ALIKE = 0.4;

/** For each message the number of its campaign: messages that are nearly the same, through any chain of others. */
export function campaigns(contents: readonly string[]): number[] {
  const runs = contents.map((content) => {
    const words = readMessage(content).words.map((word) => (/\d/.test(word) ? "#" : word));
    const found = new Set<string>();
    for (let at = 0; at + 2 < Math.max(words.length, 3); at++) {
      found.add(words.slice(at, at + 3).join(" "));
    }
    return found;
  });
  const parent = contents.map((_, i) => i);
  const top = (i: number): number => {
    let at = i;
    while ((parent[at] ?? at) !== at) at = parent[at] ?? at;
    return at;
  };
  for (const [i, a] of runs.entries()) {
    for (const [j, b] of runs.slice(0, i).entries()) {
      if (Math.min(a.size, b.size) < ALIKE * Math.max(a.size, b.size)) continue;
      let common = 0;
      for (const run of a) if (b.has(run)) common++;
      if (common >= ALIKE * (a.size + b.size - common)) parent[top(i)] = top(j);
    }
  }
  return contents.map((_, i) => top(i));
}

/**
 * Whole groups dealt out, the largest first, to the fold that has least; groups of one size in an order that the seed
 * sets. The same seed deals alike.
 *
 * @returns the fold of each member
 */
export function intoFolds(groups: readonly number[], folds: number, seed: number): number[] {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const fill = new Array<number>(folds).fill(0);
  const foldOf = new Map<number, number>();
  const dealt = [...sizes].map(([group, size]) => ({ group, size, lot: scramble(group, seed) }));
  dealt.sort((a, b) => b.size - a.size || a.lot - b.lot);
  for (const { group, size } of dealt) {
    const least = fill.indexOf(Math.min(...fill));
    foldOf.set(group, least);
    fill[least] = (fill[least] ?? 0) + size;
  }
  return groups.map((group) => foldOf.get(group) ?? 0);
}

/** A number that looks like chance and is none: the finaliser of MurmurHash3 over both. */
function scramble(group: number, seed: number): number {
  let hash = Math.imul(group + 1, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
