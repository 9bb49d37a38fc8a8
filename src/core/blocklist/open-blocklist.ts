import { BlocklistError } from "./blocklist-error.ts";
import { Cursor, MAX_BYTE } from "./cursor.ts";
import { filterMayHold, HASH_SEED, hashStep } from "./filter.ts";
import {
  byteText,
  MAX_NAME_BYTES,
  nameOfByteText,
  QUESTION,
  SEPARATOR,
  SLASH,
  writeKey,
  writeName,
} from "./key.ts";
import { columnValue, type Layout, readLayout } from "./layout.ts";
import { BLOCK, indexOf, type ListIndex, readIndex } from "./list-index.ts";
import type { Blocklist, Entry } from "./types.ts";

const DOT = 0x2e;
const NEWLINE = 0x0a;
/** Names are made into text this many bytes at a time: one name at a time takes three times as long. */
const TEXT_BYTES = 0x10000;

/**
 * Puts a list in use, in place: nothing is parsed or copied but its small tables.
 *
 * @param list as buildBlocklist or patchBlocklist made it; must not change afterwards
 * @param index as buildIndex made it for this list; without it, it is made here, which reads every entry
 * @throws BlocklistError "damaged" if list or index are not whole; "mismatch" if the index belongs to another list
 */
export function openBlocklist(
  list: ArrayBuffer | Uint8Array<ArrayBuffer>,
  index?: ArrayBuffer | Uint8Array<ArrayBuffer>,
): Blocklist {
  const layout = readLayout(list);
  return new OpenBlocklist(layout, readIndex(index ?? indexOf(layout), layout));
}

/** What most look-ups find: never changed. */
const NONE: number[] = [];
const decoder = new TextDecoder();

class OpenBlocklist implements Blocklist {
  private readonly list: Layout;
  private readonly index: ListIndex;
  private readonly key = new Uint8Array(MAX_NAME_BYTES);

  constructor(list: Layout, index: ListIndex) {
    this.list = list;
    this.index = index;
  }

  get count() {
    return this.list.count;
  }

  get sources() {
    return this.list.sources;
  }

  get byteLength() {
    const { bytes, kinds, days } = this.list;
    return bytes.length - kinds.length - days.length + this.index.byteLength;
  }

  get(name: string): Entry | null {
    const text = byteText(name);
    if (text === null) return null;
    let hash = HASH_SEED;
    for (let at = text.length - 1; at >= 0; at--) hash = hashStep(hash, text.charCodeAt(at));
    return filterMayHold(this.index.filter, hash) ? this.entry(text, 0) : null;
  }

  covering(host: string): Entry | null {
    // Nearly every host is plain and unlisted, so what only others need comes after the filter.
    let tails = this.tailsThatMayBeListed(host, 0x7f);
    if (tails === NONE) return null;
    const text = byteText(host);
    if (text === null) return null;
    tails ??= this.tailsThatMayBeListed(text, 0xff) ?? NONE;
    for (let i = tails.length - 1; i >= 0; i--) {
      const entry = this.entry(text, tails[i] as number);
      if (entry) return entry;
    }
    return null;
  }

  /**
   * Where the host itself and its parents begin, as far as they pass the filter, shortest first; in one pass.
   *
   * @returns null if a character is above the limit
   */
  private tailsThatMayBeListed(text: string, limit: number): number[] | null {
    const { filter } = this.index;
    let tails = NONE;
    let hash = HASH_SEED;
    for (let at = text.length - 1; at >= -1; at--) {
      const byte = at === -1 ? DOT : text.charCodeAt(at);
      if (byte > limit) return null;
      if (byte === DOT && filterMayHold(filter, hash)) {
        if (tails === NONE) tails = [at + 1];
        else tails.push(at + 1);
      }
      hash = hashStep(hash, byte);
    }
    return tails;
  }

  *names(): IterableIterator<string> {
    const cursor = new Cursor(this.list);
    const bytes = new Uint8Array(TEXT_BYTES + MAX_NAME_BYTES + 1);
    let end = 0;
    while (cursor.advance()) {
      end = writeName(cursor.key, cursor.length, bytes, end);
      bytes[end++] = NEWLINE;
      if (end < TEXT_BYTES) continue;
      yield* lines(bytes, end);
      end = 0;
    }
    if (end > 0) yield* lines(bytes, end);
  }

  below(host: string): IterableIterator<string> {
    return this.startingWith(host, SEPARATOR);
  }

  *pathsOn(host: string): IterableIterator<string> {
    yield* this.startingWith(host, SLASH);
    yield* this.startingWith(host, QUESTION);
  }

  /** The names whose key begins with a host's and goes on with this byte. */
  private *startingWith(host: string, next: number): IterableIterator<string> {
    const text = byteText(host);
    if (text === null) return;
    const prefix = new Uint8Array(text.length + 1);
    prefix[writeKey(text, 0, prefix)] = next;
    const block = Math.max(this.blockOf(prefix, prefix.length), 0);
    if (block === this.index.suffixAt.length) return;
    const cursor = new Cursor(this.list);
    const first = block * BLOCK;
    const shared = this.head(block).subarray(0, this.list.shared[first]);
    cursor.seek(first, shared, this.index.suffixAt[block] as number);
    while (cursor.advance()) {
      const order = orderOfPrefix(cursor, prefix);
      if (order > 0) return;
      if (order === 0) yield cursor.name();
    }
  }

  /** The entry whose name is the text from `start` on. */
  private entry(text: string, start: number): Entry | null {
    const i = this.find(text, start);
    if (i === -1) return null;
    const { kinds, days, count, kindTable } = this.list;
    const kind = kindTable[columnValue(kinds, count, i)];
    if (kind === undefined) throw new BlocklistError("damaged", `entry ${i} has no kind`);
    const [source, form, brand] = kind;
    return {
      name: nameOfByteText(text.slice(start)),
      form,
      brand,
      source,
      since: columnValue(days, count, i),
    };
  }

  /** Place of the entry whose name is the text from `start` on, or -1. */
  private find(text: string, start: number): number {
    const { key } = this;
    const { shared, lengths, suffixes, count } = this.list;
    const length = writeKey(text, start, key);
    const block = this.blockOf(key, length);
    if (block === -1) return -1;

    // `same` bytes of the key are those of the entry before i, which is smaller than the key. For the first entry of
    // the block, those that it shares with the one before it will do.
    const head = this.head(block);
    const most = Math.min(length, shared[block * BLOCK] as number);
    let same = 0;
    while (same < most && key[same] === head[same]) same++;
    let at = this.index.suffixAt[block] as number;
    const end = Math.min((block + 1) * BLOCK, count);
    for (let i = block * BLOCK; i < end; i++) {
      const from = shared[i] as number;
      let suffix = lengths[i] as number;
      if (suffix === MAX_BYTE) {
        suffix = (suffixes[at] as number) + (suffixes[at + 1] as number) * 256;
        at += 2;
      }
      if (from < same) {
        if (from < MAX_BYTE) return -1;
        same = MAX_BYTE;
      }
      if (from === same) {
        const stop = Math.min(length, same + suffix);
        const shift = at - same;
        while (same < stop && suffixes[same + shift] === key[same]) same++;
        if (same - from === suffix) {
          if (same === length) return i;
        } else if (same === length || (suffixes[same + shift] as number) > (key[same] as number)) {
          return -1;
        }
      }
      at += suffix;
    }
    return -1;
  }

  /** The last block whose first key is not greater than this one, or -1. */
  private blockOf(key: Uint8Array, length: number): number {
    let low = 0;
    let high = this.index.suffixAt.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.headIsGreater(middle, key, length)) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }

  private headIsGreater(block: number, key: Uint8Array, length: number): boolean {
    const { heads, headEnd } = this.index;
    const start = block === 0 ? 0 : (headEnd[block - 1] as number);
    const headLength = (headEnd[block] as number) - start;
    const most = Math.min(headLength, length);
    for (let at = 0; at < most; at++) {
      const order = (heads[start + at] as number) - (key[at] as number);
      if (order !== 0) return order > 0;
    }
    return headLength > length;
  }

  /** The first key of a block. */
  private head(block: number): Uint8Array {
    const { heads, headEnd } = this.index;
    return heads.subarray(block === 0 ? 0 : headEnd[block - 1], headEnd[block]);
  }
}

/** Less than 0: the cursor's key comes before all keys with the prefix; 0: it has the prefix; greater: it comes after. */
function orderOfPrefix({ key, length }: Cursor, prefix: Uint8Array): number {
  for (let at = 0; at < prefix.length; at++) {
    if (at === length) return -1;
    const order = (key[at] as number) - (prefix[at] as number);
    if (order !== 0) return order;
  }
  return 0;
}

function lines(bytes: Uint8Array, end: number): string[] {
  return decoder.decode(bytes.subarray(0, end - 1)).split("\n");
}
