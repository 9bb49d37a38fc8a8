import type { Text } from "./text.ts";

/** Overlap from which two pieces of advice sound like one; drawn from the shipped content. */
const SAME = 0.5;

/**
 * Whether two pieces of advice say nearly the same: how many words of the shorter one stand in the longer one, as the
 * mean of both languages.
 */
export function isNearEqual(a: Text, b: Text): boolean {
  return (overlap(a.vi, b.vi) + overlap(a.en, b.en)) / 2 >= SAME;
}

function overlap(a: string, b: string): number {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared / Math.max(1, Math.min(x.size, y.size));
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
