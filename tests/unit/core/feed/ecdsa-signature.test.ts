import { describe, expect, it } from "vitest";
import { fromDerSignature } from "../../../../src/core/feed/ecdsa-signature.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);

describe("a DER signature of two-byte numbers", () => {
  it.each([
    ["as they are", bytes(0x30, 8, 2, 2, 0x12, 0x34, 2, 2, 0x56, 0x78), [0x12, 0x34, 0x56, 0x78]],
    ["short ones padded", bytes(0x30, 6, 2, 1, 5, 2, 1, 0), [0, 5, 0, 0]],
    [
      "high ones without the zero that keeps them positive",
      bytes(0x30, 9, 2, 3, 0, 0x80, 1, 2, 2, 0x7f, 1),
      [0x80, 1, 0x7f, 1],
    ],
  ])("becomes the numbers one after the other, %s", (_, der, expected) => {
    expect(fromDerSignature(der, 2)).toEqual(Uint8Array.from(expected));
  });

  it.each([
    ["nothing", bytes()],
    ["another tag", bytes(0x31, 6, 2, 1, 5, 2, 1, 6)],
    ["bytes after the sequence", bytes(0x30, 6, 2, 1, 5, 2, 1, 6, 0)],
    ["bytes after the numbers", bytes(0x30, 7, 2, 1, 5, 2, 1, 6, 0)],
    ["a sequence that ends too early", bytes(0x30, 5, 2, 1, 5, 2, 1, 6)],
    ["one number", bytes(0x30, 3, 2, 1, 5)],
    ["an empty number", bytes(0x30, 5, 2, 0, 2, 1, 6)],
    ["a negative number", bytes(0x30, 6, 2, 1, 0x80, 2, 1, 6)],
    ["a needless zero", bytes(0x30, 7, 2, 2, 0, 5, 2, 1, 6)],
    ["a number too large", bytes(0x30, 8, 2, 3, 1, 2, 3, 2, 1, 6)],
    ["a needlessly long length", bytes(0x30, 0x81, 6, 2, 1, 5, 2, 1, 6)],
    ["a length beyond the end", bytes(0x30, 6, 2, 200, 5, 2, 1, 6)],
  ])("is refused with %s", (_, der) => {
    expect(fromDerSignature(der, 2)).toBeNull();
  });
});
