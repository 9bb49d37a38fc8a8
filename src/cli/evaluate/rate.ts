/** A share with its 95 % interval. */
export interface Rate {
  count: number;
  of: number;
  /** count ÷ of; null if there is nothing to count in. */
  rate: number | null;
  /** Wilson's score interval; with 0 or all of n the bound on the other side is by the rule of three, 3/n. */
  interval: [number, number] | null;
}

/** Standard normal quantile for 95 %, both sides. */
const Z = 1.959964;

export function rate(count: number, of: number): Rate {
  if (of === 0) return { count, of, rate: null, interval: null };
  const share = count / of;
  const spread = 1 + Z ** 2 / of;
  const middle = (share + Z ** 2 / (2 * of)) / spread;
  const half = (Z / spread) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const low = count === of ? Math.max(0, 1 - 3 / of) : middle - half;
  const high = count === 0 ? Math.min(1, 3 / of) : middle + half;
  return {
    count,
    of,
    rate: rounded(share),
    interval: [count === 0 ? 0 : rounded(low), count === of ? 1 : rounded(high)],
  };
}

function rounded(share: number): number {
  return Number(share.toPrecision(4));
}
