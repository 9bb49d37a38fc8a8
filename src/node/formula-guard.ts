// Spreadsheet programs run a cell as a formula by its first sign (OWASP, "CSV Injection"). Which signs begin a cell
// depends on the reader's language: where the comma writes decimals, files are split at semicolons, and quotes that were
// set for commas protect nothing. So every place is guarded at which any of these programs may begin a cell.

const FILLER = String.raw`[\s"'“”\ufeff]`;
const SIGN = String.raw`[=+\-@|＝＋－＠｜]`;
/** What may stand before the first sign of a formula: the whole of it, so that a long run of tabs is read once. */
const BEFORE_SIGN = new RegExp(`(?<!${FILLER})${FILLER}*(?=${SIGN})`, "gu");
const SEPARATOR = /[,;\t|\r\n]/;
/** Separators that programs also skip at the beginning of a cell. */
const AFTER_SEPARATOR = /(?<=[\t\r\n])/g;
const GUARD_AFTER_SEPARATOR = /(?<=[\t\r\n])'/g;

/** A cell's text with an apostrophe wherever a spreadsheet program could begin to read a formula. */
export function guardFormulas(text: string): string {
  return text.replace(BEFORE_SIGN, (filler: string, at: number) => {
    const guarded = filler.replace(AFTER_SEPARATOR, "'");
    return beginsCell(text, at) ? `'${guarded}` : guarded;
  });
}

/** The text as it was before guardFormulas. */
export function unguardFormulas(text: string): string {
  return text.replace(BEFORE_SIGN, (filler: string, at: number) => {
    const isGuarded = beginsCell(text, at) && filler.startsWith("'");
    return (isGuarded ? filler.slice(1) : filler).replace(GUARD_AFTER_SEPARATOR, "");
  });
}

function beginsCell(text: string, at: number): boolean {
  return at === 0 || SEPARATOR.test(text.charAt(at - 1));
}
