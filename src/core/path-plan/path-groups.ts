import { type PathCondition, splitName } from "./path-conditions.ts";

/** A path listed on one or several hosts, as one rule. */
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
 * @param most groups at most, the largest first, then in the order given; names that stand alone are groups too
 */
export function pathGroups(names: Iterable<string>, most: number): PathGroup[] {
  const groups = new Map<string, PathGroup & { hosts: string[] }>();
  for (const name of names) {
    const condition = exactCondition(name);
    if (condition === null) continue;
    const { regexFilter, requestDomains: hosts } = condition;
    const group = groups.get(regexFilter);
    if (group === undefined) groups.set(regexFilter, { names: [name], condition, hosts });
    else {
      group.names.push(name);
      group.hosts.push(...hosts);
    }
  }
  return [...groups.values()]
    .sort((a, b) => b.hosts.length - a.hosts.length)
    .slice(0, most)
    .map(({ names: members, condition }) => ({ names: members, condition }));
}

/**
 * The requests that one path entry covers, in one condition, other ports and credentials included.
 *
 * @returns null if it is too long for a regular expression, or rules can't express it at all
 */
export function exactCondition(
  name: string,
): (PathCondition & { regexFilter: string; requestDomains: string[] }) | null {
  const parts = splitName(name);
  if (parts === null) return null;
  const labels = parts.host.split(".").length;
  const rest = name.slice(parts.host.length);
  if (rest.length + UNITS_OF_LABEL * labels > MAX_UNITS) return null;
  return {
    regexFilter: expression(labels, rest),
    isUrlFilterCaseSensitive: true,
    requestDomains: [parts.host],
  };
}

/** An address from its start to the path, with a host of so many labels: beside `requestDomains` no room for sub-domains. */
export function originExpression(labels: number): string {
  return `^https?://(?:[^/]*@)?[^./:]+(?:\\.[^./:]+){${labels - 1}}\\.?(?::\\d+)?`;
}

function expression(labels: number, rest: string): string {
  const query = rest.indexOf("?");
  const path = query === -1 ? rest : rest.slice(0, query);
  const end = query === -1 ? "(?:[/?#]|$)" : `/?${literal(rest.slice(query))}(?:#|$)`;
  return `${originExpression(labels)}${literal(path)}${end}`;
}

function literal(text: string): string {
  return text.replace(/[.+?()[\]{}$\\]/g, "\\$&");
}
