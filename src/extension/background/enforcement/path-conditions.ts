import type { RuleCondition } from "../../platform/rules.ts";

export type PathCondition = Pick<
  RuleCondition,
  "urlFilter" | "isUrlFilterCaseSensitive" | "requestDomains"
>;

/** Characters that mean something else in a urlFilter, or can't stand in one. */
const NOT_LITERAL = /[*^|]|[^\x21-\x7e]/;

/** What may follow the path of an entry: nothing, what lies below it, a query, a fragment. */
const AFTER_PATH = ["|", "/", "?", "#"];
const AFTER_QUERY = ["|", "#"];

/** Conditions that one entry needs at most. */
export const MAX_CONDITIONS = 2 * AFTER_PATH.length;

/**
 * The requests that a path entry covers, as conditions of rules, of which one must hold: exactly this host, from this
 * path down. An entry with a query covers just that query. Each condition is plain text from the start of the address:
 * a wildcard would also find the entry inside another address's query, and "^" would take "+" or ";" for its end.
 *
 * Spellings that the verdict also covers and a rule can't, with another port, credentials or needless percent-encoding,
 * are caught when the navigation is seen (see path-hosts.ts).
 *
 * @param name "host/path", "host/path?query" or "host?query"
 * @returns none if rules can't express it
 */
export function pathConditions(name: string): PathCondition[] {
  const end = name.search(/[/?]/);
  if (end <= 0 || NOT_LITERAL.test(name)) return [];
  const host = name.slice(0, end);
  // IPv6: its colons and brackets would have to be told from a port.
  if (host.includes(":")) return [];
  return spellings(name.slice(end)).flatMap((rest) =>
    ["http", "https"].map((scheme) => ({
      // "|" anchors at the start and the end.
      urlFilter: `|${scheme}://${host}${rest}`,
      isUrlFilterCaseSensitive: true,
      requestDomains: [host],
    })),
  );
}

function spellings(rest: string): string[] {
  const start = rest.indexOf("?");
  if (start === -1) return AFTER_PATH.map((after) => rest + after);
  const path = rest.slice(0, start);
  // A closing slash makes no difference to an entry.
  const paths = path === "" ? ["/"] : [path, `${path}/`];
  return paths.flatMap((one) => AFTER_QUERY.map((after) => one + rest.slice(start) + after));
}
