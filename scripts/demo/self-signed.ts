import { createHash, X509Certificate } from "node:crypto";
import { generate } from "selfsigned";

export interface SelfSigned {
  key: string;
  cert: string;
  /** SHA-256 of the public key in base64: the one key that the demo's browser is told to take. */
  keyHash: string;
}

/** A certificate for the demo's names, made for this run alone. */
export async function selfSigned(names: readonly string[]): Promise<SelfSigned> {
  const { private: key, cert } = await generate([{ name: "commonName", value: names[0] }], {
    keyType: "ec",
    extensions: [
      { name: "subjectAltName", altNames: names.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  const spki = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  return { key, cert, keyHash: createHash("sha256").update(spki).digest("base64") };
}
