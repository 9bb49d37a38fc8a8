const UNIT_MILLISECONDS: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * A point in time as a reviewer writes it: "2026-11-12", "2026-11-12T08:00Z", or how long ago: "30m", "24h", "7d", "2w".
 *
 * @param now milliseconds since the epoch
 * @returns milliseconds since the epoch, or null if it is neither
 */
export function readTime(text: string, now: number): number | null {
  const [, count, unit] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  if (count !== undefined && unit !== undefined) {
    return now - Number(count) * (UNIT_MILLISECONDS[unit] ?? 0);
  }
  if (
    !/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/.test(text)
  ) {
    return null;
  }
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
