/** The day by the person's own calendar. @param now milliseconds since the epoch @returns ISO date */
export function localDay(now: number): string {
  const day = new Date(now);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
