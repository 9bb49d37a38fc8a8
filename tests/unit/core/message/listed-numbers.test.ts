import { expect, it, test } from "vitest";
import { indexContacts } from "../../../../src/core/contact/contact-list.ts";
import { listedNumbers } from "../../../../src/core/message/listed-numbers.ts";

const facts = { form: null, since: null, source: "test", note: "" };
const LIST = indexContacts([
  { kind: "account", number: "0011012345678", bank: "Sacombank", ...facts },
  { kind: "phone", number: "0912345678", ...facts },
]);

it.each([
  ["Chuyển vào 0011012345678 Sacombank NGUYEN VAN A", "0011012345678"],
  ["Sacombank 0011 0123 45678, 500.000 đ", "0011012345678"],
  ["500.000 0011-0123-45678", "0011012345678"],
  ["zalo.me/0912345678", "0912345678"],
  ["goi 84 912 345 678", "0912345678"],
])("a listed number is seen without a word that says what it is: %s", (message, number) => {
  expect(listedNumbers(message, LIST).map((one) => one.number)).toEqual([number]);
});

test("other digits say nothing, and part of a longer number is not that number", () => {
  expect(listedNumbers("ma 90011012345678, 09123456789, 1.000.000", LIST)).toEqual([]);
});
