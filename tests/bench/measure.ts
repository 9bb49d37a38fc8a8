/** Something that is timed. It returns a number that depends on all its work, so that no engine leaves work out. */
export type Work = () => number;

/**
 * Times several pieces of work in turns, so that a slow moment of the machine falls on all of them.
 *
 * @param warmUps rounds that are not counted
 * @returns the median of each, in milliseconds, and what it returned
 */
export function inTurns<T extends Record<string, Work>>(
  work: T,
  { rounds, warmUps }: { rounds: number; warmUps: number },
): Record<keyof T, { ms: number; result: number }> {
  const names: (keyof T)[] = Object.keys(work);
  const times = new Map<keyof T, number[]>(names.map((name) => [name, []]));
  const results = new Map<keyof T, number>();
  for (let round = -warmUps; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const start = performance.now();
      const result = work[name]?.() ?? 0;
      const ms = performance.now() - start;
      if (round >= 0) times.get(name)?.push(ms);
      if (results.has(name) && results.get(name) !== result) {
        throw new Error(`${String(name)} did something else in each round`);
      }
      results.set(name, result);
    }
  }
  return Object.fromEntries(
    names.map((name) => [
      name,
      { ms: median(times.get(name) ?? []), result: results.get(name) ?? 0 },
    ]),
  ) as Record<keyof T, { ms: number; result: number }>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
