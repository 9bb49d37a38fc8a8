/**
 * Brings an ECDSA signature from DER (RFC 3279 §2.2.3: SEQUENCE of two INTEGERs), which TUF uses, to the two numbers
 * of fixed size one after the other (IEEE P1363), which Web Cryptography uses.
 *
 * @param size bytes of a number: 32 for P-256
 * @returns null if it is not DER in its one shortest form
 */
export function fromDerSignature(
  der: Uint8Array<ArrayBuffer>,
  size: number,
): Uint8Array<ArrayBuffer> | null {
  const sequence = readValue(der, 0, 0x30);
  if (sequence === null || sequence.end !== der.length) return null;
  const r = readValue(der, sequence.start, 0x02);
  if (r === null) return null;
  const s = readValue(der, r.end, 0x02);
  if (s === null || s.end !== der.length) return null;

  const signature = new Uint8Array(2 * size);
  for (const [index, { start, end }] of [r, s].entries()) {
    let from = start;
    if (end === from || (der[from] ?? 0) > 0x7f) return null;
    if (der[from] === 0 && end - from > 1) {
      // A leading zero is allowed only to keep a number positive.
      if ((der[from + 1] ?? 0) <= 0x7f) return null;
      from++;
    }
    if (end - from > size) return null;
    signature.set(der.subarray(from, end), (index + 1) * size - (end - from));
  }
  return signature;
}

/** Where the value of a tagged DER element begins and ends, or null. Lengths to 255 suffice for a signature. */
function readValue(
  der: Uint8Array,
  at: number,
  tag: number,
): { start: number; end: number } | null {
  if (der[at] !== tag) return null;
  let length = der[at + 1];
  let start = at + 2;
  if (length === 0x81) {
    length = der[at + 2];
    start = at + 3;
    if (length === undefined || length < 0x80) return null;
  }
  if (length === undefined || length > 0xff || (start === at + 2 && length >= 0x80)) return null;
  const end = start + length;
  return end <= der.length ? { start, end } : null;
}
