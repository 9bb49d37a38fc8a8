import { expect, test } from "vitest";
import { languageOf } from "../../../src/ui/language-of.ts";
import { createText } from "../../../src/ui/text.ts";

const vi = createText("vi");
const en = createText("en");

test.each([
  ["vi", "vi"],
  ["vi-VN", "vi"],
  ["VI", "vi"],
  ["en-US", "en"],
  ["fr", "en"],
  ["vie", "en"],
  ["", "en"],
])("a browser in «%s» is spoken to in %s", (browser, language) => {
  expect(languageOf([browser])).toBe(language);
});

test("an English browser that asks pages for Vietnamese too gets Vietnamese", () => {
  expect(languageOf(["en-US", "en-US", "vi"])).toBe("vi");
});

test("what the person chose comes before the browser's language", () => {
  expect(languageOf(["vi"], "en")).toBe("en");
  expect(languageOf(["en"], "vi")).toBe("vi");
});

test("numbers are grouped as each language does", () => {
  expect(vi.number(4966)).toBe("4.966");
  expect(en.number(4966)).toBe("4,966");
  expect(vi("details.truncated", { count: 1_048_576 })).toContain("1.048.576");
});

test("English has one and many", () => {
  expect(en("age.minutes", { count: 1 })).toBe("1 minute ago");
  expect(en("age.minutes", { count: 4 })).toBe("4 minutes ago");
  expect(vi("age.minutes", { count: 1 })).toBe("cách đây 1 phút");
});

test("what is put into a sentence is not read as a blank again", () => {
  expect(vi("reason.agency-deny", { entry: "{entry}" })).toBe("Cơ quan của bạn chặn {entry}.");
});

test("a blank that nobody filled is an error, never shown", () => {
  const careless = vi as unknown as (key: string, given: object) => string;
  expect(() => careless("warning.imitates", {})).toThrow(/warning\.imitates.*brand/);
});
