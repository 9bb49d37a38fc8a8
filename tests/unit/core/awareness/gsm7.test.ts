import { describe, expect, it } from "vitest";
import { gsm7Length } from "../../../../src/core/awareness/gsm7.ts";

describe("the length of an SMS", () => {
  it("counts letters and signs of the basic alphabet once", () => {
    expect(gsm7Length("Khong doc ma OTP!")).toBe(17);
    expect(gsm7Length("à@Ω\n")).toBe(4);
  });

  it("counts signs of the extension table twice (3GPP TS 23.038 §6.2.1.1)", () => {
    expect(gsm7Length("[€]")).toBe(6);
  });

  it("is none with Vietnamese letters, dashes or typographic quotes, which need UCS-2", () => {
    for (const text of ["ả", "đ", "–", "“"]) expect(gsm7Length(text)).toBeNull();
  });
});
