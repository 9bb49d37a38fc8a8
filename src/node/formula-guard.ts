// Spreadsheet programs run a cell as a formula by its first sign (OWASP, "CSV Injection"). Which signs begin a cell
// depends on the reader's language: where the comma writes decimals, files are split at semicolons, and quotes that were
// set for commas protect nothing. So every place is guarded at which any of these programs may begin a cell.

const FORMULA_BEGINS = String.raw`(?=[\s"'“”\ufeff]*[=+\-@|＝＋－＠｜])`;
const AFTER_SEPARATOR = String.raw`(?<=^|[,;\t|\r\n])`;
const UNGUARDED = new RegExp(`${AFTER_SEPARATOR}${FORMULA_BEGINS}`, "gu");
const GUARDED = new RegExp(`${AFTER_SEPARATOR}'${FORMULA_BEGINS}`, "gu");

/** A cell's text with an apostrophe wherever a spreadsheet program could begin to read a formula. */
export function guardFormulas(text: string): string {
  return text.replace(UNGUARDED, "'");
}

/** The text as it was before guardFormulas. */
export function unguardFormulas(text: string): string {
  return text.replace(GUARDED, "");
}
