import { BlocklistError } from "./blocklist-error.ts";
import { sealWithChecksum } from "./checksum.ts";
import { type Cursor, MAX_BYTE } from "./cursor.ts";
import { MAX_NAME_BYTES } from "./key.ts";
import { HEADER_BYTES, type Kind, type Layout, LIST_MAGIC, roundUp16 } from "./layout.ts";
import type { ListSource } from "./types.ts";

/** Writes a list whose keys come in rising order. Room for records grows as needed. */
export class ListWriter {
  /** Number of entries written so far. */
  count = 0;
  private shared: Uint8Array<ArrayBuffer>;
  private lengths: Uint8Array<ArrayBuffer>;
  private suffixes: Uint8Array<ArrayBuffer>;
  private suffixEnd = 0;
  private readonly last = new Uint8Array(MAX_NAME_BYTES);
  private lastLength = 0;
  private run: { list: Layout; first: number; end: number; start: number; next: number } | null =
    null;

  /** The guesses save copying; they need not hold. */
  constructor(entriesGuess: number, suffixBytesGuess: number) {
    this.shared = new Uint8Array(entriesGuess);
    this.lengths = new Uint8Array(entriesGuess);
    this.suffixes = new Uint8Array(suffixBytesGuess);
  }

  /** Front-codes a key against the one before it. */
  add(key: Uint8Array, length: number): void {
    this.copyRun();
    const { last } = this;
    const most = Math.min(length, this.lastLength, MAX_BYTE);
    let from = 0;
    while (from < most && key[from] === last[from]) from++;
    this.reserve(1, length - from + 2);
    this.shared[this.count] = from;
    this.lengths[this.count] = Math.min(length - from, MAX_BYTE);
    if (length - from >= MAX_BYTE) {
      this.suffixes[this.suffixEnd++] = (length - from) & 0xff;
      this.suffixes[this.suffixEnd++] = (length - from) >> 8;
    }
    for (let at = from; at < length; at++) {
      const byte = key[at] as number;
      this.suffixes[this.suffixEnd++] = byte;
      last[at] = byte;
    }
    this.lastLength = length;
    this.count++;
  }

  /**
   * Takes over an entry of another list with its record, which holds if the entry before it is the same in both.
   * Records are copied later, as many at once as there are in a row.
   */
  keep(cursor: Cursor): void {
    const { list, index, key, length, start, next } = cursor;
    if (this.run === null) this.run = { list, first: index, start, end: index, next };
    this.run.end = index + 1;
    this.run.next = next;
    for (let at = list.shared[index] as number; at < length; at++)
      this.last[at] = key[at] as number;
    this.lastLength = length;
    this.count++;
  }

  private copyRun(): void {
    const { run } = this;
    if (run === null) return;
    this.run = null;
    const { list, first, end, start, next } = run;
    const to = this.count - (end - first);
    this.reserve(0, next - start);
    this.shared.set(list.shared.subarray(first, end), to);
    this.lengths.set(list.lengths.subarray(first, end), to);
    this.suffixes.set(list.suffixes.subarray(start, next), this.suffixEnd);
    this.suffixEnd += next - start;
  }

  /**
   * Puts the list together.
   *
   * @param kinds for each entry its place in `kindTable`, which may be in any order and hold unused kinds
   * @param days for each entry, days since 1970-01-01
   */
  finish(
    kinds: Uint32Array,
    days: Uint32Array,
    kindTable: readonly Kind[],
    sources: readonly ListSource[],
  ): Uint8Array<ArrayBuffer> {
    this.copyRun();
    const { count, suffixEnd } = this;
    const { table, places } = canonicalKinds(kinds.subarray(0, count), kindTable);
    const kindBytes = bytesFor(table.length - 1);
    let lastDay = 0;
    for (let i = 0; i < count; i++) lastDay = Math.max(lastDay, days[i] as number);
    const dayBytes = bytesFor(lastDay);
    const tables = new TextEncoder().encode(
      JSON.stringify({ sources: canonicalSources(sources, table), kinds: table }),
    );

    const content = count * (2 + kindBytes + dayBytes) + suffixEnd + tables.length;
    const bytes = new Uint8Array(roundUp16(HEADER_BYTES + content));
    const view = new DataView(bytes.buffer);
    view.setUint32(0, LIST_MAGIC, true);
    view.setUint32(20, count, true);
    view.setUint32(24, suffixEnd, true);
    view.setUint32(28, tables.length, true);
    view.setUint8(32, kindBytes);
    view.setUint8(33, dayBytes);
    let at = HEADER_BYTES;
    const put = (part: Uint8Array) => {
      bytes.set(part, at);
      at += part.length;
    };
    put(this.shared.subarray(0, count));
    put(this.lengths.subarray(0, count));
    put(this.suffixes.subarray(0, suffixEnd));
    for (let plane = 0; plane < kindBytes; plane++) {
      for (let i = 0; i < count; i++) {
        bytes[at++] = (places[kinds[i] as number] as number) >>> (8 * plane);
      }
    }
    for (let plane = 0; plane < dayBytes; plane++) {
      for (let i = 0; i < count; i++) bytes[at++] = (days[i] as number) >>> (8 * plane);
    }
    put(tables);
    sealWithChecksum(bytes);
    return bytes;
  }

  private reserve(entries: number, suffixBytes: number): void {
    if (this.count + entries > this.shared.length) {
      const size = Math.ceil((this.count + entries) * 1.5);
      this.shared = grown(this.shared, size);
      this.lengths = grown(this.lengths, size);
    }
    if (this.suffixEnd + suffixBytes > this.suffixes.length) {
      this.suffixes = grown(this.suffixes, Math.ceil((this.suffixEnd + suffixBytes) * 1.5));
    }
  }
}

function grown(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(size);
  larger.set(bytes);
  return larger;
}

/** The fewest bytes that hold a value; 0 for 0. */
function bytesFor(value: number): number {
  let bytes = 0;
  for (let rest = value; rest >= 1; rest /= 256) bytes++;
  return bytes;
}

/** The kinds in use, each once, in canonical order, and where each of the given ones stands there. */
function canonicalKinds(
  kinds: Uint32Array,
  kindTable: readonly Kind[],
): { table: Kind[]; places: Uint32Array } {
  const texts = kindTable.map((kind) => JSON.stringify(kind));
  const used = new Set<number>();
  for (const kind of kinds) used.add(kind);
  const inOrder = [...new Set([...used].map((kind) => texts[kind] as string))].sort();
  const placeOf = new Map(inOrder.map((text, place) => [text, place]));
  const places = Uint32Array.from(texts, (text) => placeOf.get(text) ?? 0);
  return { table: inOrder.map((text) => JSON.parse(text) as Kind), places };
}

function canonicalSources(sources: readonly ListSource[], kinds: readonly Kind[]): ListSource[] {
  const byId = new Map<string, ListSource>();
  for (const { id, name, licence, url } of sources) {
    if (byId.has(id)) throw new BlocklistError("source", `two sources are called "${id}"`);
    byId.set(id, url === undefined ? { id, name, licence } : { id, name, licence, url });
  }
  for (const [source] of kinds) {
    if (!byId.has(source)) throw new BlocklistError("source", `no source is called "${source}"`);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
