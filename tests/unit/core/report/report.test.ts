import { describe, expect, it } from "vitest";
import { type Report, receiptSchema, reportSchema } from "../../../../src/core/report/report.ts";

const REPORT: Report = {
  id: "6f1c1f9e-3f0a-4a51-9c7d-0d5b6f3f8a11",
  kind: "scam",
  url: "https://evil.example/",
  form: "bank-login",
  note: "Họ xin mã OTP",
  writtenAt: "2026-08-01T02:03:04Z",
  feedVersion: 12,
  extensionVersion: "0.1.0",
};
const isReport = (change: object) => reportSchema.safeParse({ ...REPORT, ...change }).success;

describe("a report", () => {
  it("is exactly what its preview shows: nothing may be added", () => {
    expect(isReport({})).toBe(true);
    expect(isReport({ form: null, kind: "false-positive", note: "" })).toBe(true);
    expect(isReport({ cookies: "x" })).toBe(false);
  });

  it.each([
    ["an id that is not random", { id: "1" }],
    ["another kind", { kind: "praise" }],
    ["no address", { url: "" }],
    ["an address of no web page", { url: "javascript:alert(1)" }],
    ["words for an address", { url: "trang lừa đảo" }],
    ["too long an address", { url: `evil.example/${"x".repeat(4097)}` }],
    ["too long a note", { note: "x".repeat(501) }],
    ["a form that is no id", { form: "Bank login" }],
    ["a local time", { writtenAt: "2026-08-01T02:03:04+07:00" }],
    ["a broken version of the list", { feedVersion: -1 }],
    ["a broken version of the extension", { extensionVersion: "1.0-beta" }],
  ])("with %s is refused", (_, change) => {
    expect(isReport(change)).toBe(false);
  });
});

describe("a receipt", () => {
  it("can be read out: no letters that sound or look like others", () => {
    const isReceipt = (receipt: string) => receiptSchema.safeParse({ receipt }).success;
    expect(isReceipt("TT-7KQ2-M4XA")).toBe(true);
    for (const bad of [
      "TT-7KQ2-M4XI",
      "TT-7KQ2-M4XO",
      "TT-7KQ2-M4XU",
      "TT-7KQ2M4XA",
      "tt-7kq2-m4xa",
    ]) {
      expect(isReceipt(bad), bad).toBe(false);
    }
  });
});
