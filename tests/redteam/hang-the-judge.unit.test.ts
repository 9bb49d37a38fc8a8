import { expect, test } from "vitest";
import { CAPS } from "../../src/core/evidence/page-facts.ts";
import { field, page, verdictOn } from "../unit/core/evidence/pages.ts";

/** Milliseconds of processor time. A small machine needs a tenth of it; the attacks made it need up to four times as much. */
const LIMIT = 1_000;

test.each([
  ["digits and commas", "0,"],
  ["amounts of money", "1.000,"],
  ["numbers with two signs", "0.0.,"],
  ["numbers with dots", "1.2.3.4"],
])("a page can't delay or avoid its verdict by a long run of %s", (_, unit) => {
  const words = (most: number) => unit.repeat(most).slice(0, most);
  const facts = page("https://vietcombank-xacthuc.example/", {
    title: "Đăng nhập Vietcombank",
    fields: [field("Mật khẩu", { type: "password" }), field("Mã OTP")],
    headings: Array.from({ length: CAPS.headings }, () => words(CAPS.line)),
    forms: [{ action: "https://thu-thap.example/", around: words(512) }],
    script: words(CAPS.script),
    text: words(CAPS.text),
    drawn: words(CAPS.text),
  });
  const before = process.threadCpuUsage();
  const { level, brand } = verdictOn(facts);
  const { user, system } = process.threadCpuUsage(before);
  expect({ level, brand }).toEqual({ level: "block", brand: "Vietcombank" });
  expect((user + system) / 1_000).toBeLessThan(LIMIT);
});
