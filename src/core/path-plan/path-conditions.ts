/** The part of a declarativeNetRequest rule's condition that a path entry needs. */
export interface PathCondition {
  urlFilter?: string;
  regexFilter?: string;
  isUrlFilterCaseSensitive: boolean;
  requestDomains: string[];
}

/** Characters that mean something else in a urlFilter, or can't stand in one. */
const NOT_LITERAL = /[*^|]|[^\x21-\x7e]/;

/** What may follow the path of an entry: nothing, what lies below it, a query, a fragment. */
const AFTER_PATH = ["|", "/", "?", "#"];
const AFTER_QUERY = ["|", "#"];

/** Conditions that one entry needs at most. */
export const MAX_CONDITIONS = 2 * AFTER_PATH.length;

/**
 * The requests that a path entry covers, as conditions of rules, of which one must hold: exactly this host, from this
 * path down. An entry with a query covers just that query. Each condition is plain text from the start of the address,
 * so it is exact by itself, as an allowance must be; where many entries are listed, pathShape needs fewer rules.
 *
 * Of spellings that the verdict also covers and a rule can't, with another port, credentials, needless percent-encoding
 * or tracking parameters, the page stays covered until the background has judged it (see extension/path-mark.ts).
 *
 * @param name "host/path", "host/path?query" or "host?query"
 * @returns none if rules can't express it
 */
export function pathConditions(name: string): PathCondition[] {
  const parts = splitName(name);
  if (parts === null) return [];
  const { host } = parts;
  return spellings(parts).flatMap((rest) =>
    ["http", "https"].map((scheme) => ({
      // "|" anchors at the start and the end.
      urlFilter: `|${scheme}://${host}${rest}`,
      isUrlFilterCaseSensitive: true,
      requestDomains: [host],
    })),
  );
}

/** A path entry's name in parts, without "?"; null if rules can't express it. */
export function splitName(
  name: string,
): { host: string; path: string; query: string | null } | null {
  const end = name.search(/[/?]/);
  if (end <= 0 || NOT_LITERAL.test(name)) return null;
  const host = name.slice(0, end);
  // IPv6: its colons and brackets would have to be told from a port.
  if (host.includes(":")) return null;
  const start = name.indexOf("?");
  return start === -1
    ? { host, path: name.slice(end), query: null }
    : { host, path: name.slice(end, start), query: name.slice(start + 1) };
}

function spellings({ path, query }: { path: string; query: string | null }): string[] {
  if (query === null) return AFTER_PATH.map((after) => path + after);
  // A closing slash makes no difference to an entry.
  const paths = path === "" ? ["/"] : [path, `${path}/`];
  return paths.flatMap((one) => AFTER_QUERY.map((after) => `${one}?${query}${after}`));
}
