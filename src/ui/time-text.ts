import type { Text } from "./text.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Age in plain words: "cách đây 4 phút". A time in the future (a clock that was set back) counts as now.
 *
 * @param age milliseconds
 */
export function ageText(t: Text, age: number): string {
  if (age < MINUTE) return t("age.now");
  if (age < HOUR) return t("age.minutes", { count: Math.floor(age / MINUTE) });
  if (age < DAY) return t("age.hours", { count: Math.floor(age / HOUR) });
  if (age < 60 * DAY) return t("age.days", { count: Math.floor(age / DAY) });
  return t("age.months", { count: Math.floor(age / (30 * DAY)) });
}

/** Calendar day as people write it: 12/11/2026, or 12 November 2026 in English. */
export function dayText(t: Pick<Text, "language">, isoDay: string): string {
  const day = new Date(`${isoDay}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return isoDay;
  return dayFormat(t, "UTC").format(day);
}

/** YYYY, YYYY-MM or YYYY-MM-DD; without its day it stands as people write it: 8/2025. */
export function partialDayText(t: Pick<Text, "language">, iso: string): string {
  if (iso.length === 10) return dayText(t, iso);
  return iso.split("-").reverse().map(Number).join("/");
}

/**
 * Day and time of day where the reader lives.
 *
 * @param at milliseconds since the epoch
 */
export function momentText(t: Text, at: number): string {
  return `${dayFormat(t).format(at)}, ${timeOfDayText(t, at)}`;
}

/** Time of day where the reader lives: 10:32. */
export function timeOfDayText(t: Text, at: number): string {
  return new Intl.DateTimeFormat(t.language === "vi" ? "vi" : "en-GB", {
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
}

function dayFormat(t: Pick<Text, "language">, timeZone?: string): Intl.DateTimeFormat {
  const zone = timeZone === undefined ? {} : { timeZone };
  return t.language === "vi"
    ? new Intl.DateTimeFormat("vi", { day: "numeric", month: "numeric", year: "numeric", ...zone })
    : new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", ...zone });
}
