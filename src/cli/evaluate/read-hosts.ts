import { parseAddress } from "../../core/host/address.ts";
import { readTextFile } from "../../node/read-text-file.ts";

/** Canonical domain names of a file, each once, and how many lines held none. */
export interface HostFile {
  hosts: string[];
  unreadable: number;
}

/**
 * Reads hosts or addresses, one a line, or a tab-separated table whose header has a column "host"; plain or gzip.
 *
 * @throws Error that names the file if it can't be read or holds no host
 */
export async function readHosts(path: string): Promise<HostFile> {
  const lines = (await readTextFile(path)).split(/\r?\n/);
  const column = lines[0]?.split("\t").indexOf("host") ?? -1;
  const cells = column === -1 ? lines : lines.slice(1).map((line) => line.split("\t")[column]);
  const hosts = new Set<string>();
  let unreadable = 0;
  for (const cell of cells) {
    if (cell === undefined || cell.trim() === "" || cell.startsWith("#")) continue;
    const parsed = parseAddress(cell);
    if (parsed.ok && parsed.address.kind === "domain") hosts.add(parsed.address.host);
    else unreadable++;
  }
  if (hosts.size === 0) throw new Error(`${path}: no host in it`);
  return { hosts: [...hosts], unreadable };
}
