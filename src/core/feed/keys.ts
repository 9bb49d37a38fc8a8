import { fromDerSignature } from "./ecdsa-signature.ts";
import { fromHex, toHex } from "./hex.ts";
import type { Key, Keys, RoleKeys, Signature } from "./metadata.ts";
import type { FeedCrypto } from "./types.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** How a key of one type and scheme (§4.2, and python-securesystemslib for those beyond) is used. */
interface Scheme {
  keytypes: string[];
  import: { name: string; hash?: string; namedCurve?: string };
  verify: { name: string; hash?: string; saltLength?: number };
  /** Bytes of a number of an ECDSA signature, which comes as DER. */
  ecdsaSize?: number;
}

/** Before specification 1.0.28 the key type of ECDSA was spelt as its scheme; such repositories are still about. */
function ecdsa(curve: string, hash: string, ecdsaSize: number, scheme: string): Scheme {
  return {
    keytypes: ["ecdsa", scheme],
    import: { name: "ECDSA", namedCurve: curve },
    verify: { name: "ECDSA", hash },
    ecdsaSize,
  };
}

function rsa(name: "RSA-PSS" | "RSASSA-PKCS1-v1_5", hash: string, saltLength: number): Scheme {
  return {
    keytypes: ["rsa"],
    import: { name, hash },
    verify: name === "RSA-PSS" ? { name, saltLength } : { name },
  };
}

const SCHEMES: ReadonlyMap<string, Scheme> = new Map([
  ["ed25519", { keytypes: ["ed25519"], import: { name: "Ed25519" }, verify: { name: "Ed25519" } }],
  ["ecdsa-sha2-nistp256", ecdsa("P-256", "SHA-256", 32, "ecdsa-sha2-nistp256")],
  ["ecdsa-sha2-nistp384", ecdsa("P-384", "SHA-384", 48, "ecdsa-sha2-nistp384")],
  ["rsassa-pss-sha256", rsa("RSA-PSS", "SHA-256", 32)],
  ["rsassa-pss-sha384", rsa("RSA-PSS", "SHA-384", 48)],
  ["rsassa-pss-sha512", rsa("RSA-PSS", "SHA-512", 64)],
  ["rsa-pkcs1v15-sha256", rsa("RSASSA-PKCS1-v1_5", "SHA-256", 0)],
  ["rsa-pkcs1v15-sha384", rsa("RSASSA-PKCS1-v1_5", "SHA-384", 0)],
  ["rsa-pkcs1v15-sha512", rsa("RSASSA-PKCS1-v1_5", "SHA-512", 0)],
]);

/**
 * Whether a threshold of a role's keys has signed. Signatures of other keys, wrong ones and those of a type or scheme
 * that is not known neither count nor harm (§5.3.4). One key counts once, also under two key ids.
 */
export async function meetsThreshold(
  role: RoleKeys,
  keys: Keys,
  signatures: readonly Signature[],
  data: Bytes,
  crypto: FeedCrypto,
): Promise<boolean> {
  const allowed = new Set(role.keyids);
  const signers = new Set<string>();
  for (const { keyid, sig } of signatures) {
    const key = allowed.has(keyid) ? keys.get(keyid) : undefined;
    if (key === undefined) continue;
    const signer = await verifiedBy(key, sig, data, crypto);
    if (signer !== null) signers.add(signer);
    if (signers.size >= role.threshold) return true;
  }
  return false;
}

/** What identifies the key that made this signature, or null if the signature is not good. */
async function verifiedBy(
  key: Key,
  sig: string,
  data: Bytes,
  crypto: FeedCrypto,
): Promise<string | null> {
  const scheme = SCHEMES.get(key.scheme);
  if (!scheme?.keytypes.includes(key.keytype) || key.keyval.public === undefined) return null;
  const material = publicKeyBytes(key.keyval.public);
  const given = fromHex(sig);
  const signature =
    given !== null && scheme.ecdsaSize ? fromDerSignature(given, scheme.ecdsaSize) : given;
  if (material === null || signature === null) return null;
  let good: boolean;
  try {
    const imported = await crypto.importKey(material.format, material.bytes, scheme.import, false, [
      "verify",
    ]);
    good = await crypto.verify(scheme.verify, imported, signature, data);
  } catch {
    // Web Cryptography throws on key material it can't use: a key that can't be used has not signed.
    good = false;
  }
  return good ? toHex(material.bytes) : null;
}

/** Hex stands for the bare key (Ed25519, and ECDSA points in old repositories), PEM for SubjectPublicKeyInfo. */
function publicKeyBytes(text: string): { format: "raw" | "spki"; bytes: Bytes } | null {
  const bare = fromHex(text);
  if (bare !== null) return { format: "raw", bytes: bare };
  const pem = /^\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/.exec(
    text,
  );
  if (pem === null) return null;
  let binary: string;
  try {
    binary = atob((pem[1] ?? "").replace(/\s/g, ""));
  } catch {
    return null;
  }
  return { format: "spki", bytes: Uint8Array.from(binary, (character) => character.charCodeAt(0)) };
}
