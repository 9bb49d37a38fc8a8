import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { gunzip, gzip } from "../../../src/node/gzip.ts";

const text = new TextEncoder().encode("một danh sách dài ".repeat(1000));

describe("gzip", () => {
  it("comes back as it was, the empty file too", async () => {
    expect(await gunzip(await gzip(text), text.length)).toEqual(text);
    expect(await gunzip(await gzip(new Uint8Array()), 0)).toEqual(new Uint8Array());
  });

  it("says neither when nor on which system it was made", async () => {
    const zipped = await gzip(text);
    // RFC 1952: four bytes of time, then "best compression", then the system.
    expect([...zipped.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
  });
});

describe("gunzip", () => {
  it("stops at the limit", async () => {
    const bomb = gzipSync(new Uint8Array(50_000_000));
    await expect(gunzip(bomb, 1000)).rejects.toThrow();
    await expect(gunzip(await gzip(text), text.length - 1)).rejects.toThrow();
    await expect(gunzip(await gzip(Uint8Array.of(1)), 0)).rejects.toThrow();
  });

  it("refuses what is cut off, damaged or no gzip", async () => {
    const zipped = await gzip(text);
    await expect(gunzip(zipped.subarray(0, -1), text.length)).rejects.toThrow();
    await expect(gunzip(text, text.length)).rejects.toThrow();
    const damaged = zipped.slice();
    damaged[damaged.length - 6] = (damaged[damaged.length - 6] ?? 0) ^ 1;
    await expect(gunzip(damaged, text.length)).rejects.toThrow();
  });

  it("gives the bytes that their hash was made of", async () => {
    const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    expect(hash(await gunzip(await gzip(text), text.length))).toBe(hash(text));
  });
});
