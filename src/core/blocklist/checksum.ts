/** Where the four words of a checksum stand in lists, indexes and deltas, in bytes. */
const CHECKSUM_AT = 4;
/** Odd, so that multiplying by it is a bijection of 32 bits. */
const MULTIPLIER = 0x2c1b3c6d;

/**
 * Checksum of a file whose own checksum field counts as zeros. Not cryptographic: signatures are the feed's work; this
 * one finds damage on disk within milliseconds. Four polynomial hashes modulo 2^32, one a lane of words: each step is
 * a bijection of the lane and of the word, so any change within one word of a lane always changes the result; wider
 * damage escapes with a chance of about 2^-32 a lane that it touches. (Measured, 12.5 MB: 4 ms, 10 in a new process.)
 *
 * @param bytes 4-byte aligned, a multiple of 16 bytes long, at least 32
 */
export function checksum(bytes: Uint8Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const lanes = Int32Array.of(1, 2, 3, 4);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const head = words.slice(0, 8);
  head.fill(0, CHECKSUM_AT / 4, CHECKSUM_AT / 4 + 4);
  absorb(lanes, head);
  absorb(lanes, words.subarray(8));
  return lanes;
}

function absorb(lanes: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0] = lanes;
  for (let at = 0; at + 3 < words.length; at += 4) {
    a = (Math.imul(a, MULTIPLIER) + (words[at] as number)) | 0;
    b = (Math.imul(b, MULTIPLIER) + (words[at + 1] as number)) | 0;
    c = (Math.imul(c, MULTIPLIER) + (words[at + 2] as number)) | 0;
    d = (Math.imul(d, MULTIPLIER) + (words[at + 3] as number)) | 0;
  }
  lanes.set([a, b, c, d]);
}

/** Writes the checksum of a finished file into its place. */
export function sealWithChecksum(bytes: Uint8Array<ArrayBuffer>): void {
  bytes.set(new Uint8Array(checksum(bytes).buffer), CHECKSUM_AT);
}

/** The checksum that a file carries at a place, its own by default. */
export function carriedChecksum(
  bytes: Uint8Array<ArrayBuffer>,
  at = CHECKSUM_AT,
): Int32Array<ArrayBuffer> {
  return new Int32Array(bytes.slice(at, at + 16).buffer);
}

export function sameChecksum(a: Int32Array, b: Int32Array): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3];
}
