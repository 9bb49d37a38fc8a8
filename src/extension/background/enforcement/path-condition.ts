import type { RuleCondition } from "../../platform/rules.ts";

/** Characters that mean something else in a urlFilter, or can't stand in one. */
const NOT_LITERAL = /[*^|]|[^\x21-\x7e]/;

/**
 * The requests that a path entry covers, as a rule's condition: exactly this host, from this path down. An entry with
 * a query covers just that query.
 *
 * Spellings that the verdict also covers and a rule can't, with another port, credentials or needless percent-encoding,
 * are caught when the navigation is seen (see path-watch.ts).
 *
 * @param name "host/path", "host/path?query" or "host?query"
 * @returns null if a rule can't express it
 */
export function pathCondition(
  name: string,
): Pick<RuleCondition, "urlFilter" | "isUrlFilterCaseSensitive" | "requestDomains"> | null {
  const end = name.search(/[/?]/);
  if (end <= 0 || NOT_LITERAL.test(name)) return null;
  const host = name.slice(0, end);
  // IPv6: its colons and brackets would have to be told from a port.
  if (host.includes(":")) return null;
  const rest = name.slice(end);
  const path = rest.startsWith("?") ? `/${rest}` : rest;
  return {
    // "|" anchors at the start and the end; "^" is the end or any character that does not continue a name.
    urlFilter: `|http*://${host}${path}${path.includes("?") ? "|" : "^"}`,
    isUrlFilterCaseSensitive: true,
    requestDomains: [host],
  };
}
