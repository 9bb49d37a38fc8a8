import { describe, expect, it } from "vitest";
import {
  MAX_SCREENSHOT_BYTES,
  readReport,
  receiptSchema,
} from "../../../../src/core/report/report.ts";
import { aReport, TINY_JPEG } from "../../a-report.ts";

const isReport = (change: object) => readReport({ ...aReport(), ...change }).ok;

describe("a report", () => {
  it("is exactly what its preview shows: nothing may be added", () => {
    expect(isReport({})).toBe(true);
    expect(isReport({ form: null, kind: "false-positive", note: "" })).toBe(true);
    expect(isReport({ cookies: "x" })).toBe(false);
  });

  it("may tell all that helps a reviewer", () => {
    expect(
      isReport({
        code: "00112233445566778899aabbccddeeff",
        form: "fake-investment",
        note: "Họ xin mã OTP",
        impersonated: "Ngân hàng A",
        arrivedBy: "zalo",
        phones: ["0912345678", "+85512345678"],
        accounts: [{ number: "0123456789", bank: "Ngân hàng A", holder: "NGUYEN VAN A" }],
        lost: 12_500_000,
        happenedOn: "2026-11-24",
        happenedTime: "23:05",
        commune: "xã A",
        province: "gia-lai",
        contact: "0900000000",
        evidence: { level: "warn", reasons: ["imitates", "page-asks:otp"] },
        screenshot: TINY_JPEG,
      }),
    ).toBe(true);
  });

  it.each(["tiktok", "qr", "other"])("may have come by %s", (arrivedBy) => {
    expect(isReport({ arrivedBy })).toBe(true);
  });

  it("is about an address, a number or an account; a wrong block always about an address", () => {
    const phones = ["0912345678"];
    expect(isReport({ url: null })).toBe(false);
    expect(isReport({ url: null, phones })).toBe(true);
    expect(isReport({ url: null, accounts: [{ number: "0123456789" }] })).toBe(true);
    expect(isReport({ url: null, phones, kind: "false-positive" })).toBe(false);
  });

  it.each([
    ["an id that is not random", { id: "1" }],
    ["another kind", { kind: "praise" }],
    ["an empty address", { url: "" }],
    ["an address of no web page", { url: "javascript:alert(1)" }],
    ["words for an address", { url: "trang lừa đảo" }],
    ["too long an address", { url: `evil.example/${"x".repeat(4097)}` }],
    ["too long a note", { note: "x".repeat(1001) }],
    ["half a character", { note: "\ud83d" }],
    ["a form that is no id", { form: "Bank login" }],
    ["another way", { arrivedBy: "pigeon" }],
    ["words for a number", { phones: ["gọi tôi"] }],
    ["too many numbers", { phones: ["111", "112", "113", "114", "115", "116"] }],
    ["words for an account", { accounts: [{ number: "không rõ" }] }],
    ["a negative loss", { lost: -1 }],
    ["half a đồng", { lost: 0.5 }],
    ["a day that is none", { happenedOn: "2026-02-30" }],
    ["a time that is none", { happenedTime: "25:00" }],
    ["text of the page as evidence", { evidence: { level: "warn", reasons: ["Nhập mã OTP"] } }],
    ["a code that could be guessed", { code: "1234" }],
    ["a picture that is no base64", { screenshot: "<svg/>" }],
    [
      "too large a picture",
      { screenshot: "A".repeat(Math.ceil(MAX_SCREENSHOT_BYTES / 3) * 4 + 4) },
    ],
    ["a local time", { writtenAt: "2026-08-01T02:03:04+07:00" }],
    ["a broken version of the list", { feedVersion: -1 }],
    ["a broken version of the extension", { extensionVersion: "1.0-beta" }],
  ])("with %s is refused", (_, change) => {
    expect(isReport(change)).toBe(false);
  });

  it("of the first shape is read as one of today's, with nothing added and nothing lost", () => {
    const { id, kind, url, writtenAt, feedVersion, extensionVersion } = aReport();
    const first = { id, kind, url, form: null, note: "Đòi mã OTP", writtenAt, feedVersion };
    const read = readReport({ ...first, extensionVersion });
    expect(read).toEqual({ ok: true, report: aReport({ note: "Đòi mã OTP" }) });
    expect(readReport({ ...first, extensionVersion, phones: [] }).ok).toBe(false);
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
