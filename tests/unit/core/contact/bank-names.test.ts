import { expect, test } from "vitest";
import { bankNamed, NAMED_BANKS } from "../../../../src/core/contact/bank-names.ts";
import { shippedBrands } from "../lookalike/shipped-brands.ts";

test("each bank with a name here is called as the brands that ship call it", () => {
  const brands = shippedBrands();
  expect(NAMED_BANKS.filter((name) => brands.named(name) === null)).toEqual([]);
});

test("blanks in a name count for nothing", () => {
  expect(bankNamed("mb bank")).toBe("MB Bank");
  expect(bankNamed("ngan hang quan doi")).toBe("MB Bank");
  expect(bankNamed("ngan hang")).toBeNull();
});
