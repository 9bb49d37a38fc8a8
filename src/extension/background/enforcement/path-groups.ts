import { type PathCondition, splitName } from "./path-conditions.ts";

/** The same path listed on several hosts, as one rule. */
export interface PathGroup {
  names: string[];
  condition: PathCondition;
}

/**
 * Chromium takes a regular expression up to 2 kB once compiled. Ours need 1 unit for a character of the path and 7 for a
 * label of the host; 88 units fit (measured, Chromium 156), whatever the characters.
 */
const MAX_UNITS = 80;
const UNITS_OF_LABEL = 7;

/**
 * Kits put the same path on many hosts: in a list of 122,830 entries 900 rules of this form stand for 37,000. The rule is
 * exact: hosts with as many labels as the listed ones have no room for sub-domains. Other ports and credentials are covered.
 *
 * @param names of path entries
 * @param most groups at most, the largest first; names that stand alone are in none
 */
export function pathGroups(names: Iterable<string>, most: number): PathGroup[] {
  const groups = new Map<
    string,
    { labels: number; rest: string; names: string[]; hosts: string[] }
  >();
  for (const name of names) {
    const parts = splitName(name);
    if (parts === null) continue;
    const labels = parts.host.split(".").length;
    const rest = name.slice(parts.host.length);
    if (rest.length + UNITS_OF_LABEL * labels > MAX_UNITS) continue;
    const key = `${labels}${rest}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { labels, rest, names: [name], hosts: [parts.host] });
    else {
      group.names.push(name);
      group.hosts.push(parts.host);
    }
  }
  return [...groups.values()]
    .filter(({ hosts }) => hosts.length > 1)
    .sort((a, b) => b.hosts.length - a.hosts.length)
    .slice(0, most)
    .map(({ labels, rest, names: members, hosts }) => ({
      names: members,
      condition: {
        regexFilter: expression(labels, rest),
        isUrlFilterCaseSensitive: true,
        requestDomains: hosts,
      },
    }));
}

function expression(labels: number, rest: string): string {
  const host = `[^./:]+(?:\\.[^./:]+){${labels - 1}}\\.?`;
  const query = rest.indexOf("?");
  const path = query === -1 ? rest : rest.slice(0, query);
  const end = query === -1 ? "(?:[/?#]|$)" : `/?${literal(rest.slice(query))}(?:#|$)`;
  return `^https?://(?:[^/]*@)?${host}(?::\\d+)?${literal(path)}${end}`;
}

function literal(text: string): string {
  return text.replace(/[.+?()[\]{}$\\]/g, "\\$&");
}
