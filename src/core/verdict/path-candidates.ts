import { type Address, canonicalEncoding } from "../host/address.ts";
import { isTracking } from "../host/tracking-parameters.ts";

/** Deepest path that is looked up, in segments; deeper paths are looked up by their first segments and as a whole. */
const MAX_SEGMENTS = 32;
/** Parameters that are looked up in any order; more of them only in the order given. */
const MAX_REORDERED = 3;

/**
 * The name under which the path list keeps an address: host, path, and query if there is one, without scheme, port,
 * credentials, fragment and tracking parameters. A closing slash is dropped, so that "/view/x" and "/view/x/" are one
 * entry. The order of parameters is kept, since that is how the address is met.
 */
export function pathEntryName(address: Address): string {
  const query = parametersOf(address).join("&");
  const path = address.path.replace(/\/$/, "");
  // A site's root is no path entry: what tells one of its addresses from it must stay.
  const kept = query === "" && path === "" ? address.query : query;
  return `${address.host}${path}${kept === "" ? "" : `?${kept}`}`;
}

/**
 * All names of path entries that cover an address, most specific first: with its query, its whole path, then each
 * parent folder. An entry "host/a/b" covers "host/a/b", "host/a/b/" and "host/a/b/c", not "host/a/bc". One with a query
 * covers the same parameters in any order, with whatever tracking parameters, and no others.
 * The host's own root is never a path entry.
 */
export function pathCandidates(address: Address): string[] {
  const path = address.path.replace(/\/$/, "");
  const names = queriesOf(address).map((query) => `${address.host}${path}?${query}`);
  const segments = path.split("/").slice(1);
  if (segments.length > MAX_SEGMENTS) names.push(`${address.host}${path}`);
  for (let n = Math.min(segments.length, MAX_SEGMENTS); n > 0; n--) {
    names.push(`${address.host}/${segments.slice(0, n).join("/")}`);
  }
  return names;
}

/** The parameters that make a page of an address, in their order. */
function parametersOf({ query }: Address): string[] {
  if (query === "") return [];
  return canonicalEncoding(query)
    .split("&")
    .filter((parameter) => parameter !== "" && !isTracking(parameter));
}

/** The queries under which an entry may be kept. */
function queriesOf(address: Address): string[] {
  if (address.query === "") return [];
  const parameters = parametersOf(address);
  const orders = parameters.length > MAX_REORDERED ? [parameters] : permutations(parameters);
  const queries = new Set(orders.map((order) => order.join("&")));
  queries.delete("");
  // As given: entries that are nothing but tracking parameters.
  return [...queries.add(address.query)];
}

function permutations(parameters: readonly string[]): string[][] {
  if (parameters.length < 2) return [[...parameters]];
  return parameters.flatMap((first, i) =>
    permutations(parameters.toSpliced(i, 1)).map((rest) => [first, ...rest]),
  );
}
