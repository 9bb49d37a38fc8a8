import { createHash } from "node:crypto";

/** An extension's id: the first half of its public key's SHA-256, with the letters a to p for hex digits. */
export function extensionId(publicKey: Buffer): string {
  const hex = createHash("sha256").update(publicKey).digest("hex").slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
