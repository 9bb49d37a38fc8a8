import { createPublicKey, type KeyObject } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { OperatorError, onDisk } from "../../node/operator-error.ts";
import { type PublicKey, publicKeyOf, type SigningKey } from "./signing-key.ts";

/** Writes the half of a key that may be handed on, as PEM (RFC 7468 §13). @throws OperatorError */
export async function writePublicKeyFile(path: string, key: SigningKey): Promise<void> {
  const x = Buffer.from(key.public.keyval.public, "hex").toString("base64url");
  const object = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  await onDisk(path, () => writeFile(path, object.export({ type: "spki", format: "pem" })));
}

/** @throws OperatorError if the file is no Ed25519 public key in PEM; also for a private one, which stays with its owner */
export async function readPublicKeyFile(path: string): Promise<PublicKey> {
  const pem = await onDisk(path, () => readFile(path, "utf8"));
  if (pem.includes("PRIVATE KEY-----")) {
    throw new OperatorError(
      `${path}: a private key, which stays with its owner: take the .pub file`,
    );
  }
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch (cause) {
    throw new OperatorError(`${path}: not a public key in PEM`, { cause });
  }
  if (key.asymmetricKeyType !== "ed25519") {
    throw new OperatorError(`${path}: an ${key.asymmetricKeyType} key; only Ed25519 keys sign`);
  }
  return publicKeyOf(key);
}
