/** A list of texts that is put together at once: `["Mậ", "t"].join("")`. */
const LIST = /\[((?:\s*(["'`])[^"'`\\]{0,60}\2\s*,?){2,120})\]\s*\.\s*join\(\s*(["'`])\3\s*\)/g;
/** Letters that are spread and put together again: `[..."abc"].join("")`. */
const SPREAD = /\[\s*\.{3}\s*(["'`][^"'`\\]{1,200}["'`])\s*\]\s*\.\s*join\(\s*["'`]{2}\s*\)/g;
/** `"a" + "b"`; the quotes are of one kind. */
const SUM = /(["'`])\s*\+\s*(["'`])/g;
const CONSTANT = /(?<![\w$.])([A-Za-z_$][\w$]{0,24})\s*=\s*(["'`])([^"'`\\<>]{2,160})\2/g;
const MOST_CONSTANTS = 40;
const ESCAPE = /\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/gi;

/**
 * A script with its texts as they will be once it runs: escapes read, pieces joined, and short constants put where
 * mark-up names them (`"<input placeholder='" + P + "'>"`, `${P}`). Runs nothing.
 */
export function withConstants(script: string): string {
  const joined = script
    .replace(ESCAPE, (_, four: string | undefined, two = "") =>
      String.fromCharCode(Number.parseInt(four ?? two, 16)),
    )
    .replace(LIST, (_, items: string) => `"${pieces(items).join("")}"`)
    .replace(SPREAD, "$1")
    .replace(SUM, (both, left, right) => (left === right ? "" : both));
  const constants = new Map<string, string>();
  for (const [, name = "", , value = ""] of joined.matchAll(CONSTANT)) {
    if (constants.size < MOST_CONSTANTS) constants.set(name, value);
  }
  if (constants.size === 0) return joined;
  return joined.replace(
    /(["'`])\s*\+\s*([A-Za-z_$][\w$]{0,24})\s*\+\s*\1|\$\{\s*([A-Za-z_$][\w$]{0,24})\s*\}/g,
    (whole, _quote, added, inserted) => constants.get(added ?? inserted) ?? whole,
  );
}

function pieces(items: string): string[] {
  return [...items.matchAll(/(["'`])(.*?)\1/g)].map(([, , piece = ""]) => piece);
}
