/** Where the four words of a checksum stand in lists, indexes and deltas, in bytes. */
const CHECKSUM_AT = 4;
const MULTIPLIER = 0x9e3779b1;

/**
 * Checksum of a file whose own checksum field counts as zeros. Not cryptographic: signatures are the feed's work; this
 * one finds damage on disk within milliseconds. Word by word in four lanes, and each step is a bijection of the lane,
 * so any change within one word always changes the result; wider damage escapes with a chance of about 2^-32 or less.
 *
 * @param bytes 4-byte aligned, a multiple of 16 bytes long, at least 32
 */
export function checksum(bytes: Uint8Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const lanes = Uint32Array.of(1, 2, 3, 4);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const head = words.slice(0, 8);
  head.fill(0, CHECKSUM_AT / 4, CHECKSUM_AT / 4 + 4);
  absorb(lanes, head);
  absorb(lanes, words.subarray(8));
  return lanes;
}

function absorb(lanes: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0] = lanes;
  for (let at = 0; at + 3 < words.length; at += 4) {
    a = Math.imul(a ^ (words[at] as number), MULTIPLIER);
    a ^= a >>> 15;
    b = Math.imul(b ^ (words[at + 1] as number), MULTIPLIER);
    b ^= b >>> 15;
    c = Math.imul(c ^ (words[at + 2] as number), MULTIPLIER);
    c ^= c >>> 15;
    d = Math.imul(d ^ (words[at + 3] as number), MULTIPLIER);
    d ^= d >>> 15;
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
): Uint32Array<ArrayBuffer> {
  return new Uint32Array(bytes.slice(at, at + 16).buffer);
}

export function sameChecksum(a: Uint32Array, b: Uint32Array): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3];
}
