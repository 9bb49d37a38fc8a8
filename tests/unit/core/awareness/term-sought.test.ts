import { expect, test } from "vitest";
import { termSought } from "../../../../src/core/awareness/term-sought.ts";
import { SHIPPED } from "./shipped-content.ts";

const term = (query: string) => termSought(SHIPPED.glossary, query)?.term.vi ?? null;

test.each([
  ["otp là gì", "Mã OTP"],
  ["ma otp", "Mã OTP"],
  ["APK", "Tệp APK"],
  ["tra soát giao dịch", "Tra soát giao dịch"],
  ["two-step verification", "Xác thực hai lớp"],
])("«%s» asks for a word: %s", (query, word) => {
  expect(term(query)).toBe(word);
});

test.each(["", "mã", "giao dịch", "cắt điện"])("«%s» asks for none", (query) => {
  expect(term(query)).toBeNull();
});
