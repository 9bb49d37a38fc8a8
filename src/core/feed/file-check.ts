import { FeedError } from "./feed-error.ts";
import { toHex } from "./hex.ts";
import type { FeedCrypto } from "./types.ts";

const ALGORITHMS = { sha256: "SHA-256", sha384: "SHA-384", sha512: "SHA-512" } as const;

function isKnown(algorithm: string): algorithm is keyof typeof ALGORITHMS {
  return Object.hasOwn(ALGORITHMS, algorithm);
}

/** The first hash, in the order given, whose algorithm is known; null if there is none. */
export function knownHash(hashes: Readonly<Record<string, string>>): string | null {
  return Object.entries(hashes).find(([algorithm]) => isKnown(algorithm))?.[1] ?? null;
}

/**
 * Compares a file with its signed length and hashes. Every hash of a known algorithm must fit; where hashes are given,
 * at least one must be known.
 *
 * @throws FeedError "damaged"
 */
export async function checkFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  signed: { length?: number | undefined; hashes?: Readonly<Record<string, string>> | undefined },
  crypto: FeedCrypto,
): Promise<void> {
  if (signed.length !== undefined && bytes.length !== signed.length) {
    throw new FeedError("damaged", `${name}: ${bytes.length} bytes, ${signed.length} signed`);
  }
  if (signed.hashes === undefined) return;
  if (knownHash(signed.hashes) === null) {
    throw new FeedError("damaged", `${name}: no hash of a known algorithm`);
  }
  for (const [algorithm, hash] of Object.entries(signed.hashes)) {
    if (!isKnown(algorithm)) continue;
    if (toHex(await crypto.digest(ALGORITHMS[algorithm], bytes)) !== hash) {
      throw new FeedError("damaged", `${name}: another ${algorithm} than signed`);
    }
  }
}
