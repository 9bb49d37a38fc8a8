/** Douglas Crockford's Base32: no I, L, O or U, which are misread or misheard. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Bytes that a receipt is drawn from: 40 bits give eight letters. */
export const RECEIPT_BYTES = 5;

/**
 * A receipt as receiptSchema demands: "TT-7K3M-9QXZ".
 *
 * @param random RECEIPT_BYTES random bytes
 */
export function receiptCode(random: Uint8Array): string {
  let bits = 0n;
  for (const byte of random.subarray(0, RECEIPT_BYTES)) bits = (bits << 8n) | BigInt(byte);
  let letters = "";
  for (let shift = 35n; shift >= 0n; shift -= 5n)
    letters += ALPHABET[Number((bits >> shift) & 31n)];
  return `TT-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/**
 * A receipt as a person types or reads it out ("tt 7k3m9qxz", O for 0, I or L for 1), in its one spelling.
 *
 * @returns null if it can be no receipt
 */
export function readReceiptCode(text: string): string | null {
  const letters = text
    .toUpperCase()
    .replace(/[\s-]/g, "")
    .replace(/^TT(?=.{8}$)/, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  if (letters.length !== 8 || [...letters].some((letter) => !ALPHABET.includes(letter)))
    return null;
  return `TT-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
