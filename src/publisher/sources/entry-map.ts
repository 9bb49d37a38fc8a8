import type { Listing } from "../../core/blocklist/types.ts";

/** Entries by name. `since` 0 means that no source gave a day. */
export type EntryMap = Map<string, Listing>;

/** The entries of one category. */
export interface CategoryEntries {
  host: EntryMap;
  path: EntryMap;
}

/** Most entries share their listing with many others: one object for all of them saves 80 MB in a million. */
export function createIntern(): (listing: Listing) => Listing {
  const known = new Map<string, Listing>();
  return (listing) => {
    const key = `${listing.since} ${listing.source} ${listing.form} ${listing.brand}`;
    const same = known.get(key);
    if (same !== undefined) return same;
    known.set(key, listing);
    return listing;
  };
}

/**
 * Adds an entry. If the name is there, its source stays and only form, brand and day are filled in where unknown.
 *
 * @returns true if the name is new
 */
export function mergeEntry(into: EntryMap, name: string, listing: Listing): boolean {
  const first = into.get(name);
  if (first === undefined) {
    into.set(name, listing);
    return true;
  }
  const form = first.form ?? listing.form;
  const brand = first.brand ?? listing.brand;
  const since = first.since === 0 ? listing.since : first.since;
  if (form !== first.form || brand !== first.brand || since !== first.since) {
    into.set(name, { source: first.source, form, brand, since });
  }
  return false;
}
