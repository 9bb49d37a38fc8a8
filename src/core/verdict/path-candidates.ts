import type { Address } from "../host/address.ts";

/** Deepest path that is looked up, in segments; deeper paths are looked up by their first segments and as a whole. */
const MAX_SEGMENTS = 32;

/**
 * The name under which the path list keeps an address: host, path, and query if there is one, without scheme, port,
 * credentials and fragment. A closing slash is dropped, so that "/view/x" and "/view/x/" are one entry.
 */
export function pathEntryName(address: Address): string {
  const path = address.path.replace(/\/$/, "");
  return `${address.host}${path}${address.query === "" ? "" : `?${address.query}`}`;
}

/**
 * All names of path entries that cover an address, most specific first: with its query, its whole path, then each
 * parent folder. An entry "host/a/b" covers "host/a/b", "host/a/b/" and "host/a/b/c", not "host/a/bc".
 * The host's own root is never a path entry.
 */
export function pathCandidates(address: Address): string[] {
  const names: string[] = [];
  const path = address.path.replace(/\/$/, "");
  if (address.query !== "") names.push(pathEntryName(address));
  const segments = path.split("/").slice(1);
  if (segments.length > MAX_SEGMENTS) names.push(`${address.host}${path}`);
  for (let n = Math.min(segments.length, MAX_SEGMENTS); n > 0; n--) {
    names.push(`${address.host}/${segments.slice(0, n).join("/")}`);
  }
  return names;
}
