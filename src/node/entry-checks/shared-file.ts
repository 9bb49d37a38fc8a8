import { OperatorError } from "../operator-error.ts";
import { readLines } from "../read-lines.ts";
import { canonicalEntry, problemOf } from "./canonical-entry.ts";
import { createHostSet, type HostSet } from "./host-set.ts";

/** Hosts and folders of hosts in which strangers publish side by side, so that they are never blocked whole. */
export interface SharedPlaces {
  hosts: HostSet;
  /** "sites.google.com/view" and each folder above it: as path entries they would cover everybody's pages. */
  folders: ReadonlySet<string>;
}

/**
 * Reads a list of shared places: a host ("weebly.com") or a folder on one ("sites.google.com/view") a line; "#"
 * starts a comment.
 *
 * @throws OperatorError that names file and line
 */
export async function readSharedPlaces(files: readonly string[]): Promise<SharedPlaces> {
  const hosts: string[] = [];
  const folders = new Set<string>();
  for (const file of files) {
    for await (const { first, lines } of readLines(file)) {
      for (const [i, line] of lines.entries()) {
        const text = line.replace(/(?:^|\s)#.*/, "").trim();
        if (text === "") continue;
        const canonical = canonicalEntry(text, "auto");
        if (!canonical.ok) throw new OperatorError(`${file}:${first + i}: ${problemOf(canonical)}`);
        const { scope, name, host } = canonical.entry;
        if (scope === "host") hosts.push(host);
        else {
          for (let end = name.length; end > host.length; end = name.lastIndexOf("/", end - 1)) {
            folders.add(name.slice(0, end));
          }
        }
      }
    }
  }
  return { hosts: createHostSet(hosts), folders };
}
