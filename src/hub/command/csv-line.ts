import { printable } from "./printable.ts";

/**
 * What spreadsheet programs take for the beginning of a formula, also in its full-width forms and behind spaces
 * (OWASP, "CSV Injection").
 */
const FORMULA = /^[\s"']*[=+\-@＝＋－＠|]/u;

/** One line of a CSV file (RFC 4180) with nothing in it that a spreadsheet program would run. */
export function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => {
      // Line breaks stay, within the quotes; a lone carriage return would end the line for some.
      const text = cell
        .split(/\r\n?|\n/)
        .map(printable)
        .join("\n");
      const dead = FORMULA.test(text) ? `'${text}` : text;
      return `"${dead.replaceAll('"', '""')}"`;
    })
    .join(",");
}
