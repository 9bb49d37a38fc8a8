/** Asia/Ho_Chi_Minh: seven hours ahead of UTC the whole year; no daylight saving. */
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** A moment as calendars and clocks in Viet Nam show it, wherever the computer believes to be. */
export interface VietnamTime {
  /** ISO date. */
  date: string;
  /** 0 to 23. */
  hour: number;
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 4. */
  quarter: number;
  /** ISO 8601 week, 1 to 53; it begins on Monday. */
  week: number;
  /** The year that the week belongs to: around New Year it may be the year before or after. */
  weekYear: number;
}

/** @param now milliseconds since the epoch */
export function vietnamTime(now: number): VietnamTime {
  const local = new Date(now + OFFSET_MS);
  const month = local.getUTCMonth() + 1;
  // ISO 8601: a week belongs to the year in which its Thursday lies.
  const thursday = new Date(local.getTime() + (4 - (local.getUTCDay() || 7)) * DAY_MS);
  const weekYear = thursday.getUTCFullYear();
  const dayOfYear = Math.floor((thursday.getTime() - Date.UTC(weekYear, 0, 1)) / DAY_MS);
  return {
    date: local.toISOString().slice(0, 10),
    hour: local.getUTCHours(),
    year: local.getUTCFullYear(),
    month,
    quarter: Math.ceil(month / 3),
    week: Math.floor(dayOfYear / 7) + 1,
    weekYear,
  };
}
