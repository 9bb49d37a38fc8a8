import * as z from "zod/mini";
import { BlocklistError } from "./blocklist-error.ts";
import { carriedChecksum, checksum, sameChecksum } from "./checksum.ts";
import type { ListSource } from "./types.ts";

/*
 * The list as a file, and in memory: the same bytes. All numbers are little-endian.
 *
 *     bytes  what
 *     4      "TTB1"
 *     16     checksum of the whole file (see checksum.ts), this field as zeros
 *     4      n, the number of entries
 *     4      s, the number of bytes of all suffixes
 *     4      m, the number of bytes of the tables
 *     2      k and d, the number of bytes a kind and a day take
 *     14     zeros
 *     n      shared lengths
 *     n      suffix lengths
 *     s      suffixes
 *     k × n  kinds, lowest bytes of all entries first
 *     d × n  days, likewise
 *     m      tables, JSON
 *     0–15   zeros up to a multiple of 16
 *
 * Names are sorted by their keys in byte order. A key is the name in UTF-8, the labels of its host reversed and parted
 * by 0x01 instead of dots; what follows the host, from the first "/" or "?" on, stays as it is (see key.ts).
 * Names are front-coded over the whole list: of each key, the shared length says how many bytes are those of the key
 * before it (at most 255 are counted), and the suffix is the rest. A suffix length of 255 says that the suffix begins
 * with two bytes, its true length, 255 or more.
 * Lengths and suffixes stand in streams of their own because each compresses better among its like (measured on
 * 1,242,813 hosts under gzip -9: 5.16 bytes a host, interleaved 5.66, the sorted text 6.62), because equal numbers of
 * bytes an entry need no offsets, and because records can be copied as they are when a list is patched. What look-ups
 * need besides, where blocks begin and a filter, follows from the names and is therefore kept out of the transport
 * (see list-index.ts).
 * The tables are {"sources":[{id, name, licence, url?}], "kinds":[[source id, form or null, brand or null]]}: sources
 * sorted by id, kinds by their JSON text, only kinds that occur. The kind of an entry is its place in that table; its
 * day is the number of days since 1970-01-01. k and d are the fewest bytes that hold the greatest value, 0 if it is 0.
 * So equal entries with equal sources make equal bytes.
 */

export const LIST_MAGIC = 0x31425454;
export const HEADER_BYTES = 48;

/** Form, brand and source of an entry. */
export type Kind = readonly [source: string, form: string | null, brand: string | null];

/** The parts of a list, as views into its bytes. */
export interface Layout {
  bytes: Uint8Array<ArrayBuffer>;
  checksum: Int32Array;
  count: number;
  shared: Uint8Array;
  lengths: Uint8Array;
  suffixes: Uint8Array;
  /** Planes of `count` bytes each, the lowest first. */
  kinds: Uint8Array;
  days: Uint8Array;
  sources: readonly ListSource[];
  kindTable: readonly Kind[];
}

const text = z.string().check(z.minLength(1));
const tablesSchema = z.object({
  sources: z.array(z.object({ id: text, name: text, licence: text, url: z.optional(z.string()) })),
  kinds: z.array(z.tuple([text, z.nullable(text), z.nullable(text)])),
});

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Views bytes from an aligned start, copying them only if they do not have one. */
export function aligned(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes);
  return bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
}

/**
 * Refuses a file that is not whole.
 *
 * @param what names the file in the error
 * @throws BlocklistError "damaged"
 */
export function checkWhole(bytes: Uint8Array<ArrayBuffer>, magic: number, what: string): DataView {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < HEADER_BYTES || bytes.length % 16 !== 0 || view.getUint32(0, true) !== magic) {
    throw new BlocklistError("damaged", `this is no ${what}: ${bytes.length} bytes`);
  }
  if (!sameChecksum(checksum(bytes), carriedChecksum(bytes))) {
    throw new BlocklistError("damaged", `the ${what} is damaged: its checksum does not match`);
  }
  return view;
}

/** Lists, their indexes and deltas end at a multiple of 16 bytes. */
export function roundUp16(bytes: number): number {
  return Math.ceil(bytes / 16) * 16;
}

/**
 * Finds the parts of a list. Reads the whole file once for its checksum; the order and shape of the names are checked
 * where all of them are read anyway (see Cursor).
 *
 * @throws BlocklistError "damaged"
 */
export function readLayout(given: ArrayBuffer | Uint8Array<ArrayBuffer>): Layout {
  const bytes = aligned(given);
  const view = checkWhole(bytes, LIST_MAGIC, "blocklist");
  const count = view.getUint32(20, true);
  const suffixBytes = view.getUint32(24, true);
  const tableBytes = view.getUint32(28, true);
  const kindBytes = view.getUint8(32);
  const dayBytes = view.getUint8(33);
  let at = HEADER_BYTES;
  const content = count * (2 + kindBytes + dayBytes) + suffixBytes + tableBytes;
  if (kindBytes > 4 || dayBytes > 2 || bytes.length !== roundUp16(HEADER_BYTES + content)) {
    throw new BlocklistError("damaged", "the blocklist's parts do not add up to its length");
  }
  const part = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const layout = {
    bytes,
    checksum: carriedChecksum(bytes),
    count,
    shared: part(count),
    lengths: part(count),
    suffixes: part(suffixBytes),
    kinds: part(count * kindBytes),
    days: part(count * dayBytes),
  };
  return { ...layout, ...readTables(part(tableBytes)) };
}

function readTables(bytes: Uint8Array): { sources: ListSource[]; kindTable: Kind[] } {
  let json: unknown;
  try {
    json = JSON.parse(decoder.decode(bytes));
  } catch (error) {
    throw new BlocklistError("damaged", `the blocklist's tables can't be read: ${String(error)}`);
  }
  const tables = tablesSchema.safeParse(json);
  if (!tables.success) throw new BlocklistError("damaged", "the blocklist's tables are malformed");
  return {
    sources: tables.data.sources.map(({ url, ...source }) =>
      url === undefined ? source : { ...source, url },
    ),
    kindTable: tables.data.kinds,
  };
}

/** Value of entry `i` in a column of planes. */
export function columnValue(planes: Uint8Array, count: number, i: number): number {
  let value = 0;
  for (let at = i, unit = 1; at < planes.length; at += count, unit *= 256) {
    value += (planes[at] as number) * unit;
  }
  return value;
}
