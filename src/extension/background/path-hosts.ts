import type { Blocklist } from "../../core/blocklist/types.ts";

/** Hosts that a browser is asked to watch at most: a filter of 5,000 takes 0.1 s to register, one of 50,000 2 s. */
export const MAX_WATCHED_HOSTS = 5_000;

/** Hosts with path entries, those with the most entries first. */
export function pathHosts(lists: readonly Blocklist[]): string[] {
  const entries = new Map<string, number>();
  for (const list of lists) {
    for (const name of list.names()) {
      const end = name.search(/[/?]/);
      const host = end === -1 ? name : name.slice(0, end);
      entries.set(host, (entries.get(host) ?? 0) + 1);
    }
  }
  return [...entries]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_WATCHED_HOSTS)
    .map(([host]) => host);
}
