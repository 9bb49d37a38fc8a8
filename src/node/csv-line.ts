import { guardFormulas } from "./formula-guard.ts";

/** First line of a CSV file for programs: its cells went through guardFormulas and must come back out. */
export const GUARDED_CSV = "# apostrophes guard against formulas";

/** One line of a CSV file (RFC 4180), without its end, with nothing in it that a spreadsheet program would run. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => `"${guardFormulas(cell).replaceAll('"', '""')}"`).join(",");
}
