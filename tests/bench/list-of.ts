import { buildBlocklist } from "../../src/core/blocklist/build-blocklist.ts";

const SOURCES = [{ id: "bench", name: "Bench", licence: "CC0-1.0" }];

/**
 * A list of these hosts. All have the same listing, as text of names has none.
 *
 * @param newer hosts that were added a day later
 */
export function listOf(
  hosts: Iterable<string>,
  newer: Iterable<string> = [],
): Uint8Array<ArrayBuffer> {
  const listing = { form: null, brand: null, source: "bench" };
  function* entries() {
    for (const name of hosts) yield { name, ...listing, since: 20_000 };
    for (const name of newer) yield { name, ...listing, since: 20_001 };
  }
  return buildBlocklist(entries(), { sources: SOURCES });
}
