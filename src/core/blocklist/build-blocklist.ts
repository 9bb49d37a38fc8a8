import { BlocklistError } from "./blocklist-error.ts";
import { keyText } from "./key.ts";
import { KindTable } from "./kind-table.ts";
import { ListWriter } from "./list-writer.ts";
import type { Entry, ListSource } from "./types.ts";

const KINDS = 2 ** 32;
/** In the year 2149. */
const MAX_DAY = 0xffff;

/**
 * Makes a list (see layout.ts). The same entries and sources give the same bytes, in whatever order they come; of
 * entries with the same name the first counts.
 *
 * @param sources all sources of the list, also those without an entry
 * @throws BlocklistError "entry" if a name can't be kept (empty, control characters, lone surrogates, more than 65,535
 *   bytes) or a listing is malformed; "source" for a source that is missing or there twice
 */
export function buildBlocklist(
  entries: Iterable<Entry>,
  { sources }: { sources: readonly ListSource[] },
): Uint8Array<ArrayBuffer> {
  const kinds = new KindTable();
  /** By key: kind + 2^32 × day, one number for the sake of memory. */
  const listings = new Map<string, number>();
  for (const { name, form, brand, source, since } of entries) {
    const key = keyText(name);
    if (listings.has(key)) continue;
    if (!Number.isInteger(since) || since < 0 || since > MAX_DAY || form === "" || brand === "") {
      throw new BlocklistError("entry", `the listing of ${JSON.stringify(name)} is malformed`);
    }
    listings.set(key, kinds.place([source, form, brand]) + since * KINDS);
  }

  // Keys are byte texts, so the order of their characters is the order of their bytes.
  const keys = [...listings.keys()].sort();
  const writer = new ListWriter(keys.length, keys.length * 10);
  const kindOf = new Uint32Array(keys.length);
  const dayOf = new Uint32Array(keys.length);
  const bytes = new Uint8Array(0x10000);
  for (const [i, key] of keys.entries()) {
    for (let at = 0; at < key.length; at++) bytes[at] = key.charCodeAt(at);
    writer.add(bytes, key.length);
    const listing = listings.get(key) as number;
    kindOf[i] = listing % KINDS;
    dayOf[i] = Math.floor(listing / KINDS);
  }
  return writer.finish(kindOf, dayOf, kinds.all, sources);
}
