import { fileURLToPath } from "node:url";
import { hostWithParents } from "../../core/host/address.ts";
import { readTextFile } from "../../node/read-text-file.ts";

/** Tells whether strangers share a host, or everybody knows it, so that one page's fault must not block it. */
export type PlacesOfMany = (host: string) => boolean;

/** Reads the lists that ship; the publisher holds to the same ones, and to more. */
export async function readPlacesOfMany(): Promise<PlacesOfMany> {
  const shared = await hostsIn("shared-hosts.txt");
  const known = await hostsIn("well-known-hosts.txt");
  return (host) =>
    shared.has(host) ||
    known.has(host) ||
    hostWithParents(host, "domain").some((parent) => known.has(`*.${parent}`));
}

async function hostsIn(name: string): Promise<Set<string>> {
  const text = await readTextFile(fileURLToPath(new URL(`../../content/${name}`, import.meta.url)));
  return new Set(
    text
      .split("\n")
      .map((line) => (line.split("#", 1)[0] ?? "").trim().split("/", 1)[0] ?? "")
      .filter((host) => host !== ""),
  );
}
