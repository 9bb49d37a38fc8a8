/** Says how long a caller must wait. */
export interface RateLimiter {
  /** Takes one turn for this key. @returns 0 if it may go on, otherwise whole seconds to wait */
  take(key: string): number;
}

export interface RateLimit {
  /** Turns that may be taken at once. */
  burst: number;
  /** Seconds in which an empty bucket fills up to the burst again. */
  seconds: number;
}

/** Callers remembered at once; beyond it those seen longest ago are forgotten, so that memory stays small. */
const MAX_KEYS = 20_000;

/**
 * A token bucket for each key, in memory alone.
 *
 * @param now clock, milliseconds
 */
export function rateLimiter({ burst, seconds }: RateLimit, now: () => number): RateLimiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const perMillisecond = burst / (seconds * 1000);
  return {
    take(key) {
      const at = now();
      const last = buckets.get(key);
      const elapsed = last ? Math.max(0, at - last.at) : 0;
      const tokens = last ? Math.min(burst, last.tokens + elapsed * perMillisecond) : burst;
      // Put back at the end: the map's order is that of the last visit.
      buckets.delete(key);
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      if (buckets.size > MAX_KEYS) {
        for (const oldest of buckets.keys()) {
          buckets.delete(oldest);
          break;
        }
      }
      return tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMillisecond / 1000));
    },
  };
}
