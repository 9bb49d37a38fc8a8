import { BlocklistError } from "./blocklist-error.ts";
import { MAX_NAME_BYTES, SEPARATOR, writeName } from "./key.ts";
import type { Layout } from "./layout.ts";

/** Shared lengths above this are not counted, suffix lengths from this on are written out: both are one byte. */
export const MAX_BYTE = 255;

const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads the keys of a list one after the other, and refuses whatever a builder would not have written: each record is
 * checked for its bounds, for strictly rising order and for exact front-coding.
 */
export class Cursor {
  readonly list: Layout;
  /** Entry that `key` holds; -1 before the first. */
  index = -1;
  /** Only the first `length` bytes count. */
  readonly key = new Uint8Array(MAX_NAME_BYTES);
  length = 0;
  /** Where its record begins in the suffix stream. */
  start = 0;
  /** Where the suffix stream goes on after this entry. */
  next = 0;

  private readonly nameBytes = new Uint8Array(MAX_NAME_BYTES);

  constructor(list: Layout) {
    this.list = list;
  }

  /**
   * Goes to the next entry.
   *
   * @returns false after the last
   * @throws BlocklistError "damaged"
   */
  advance(): boolean {
    const { shared, lengths, suffixes, count } = this.list;
    const index = this.index + 1;
    if (index >= count) {
      if (this.next !== suffixes.length) damaged(index, "is followed by bytes of no entry");
      return false;
    }
    const from = shared[index] as number;
    let length = lengths[index] as number;
    let at = this.next;
    if (length === MAX_BYTE) {
      length = (suffixes[at] ?? 0) + (suffixes[at + 1] ?? 0) * 256;
      if (length < MAX_BYTE) damaged(index, "has a length that is not written as it should be");
      at += 2;
    }
    const end = at + length;
    if (
      from > this.length ||
      from + length > MAX_NAME_BYTES ||
      end > suffixes.length ||
      length === 0
    ) {
      damaged(index, "reaches beyond the list");
    }
    const { key } = this;
    if (from < this.length) {
      // Past the shared bytes the key must be greater, and where all 255 are shared, more may be equal.
      let same = from;
      if (from === MAX_BYTE) {
        while (
          same < this.length &&
          same - from < length &&
          key[same] === suffixes[at + same - from]
        )
          same++;
      }
      const before = same < this.length ? (key[same] as number) : -1;
      const now = same - from < length ? (suffixes[at + same - from] as number) : -1;
      if (now <= before) damaged(index, "is out of order");
    }
    // A suffix may begin within a character.
    let plain = from === 0 || (key[from - 1] as number) < 0x80;
    for (let to = from; at < end; at++, to++) {
      const byte = suffixes[at] as number;
      key[to] = byte;
      if (byte < 0x20 && byte !== SEPARATOR) damaged(index, "has a control character");
      if (byte >= 0x80) plain = false;
    }
    this.index = index;
    this.start = this.next;
    this.length = from + length;
    this.next = end;
    if (!plain) this.checkText();
    return true;
  }

  /**
   * Goes on from the middle of the list.
   *
   * @param index entry that `advance` goes to next
   * @param head what that entry shares with the one before it
   * @param next where its suffix begins
   */
  seek(index: number, head: Uint8Array, next: number): void {
    this.index = index - 1;
    this.key.set(head);
    this.length = head.length;
    this.next = next;
  }

  /** Name of the entry. */
  name(): string {
    const { nameBytes } = this;
    return decoder.decode(nameBytes.subarray(0, writeName(this.key, this.length, nameBytes, 0)));
  }

  private checkText(): void {
    try {
      decoder.decode(this.key.subarray(0, this.length));
    } catch {
      damaged(this.index, "is no UTF-8 text");
    }
  }
}

function damaged(index: number, how: string): never {
  throw new BlocklistError("damaged", `the blocklist is damaged: entry ${index} ${how}`);
}
