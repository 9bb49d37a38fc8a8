import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from "node:crypto";
import { open, readFile } from "node:fs/promises";
import { canonicalJson } from "../../core/feed/canonical-json.ts";
import { toHex } from "../../core/feed/hex.ts";
import { OperatorError } from "../../node/operator-error.ts";
import { systemReason } from "../../node/system-reason.ts";

/** A public key as TUF metadata writes it (§4.2). */
export interface PublicKey {
  keytype: "ed25519";
  scheme: "ed25519";
  /** The 32 bytes in hex. */
  keyval: { public: string };
}

/** An Ed25519 key that can sign. */
export interface SigningKey {
  /** SHA-256 in hex of the public key's canonical JSON, as python-securesystemslib makes it. */
  keyid: string;
  public: PublicKey;
  /** 64 bytes (RFC 8032). */
  sign(data: Uint8Array): Uint8Array;
}

/** Id of a public key. */
export function keyIdOf(key: PublicKey): string {
  return createHash("sha256").update(canonicalJson(key)).digest("hex");
}

/** Makes a new key, which exists nowhere but in memory. */
export function generateSigningKey(): SigningKey {
  return signingKey(generateKeyPairSync("ed25519").privateKey);
}

/**
 * Makes a new key and writes its private part as PKCS #8 PEM, readable by its owner alone.
 *
 * @throws OperatorError if the file exists already: a key is never written over
 */
export async function createKeyFile(path: string): Promise<SigningKey> {
  const { privateKey } = generateKeyPairSync("ed25519");
  try {
    const file = await open(path, "wx", 0o600);
    try {
      await file.writeFile(privateKey.export({ type: "pkcs8", format: "pem" }));
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (cause) {
    const exists = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    const reason = exists
      ? "there is a key already, and a key is never written over"
      : systemReason(cause);
    throw new OperatorError(`${path}: ${reason}`, { cause });
  }
  return signingKey(privateKey);
}

/** @throws OperatorError if the file is no Ed25519 private key in PEM */
export async function readKeyFile(path: string): Promise<SigningKey> {
  let pem: Buffer;
  try {
    pem = await readFile(path);
  } catch (cause) {
    throw new OperatorError(`${path}: ${systemReason(cause)}`, { cause });
  }
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    throw new OperatorError(`${path}: not a private key in PEM`, { cause });
  }
  if (key.asymmetricKeyType !== "ed25519") {
    throw new OperatorError(`${path}: an ${key.asymmetricKeyType} key; only Ed25519 keys sign`);
  }
  return signingKey(key);
}

/** The form that TUF gives an Ed25519 public key. */
export function publicKeyOf(key: KeyObject): PublicKey {
  // The last 32 bytes of SubjectPublicKeyInfo are the key itself (RFC 8410 §4).
  const spki = key.export({ type: "spki", format: "der" });
  return {
    keytype: "ed25519",
    scheme: "ed25519",
    keyval: { public: toHex(spki.subarray(-32)) },
  };
}

function signingKey(privateKey: KeyObject): SigningKey {
  const publicKey = publicKeyOf(createPublicKey(privateKey));
  return {
    keyid: keyIdOf(publicKey),
    public: publicKey,
    sign: (data) => sign(null, data, privateKey),
  };
}
