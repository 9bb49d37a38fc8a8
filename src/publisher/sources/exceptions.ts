import { hostWithParents } from "../../core/host/address.ts";
import type { CategoryEntries } from "./entry-map.ts";

/** An entry that a source takes back, with all that lies below it. */
export interface Exception {
  name: string;
  line: number;
  raw: string;
}

/**
 * Carries out a source's exceptions on its own entries.
 *
 * @returns the exceptions that a list can't express, since a parent is listed whole
 */
export function takeBack(
  entries: CategoryEntries,
  exceptions: readonly Exception[],
): { exception: Exception; problem: string }[] {
  if (exceptions.length === 0) return [];
  const names = new Set(exceptions.map(({ name }) => name));
  for (const [scope, map] of [
    ["host", entries.host],
    ["path", entries.path],
  ] as const) {
    for (const name of map.keys()) {
      const covers = scope === "host" ? hostWithParents(name, "domain") : pathWithParents(name);
      if (covers.some((cover) => names.has(cover))) map.delete(name);
    }
  }
  return exceptions.flatMap((exception) => {
    const [, ...parents] = pathWithParents(exception.name);
    const listed = parents.find((parent) => entries.host.has(parent) || entries.path.has(parent));
    return listed === undefined
      ? []
      : [{ exception, problem: `an exception below ${listed}, which is listed whole` }];
  });
}

/** "a.example/x/y?q" → itself, "a.example/x/y", "a.example/x", then the host with its parents. */
function pathWithParents(name: string): string[] {
  const walk: string[] = [];
  let rest = name;
  for (let end = rest.search(/[/?]/); end !== -1; end = rest.search(/[/?]/)) {
    walk.push(rest);
    const query = rest.indexOf("?");
    rest = rest.slice(0, query === -1 ? rest.lastIndexOf("/") : query);
  }
  return [...walk, ...hostWithParents(rest, "domain")];
}
