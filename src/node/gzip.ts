import { promisify } from "node:util";
import { constants, gunzip as nodeGunzip, gzip as nodeGzip } from "node:zlib";

const zip = promisify<Uint8Array, { level: number }, Buffer>(nodeGzip);
const unzip = promisify<Uint8Array, { maxOutputLength: number; finishFlush: number }, Buffer>(
  nodeGunzip,
);

/** Where RFC 1952 §2.3 keeps the operating system, and its word for "unknown". */
const OS_AT = 9;
const OS_UNKNOWN = 255;

/** Gzip at level 9. The same input gives the same bytes on every system: no time, no name, no operating system. */
export async function gzip(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const zipped = new Uint8Array(await zip(bytes, { level: 9 }));
  zipped[OS_AT] = OS_UNKNOWN;
  return zipped;
}

/** @throws if it is no whole gzip, or unzips to more than `maxLength` bytes */
export async function gunzip(
  bytes: Uint8Array,
  maxLength: number,
): Promise<Uint8Array<ArrayBuffer>> {
  // zlib takes no limit of 0.
  const options = { maxOutputLength: Math.max(1, maxLength), finishFlush: constants.Z_FINISH };
  const unzipped = new Uint8Array(await unzip(bytes, options));
  if (unzipped.length > maxLength) throw new RangeError(`more than ${maxLength} bytes`);
  return unzipped;
}
