import { createHash, sign, X509Certificate } from "node:crypto";
import { generate } from "selfsigned";

export interface ExchangeSigner {
  /** SHA-256 of the public key in base64, for --ignore-certificate-errors-spki-list. */
  keyHash: string;
  /**
   * @param url of the page that the exchange claims to be
   * @param html what it shows
   * @returns a body of the type "application/signed-exchange;v=b3", with its certificates in it
   */
  sign(url: string, html: string): Uint8Array;
}

const HOUR = 3600;

/**
 * Signs exchanges as a host with a certificate for them would. Chromium takes the self-signed certificate with the flag
 * for its key and the feature "AllowSignedHTTPExchangeCertsWithoutExtension".
 *
 * Format: draft-yasskin-httpbis-origin-signed-exchanges-impl-03, in the version that browsers know as "b3".
 */
export async function exchangeSigner(host: string): Promise<ExchangeSigner> {
  const { private: key, cert } = await generate([{ name: "commonName", value: host }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    notBeforeDate: new Date(Date.now() - 24 * HOUR * 1000),
    notAfterDate: new Date(Date.now() + 30 * 24 * HOUR * 1000),
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: host }] }],
  });
  const certificate = new X509Certificate(cert);
  const spki = certificate.publicKey.export({ type: "spki", format: "der" });
  const certificateHash = sha256(certificate.raw);
  const chain = cborArray([
    cborText("📜⛓"),
    // Chromium looks at neither the OCSP response nor the timestamp of a key that a flag allows.
    cborTextMap([
      ["sct", Buffer.from("none")],
      ["cert", certificate.raw],
      ["ocsp", Buffer.from("none")],
    ]),
  ]);
  const certificatesUrl = `data:application/cert-chain+cbor;base64,${chain.toString("base64")}`;
  return {
    keyHash: sha256(spki).toString("base64"),
    sign(url, html) {
      const payload = Buffer.from(html);
      const integrity = sha256(Buffer.concat([payload, Buffer.of(0)])).toString("base64");
      const headers = cborMap([
        [":status", "200"],
        ["content-type", "text/html; charset=utf-8"],
        ["content-encoding", "mi-sha256-03"],
        ["digest", `mi-sha256-03=${integrity}`],
      ]);
      const date = Math.floor(Date.now() / 1000) - HOUR;
      const expires = date + 24 * HOUR;
      const validityUrl = new URL("/validity", url).href;
      const message = Buffer.concat([
        Buffer.alloc(64, 0x20),
        Buffer.from("HTTP Exchange 1 b3\0"),
        Buffer.of(certificateHash.length),
        certificateHash,
        sized(8, Buffer.from(validityUrl)),
        integer(8, date),
        integer(8, expires),
        sized(8, Buffer.from(url)),
        sized(8, headers),
      ]);
      const parameters = [
        `sig=*${sign("sha256", message, key).toString("base64")}*`,
        'integrity="digest/mi-sha256-03"',
        `cert-url="${certificatesUrl}"`,
        `cert-sha256=*${certificateHash.toString("base64")}*`,
        `validity-url="${validityUrl}"`,
        `date=${date}`,
        `expires=${expires}`,
      ];
      const signature = Buffer.from(`label;${parameters.join(";")}`);
      return Buffer.concat([
        Buffer.from("sxg1-b3\0"),
        sized(2, Buffer.from(url)),
        integer(3, signature.length),
        integer(3, headers.length),
        signature,
        headers,
        // One record of the payload's own length: "Merkle Integrity Content Encoding", mi-sha256-03.
        integer(8, payload.length),
        payload,
      ]);
    },
  };
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

/** Big-endian. */
function integer(length: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes.subarray(8 - length);
}

function sized(length: number, bytes: Buffer): Buffer {
  return Buffer.concat([integer(length, bytes.length), bytes]);
}

/** RFC 8949 §3: major type and length. */
function cborHead(major: number, length: number): Buffer {
  if (length < 24) return Buffer.of((major << 5) | length);
  if (length < 0x100) return Buffer.of((major << 5) | 24, length);
  return Buffer.concat([Buffer.of((major << 5) | 25), integer(2, length)]);
}

const cborBytes = (bytes: Uint8Array) => Buffer.concat([cborHead(2, bytes.length), bytes]);
const cborArray = (items: Buffer[]) => Buffer.concat([cborHead(4, items.length), ...items]);

function cborText(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([cborHead(3, bytes.length), bytes]);
}

/** Keys and values as byte strings, in canonical order: shorter keys first. */
function cborMap(entries: [string, string][]): Buffer {
  const encoded = entries.map(([key, value]) => ({
    key: cborBytes(Buffer.from(key)),
    value: cborBytes(Buffer.from(value)),
  }));
  return mapOf(encoded);
}

function cborTextMap(entries: [string, Buffer][]): Buffer {
  return mapOf(entries.map(([key, value]) => ({ key: cborText(key), value: cborBytes(value) })));
}

function mapOf(entries: { key: Buffer; value: Buffer }[]): Buffer {
  const sorted = [...entries].sort(
    (a, b) => a.key.length - b.key.length || Buffer.compare(a.key, b.key),
  );
  const flat = sorted.flatMap(({ key, value }) => [key, value]);
  return Buffer.concat([cborHead(5, entries.length), ...flat]);
}
