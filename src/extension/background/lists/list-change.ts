import type { ListKind } from "../../../core/feed/artifacts.ts";
import type { Drift } from "../store/state.ts";

/** One list that took another's place. */
export interface ListChange {
  path: string;
  kind: ListKind;
  /** SHA-256 before, null if there was none. */
  from: string | null;
  to: string;
  /** Names that came or went; null if that is not known, because the list came whole. */
  names: string[] | null;
}

/**
 * The drift after these changes. Names are only collected: whether each is listed now, the lists in use say, so that
 * changes over several updates compose exactly.
 */
export function driftWith(drift: Drift, changes: readonly ListChange[], now: number): Drift {
  const hosts = new Set(drift.hosts);
  const paths = new Set(drift.paths);
  const heads = { ...drift.heads };
  for (const { path, kind, from, to, names } of changes) {
    // Without the names the chain breaks here: it no longer leads from the base to today, and the base is written anew.
    if (names === null || from === null) continue;
    for (const name of names) (kind === "blocklist" ? hosts : paths).add(name);
    const head = heads[path];
    heads[path] = { from: head?.to === from ? head.from : from, to };
  }
  const some = hosts.size + paths.size > 0;
  return { hosts: [...hosts], paths: [...paths], heads, since: drift.since ?? (some ? now : null) };
}
