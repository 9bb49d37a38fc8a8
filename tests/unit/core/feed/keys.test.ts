import { describe, expect, it, vi } from "vitest";
import { meetsThreshold } from "../../../../src/core/feed/keys.ts";
import { type TestSigner, testSigner } from "../../../fixtures/feed/test-signer.ts";

// Making RSA keys takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DATA = new TextEncoder().encode("signed text");

function check(
  signers: TestSigner[],
  { threshold = 1, signatures = sign(signers), keyids = signers.map(({ keyid }) => keyid) } = {},
): Promise<boolean> {
  const keys = new Map(signers.map(({ keyid, key }) => [keyid, key]));
  return meetsThreshold({ keyids, threshold }, keys, signatures, DATA, crypto.subtle);
}

function sign(signers: TestSigner[]) {
  return signers.map((signer) => ({ keyid: signer.keyid, sig: signer.sign(DATA) }));
}

describe.each([
  "ed25519",
  "ecdsa",
  "ecdsa-old-spelling",
  "rsassa-pss-sha256",
  "rsa-pkcs1v15-sha256",
] as const)("a signature by %s", (scheme) => {
  const signer = testSigner(scheme);

  it("is good over what was signed, and over nothing else", async () => {
    for (let i = 0; i < 20; i++) expect(await check([signer])).toBe(true);
    const other = [{ keyid: signer.keyid, sig: signer.sign(new TextEncoder().encode("other")) }];
    expect(await check([signer], { signatures: other })).toBe(false);
  });

  it("is not good if any byte of it is changed, missing or added", async () => {
    const sig = signer.sign(DATA);
    const changed = [...Array(sig.length / 2).keys()].map((at) => {
      const byte = Number.parseInt(sig.slice(2 * at, 2 * at + 2), 16) ^ 1;
      return sig.slice(0, 2 * at) + byte.toString(16).padStart(2, "0") + sig.slice(2 * at + 2);
    });
    const others = ["", sig.slice(2), `${sig}00`, "zz", sig.slice(1), sig.toUpperCase()];
    for (const bad of [...changed, ...others]) {
      const signatures = [{ keyid: signer.keyid, sig: bad }];
      expect(await check([signer], { signatures })).toBe(false);
    }
  });

  it("does not count for a key that can't be read", async () => {
    for (const text of [
      "",
      "00",
      "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
      "x",
    ]) {
      const broken = { ...signer, key: { ...signer.key, keyval: { public: text } } };
      expect(await check([broken])).toBe(false);
    }
  });
});

it("takes an ECDSA key as the bare point in hex, as old repositories have it", async () => {
  const signer = testSigner("ecdsa-old-spelling");
  const pem = signer.key.keyval.public.replace(/-----[A-Z ]+-----|\s/g, "");
  const point = Buffer.from(pem, "base64").subarray(-65).toString("hex");
  expect(await check([{ ...signer, key: { ...signer.key, keyval: { public: point } } }])).toBe(
    true,
  );
});

it.each([
  { keytype: "dilithium", scheme: "ed25519" },
  { keytype: "ed25519", scheme: "dilithium" },
  { keytype: "rsa", scheme: "ed25519" },
  { keytype: "constructor", scheme: "constructor" },
])("a key of type $keytype and scheme $scheme never signs", async (names) => {
  const signer = testSigner();
  expect(await check([{ ...signer, key: { ...signer.key, ...names } }])).toBe(false);
});

describe("a threshold", () => {
  it("counts different keys only", async () => {
    const [a, b] = [testSigner(), testSigner("ecdsa")];
    expect(await check([a, b], { threshold: 2 })).toBe(true);
    expect(await check([a, b], { threshold: 3 })).toBe(false);
    expect(await check([a, { ...a, keyid: "other" }], { threshold: 2 })).toBe(false);
    expect(await check([a], { threshold: 2, signatures: sign([a, a]) })).toBe(false);
  });

  it("counts the keys of the role only", async () => {
    const [a, b] = [testSigner(), testSigner()];
    expect(await check([a, b], { threshold: 2, keyids: [a.keyid] })).toBe(false);
    expect(await check([a], { keyids: ["unknown"] })).toBe(false);
  });
});
