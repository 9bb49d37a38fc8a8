/** One text of a list, with the comma behind it. */
const ITEM = /\s*(["'`])([^"'`\\]{0,60})\1\s*,?/y;
/** What puts a list together. */
const JOIN = /\]\s*\.\s*join\(\s*(["'`])\1\s*\)/y;
const MOST_ITEMS = 120;
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
  const read = script.replace(ESCAPE, (_, four: string | undefined, two = "") =>
    String.fromCharCode(Number.parseInt(four ?? two, 16)),
  );
  const joined = joinLists(read)
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

/**
 * Puts lists of texts together: `["Mậ", "t"].join("")`. Reads each character once: what is no such list is not tried again
 * from within, as one expression for all of it would do.
 */
function joinLists(script: string): string {
  let joined = "";
  let kept = 0;
  let open = script.indexOf("[");
  while (open !== -1) {
    const items: string[] = [];
    let at = open + 1;
    while (items.length < MOST_ITEMS) {
      ITEM.lastIndex = at;
      const item = ITEM.exec(script);
      if (item === null) break;
      items.push(item[2] ?? "");
      at = ITEM.lastIndex;
    }
    JOIN.lastIndex = at;
    if (items.length > 1 && JOIN.test(script)) {
      joined += `${script.slice(kept, open)}"${items.join("")}"`;
      kept = at = JOIN.lastIndex;
    }
    open = script.indexOf("[", at);
  }
  return joined + script.slice(kept);
}
