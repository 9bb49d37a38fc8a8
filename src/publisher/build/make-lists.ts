import { buildBlocklist } from "../../core/blocklist/build-blocklist.ts";
import type { Blocklist, Entry, ListSource } from "../../core/blocklist/types.ts";
import { artifactPath, type ListKind } from "../../core/feed/artifacts.ts";
import { grouped, type Progress } from "../progress.ts";
import type { Collected } from "../sources/collect.ts";
import type { EntryMap } from "../sources/entry-map.ts";
import type { Source } from "../sources/sources-file.ts";

/** One list, ready to be zipped and signed. */
export interface ListFile {
  path: string;
  kind: ListKind;
  category: string;
  raw: Uint8Array<ArrayBuffer>;
  count: number;
  /** Names that were not in the published list. */
  added: number;
  /** Names of the published list that are gone. */
  removed: number;
}

export interface MakeListsNeeds {
  /** The published list of this path, or null. */
  published: (path: string) => Blocklist | null;
  /** Days since 1970-01-01: the "listed since" of entries that are new and of which no source gave a day. */
  today: number;
  progress: Progress;
}

/**
 * Makes the lists of all categories: hosts and, where there are any, paths. The day on which an entry was first
 * published stays with it: "listed since" must not change because a source was read anew.
 */
export function makeLists(
  { categories, sources }: Collected,
  { published, today, progress }: MakeListsNeeds,
): ListFile[] {
  const files: ListFile[] = [];
  for (const [category, entries] of [...categories].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const listSources = sources
      .map(({ source }) => source)
      .filter((source) => source.category === category)
      .map(shownSource);
    for (const [kind, map] of [
      ["blocklist", entries.host],
      ["paths", entries.path],
    ] as const) {
      if (map.size === 0) continue;
      const path = artifactPath(kind, category);
      const stage = progress.stage(`make ${path}`);
      const before = published(path);
      const count = { added: 0 };
      const raw = buildBlocklist(dated(map, before, today, count), { sources: listSources });
      const removed = (before?.count ?? 0) - (map.size - count.added);
      files.push({ path, kind, category, raw, count: map.size, added: count.added, removed });
      stage.done(
        `${grouped(map.size)} entries, ${grouped(count.added)} new, ${grouped(removed)} gone, ${grouped(raw.length)} bytes`,
      );
    }
  }
  return files;
}

function shownSource({ id, name, licence, url }: Source): ListSource {
  return url === undefined ? { id, name, licence } : { id, name, licence, url };
}

function* dated(
  map: EntryMap,
  before: Blocklist | null,
  today: number,
  count: { added: number },
): Generator<Entry> {
  for (const [name, { form, brand, source, since }] of map) {
    const known = before?.get(name) ?? null;
    if (known === null) count.added++;
    const day = known !== null && known.since > 0 ? known.since : since > 0 ? since : today;
    yield { name, form, brand, source, since: day };
  }
}
