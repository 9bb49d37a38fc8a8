/** Random numbers from a seed: the same in every run (xorshift32, Marsaglia 2003). */
export interface Random {
  /** 0 ≤ n < below, an integer. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** In place. */
  shuffle<T>(items: T[]): T[];
  /** `count` of the items, in their order. */
  sample<T>(items: readonly T[], count: number): T[];
}

export function seededRandom(seed: number): Random {
  let state = seed | 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick<T>(from: readonly T[]) {
      return from[below(from.length)] as T;
    },
    shuffle<T>(items: T[]) {
      for (let i = items.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [items[i], items[j]] = [items[j] as T, items[i] as T];
      }
      return items;
    },
    sample<T>(items: readonly T[], count: number) {
      let needed = Math.min(count, items.length);
      return items.filter((_, i) => {
        const taken = next() * (items.length - i) < needed;
        if (taken) needed--;
        return taken;
      });
    },
  };
}
