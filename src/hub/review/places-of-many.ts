import type { EntryChecks } from "../../node/entry-checks/read-checks.ts";

/** Tells whether strangers share a host, or everybody knows it, so that one page's fault must not block it. */
export type PlacesOfMany = (host: string) => boolean;

export function placesOfMany({
  shared,
  popular,
}: Pick<EntryChecks, "shared" | "popular">): PlacesOfMany {
  const withFolders = new Set([...shared.folders].map((name) => name.split("/", 1)[0]));
  return (host) => shared.hosts.has(host) || withFolders.has(host) || popular.has(host);
}
