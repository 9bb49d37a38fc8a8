import type { Blocklist } from "../../../core/blocklist/types.ts";
import { hostOfPath } from "../../../core/path-plan/host-of-path.ts";

/** Path entries below one of these paths, or on or below one of these hosts. */
export function* listedBelow(
  { paths, hosts }: { paths: ReadonlySet<string>; hosts: ReadonlySet<string> },
  lists: readonly Blocklist[],
): IterableIterator<string> {
  if (paths.size + hosts.size === 0) return;
  for (const list of lists) {
    for (const name of list.names()) {
      if (parentFolders(name).some((parent) => paths.has(parent)) || isOn(name, hosts)) yield name;
    }
  }
}

function isOn(name: string, hosts: ReadonlySet<string>): boolean {
  if (hosts.size === 0) return false;
  let host = hostOfPath(name);
  while (!hosts.has(host)) {
    const dot = host.indexOf(".");
    if (dot === -1) return false;
    host = host.slice(dot + 1);
  }
  return true;
}

/** "host/a/b?q" → "host/a/b", "host/a". */
function parentFolders(name: string): string[] {
  const parents: string[] = [];
  let path = name;
  const query = path.indexOf("?");
  if (query !== -1) {
    path = path.slice(0, query);
    parents.push(path);
  }
  for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/")) {
    path = path.slice(0, slash);
    if (!path.includes("/")) break;
    parents.push(path);
  }
  return parents;
}
