import { parseAddress } from "../../core/host/address.ts";
import { pathEntryName } from "../../core/verdict/path-candidates.ts";
import type { PlacesOfMany } from "./places-of-many.ts";

/**
 * The name under which a reported address enters the list: its host, since a scam's other pages are no better; where
 * strangers share the host, that page alone.
 *
 * @returns null if nothing can be listed without harm to others
 */
export function nameToList(url: string, isOfMany: PlacesOfMany): string | null {
  const parsed = parseAddress(url);
  if (!parsed.ok) return null;
  const { host, path, query } = parsed.address;
  if (!isOfMany(host)) return host;
  return path === "/" && query === "" ? null : pathEntryName(parsed.address);
}

/** A name as a reviewer writes it ("evil.example", "https://sites.google.com/view/x/"), as the list keeps it, or null. */
export function readName(text: string): string | null {
  const parsed = /\s/.test(text.trim()) ? null : parseAddress(text);
  if (!parsed?.ok) return null;
  const { host, path, query } = parsed.address;
  return path === "/" && query === "" ? host : pathEntryName(parsed.address);
}
