import { expect, test } from "vitest";
import { createText } from "../../../src/ui/text.ts";
import { ageText, dayText, momentText } from "../../../src/ui/time-text.ts";

const vi = createText("vi");
const en = createText("en");
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test.each([
  [-5 * MINUTE, "vừa xong", "just now"],
  [59_999, "vừa xong", "just now"],
  [4 * MINUTE, "cách đây 4 phút", "4 minutes ago"],
  [60 * MINUTE, "cách đây 1 giờ", "1 hour ago"],
  [DAY, "cách đây 1 ngày", "1 day ago"],
  [59 * DAY, "cách đây 59 ngày", "59 days ago"],
  [90 * DAY, "cách đây 3 tháng", "3 months ago"],
])("an age of %d ms is told in plain words", (age, inVietnamese, inEnglish) => {
  expect(ageText(vi, age)).toBe(inVietnamese);
  expect(ageText(en, age)).toBe(inEnglish);
});

test("a day is written as people write it, whatever the time zone", () => {
  expect(dayText(vi, "2026-11-12")).toBe("12/11/2026");
  expect(dayText(en, "2026-11-12")).toBe("12 November 2026");
});

test("what is no day is shown as it came", () => {
  expect(dayText(vi, "hôm qua")).toBe("hôm qua");
});

test("a moment has day and time of day", () => {
  expect(momentText(vi, Date.UTC(2026, 10, 12, 3, 5))).toMatch(/^1[12]\/11\/2026, \d\d:05$/);
});
