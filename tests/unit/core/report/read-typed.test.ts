import { describe, expect, it } from "vitest";
import { readAmount } from "../../../../src/core/report/read-amount.ts";
import { readPhones } from "../../../../src/core/report/read-phones.ts";

describe("an amount of money", () => {
  it.each([
    ["5.000.000", 5_000_000],
    ["5,000,000 đ", 5_000_000],
    ["5000000đồng", 5_000_000],
    ["500 VND", 500],
    ["5 triệu", 5_000_000],
    ["12,5 triệu đồng", 12_500_000],
    ["12.5tr", 12_500_000],
    ["1.500 triệu", 1_500_000_000],
    ["1,2 tỷ", 1_200_000_000],
    ["500k", 500_000],
    ["700 nghìn", 700_000],
    ["700 ngàn", 700_000],
    ["0", 0],
    ["5tr5", 5_500_000],
    ["1tr250", 1_250_000],
    ["5tr05", 5_050_000],
    ["1tỷ2", 1_200_000_000],
    ["5 triệu rưỡi", 5_500_000],
    ["1 tỷ rưỡi đồng", 1_500_000_000],
    ["10 triệu 500 nghìn", 10_500_000],
    ["1 tỷ 200 triệu 500k", 1_200_500_000],
    ["2 triệu 500.000đ", 2_500_000],
    ["2.5tr", 2_500_000],
  ])("is read as people write it: %s", (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });

  it.each([
    "",
    "nhiều",
    "5 đô la",
    "1.2.3",
    "12,5",
    "-5",
    "1e9",
    "5 triệu 6 triệu",
    "5k 6tr",
    "5đ5",
    "rưỡi",
    "5 rưỡi",

    "9".repeat(40),
  ])("is not guessed: %j", (text) => {
    expect(readAmount(text)).toBeNull();
  });
});

describe("telephone numbers", () => {
  it("are read in all their writings, each once", () => {
    expect(readPhones("+84 912.345.678, 0912 345 678; 1900 1234\n+855 12 345 678")).toEqual({
      ok: true,
      phones: ["0912345678", "19001234", "+85512345678"],
    });
    expect(readPhones("  ")).toEqual({ ok: true, phones: [] });
  });

  it.each([
    "0912345678 / 0987654321",
    "0912345678/0987654321",
    "0912345678 0987654321",
    "0912 345 678 - 0987.654.321",
    "+84912345678 0987 654 321",
    "0912345678 hoặc 0987654321",
  ])("are told apart without a comma: %s", (text) => {
    expect(readPhones(text)).toEqual({ ok: true, phones: ["0912345678", "0987654321"] });
  });

  it("are read with the words that people copy along, but not out of an account", () => {
    expect(readPhones("SĐT: 0912 345 678, Zalo O987654321 (Viettel)")).toEqual({
      ok: true,
      phones: ["0912345678", "0987654321"],
    });
    expect(readPhones("0912345678 Vietcombank")).toMatchObject({ ok: false });
  });

  it("are not made up out of digits that are no two numbers", () => {
    const text = "09123456780987654321";
    expect(readPhones(text)).toEqual({ ok: false, problem: "malformed", text });
    expect(readPhones("0912345678 12345")).toEqual({ ok: true, phones: ["091234567812345"] });
  });

  it("are refused with the part that is none, and when there are too many", () => {
    expect(readPhones("0912345678, gọi lại")).toEqual({
      ok: false,
      problem: "malformed",
      text: "gọi lại",
    });
    expect(readPhones("113,114,115,111,112,116")).toEqual({ ok: false, problem: "too-many" });
  });
});
