import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readPhone } from "../../../../src/core/contact/phone.ts";

describe("one number has one form, however it is written", () => {
  it.each([
    ["0912345678", "0912345678", "mobile"],
    ["0912.345.678", "0912345678", "mobile"],
    ["0912 345 678", "0912345678", "mobile"],
    ["+84 912 345 678", "0912345678", "mobile"],
    ["(+84) 912-345-678", "0912345678", "mobile"],
    ["+84 (0)912 345 678", "0912345678", "mobile"],
    ["84912345678", "0912345678", "mobile"],
    ["0084912345678", "0912345678", "mobile"],
    ["０９１２３４５６７８", "0912345678", "mobile"],
    ["0912\u2011345\u2011678", "0912345678", "mobile"],
    ["(024) 3944 6699", "02439446699", "fixed"],
    ["+84 24 3944 6699", "02439446699", "fixed"],
    ["069 234 8560", "0692348560", "fixed"],
    ["0236.3.821.821", "02363821821", "fixed"],
    ["1900 54 54 13", "1900545413", "service"],
    ["1800.1091", "18001091", "service"],
    ["+84 1900 54 54 13", "1900545413", "service"],
    ["113", "113", "short"],
    ["5656", "5656", "short"],
    ["0168 234 5678", "0382345678", "mobile"],
    ["+84 120 234 5678", "0702345678", "mobile"],
    ["0199 234 5678", "0592345678", "mobile"],
    ["+855 12 345 678", "+85512345678", "foreign"],
    ["0085512345678", "+85512345678", "foreign"],
    ["+1 (212) 555-0100", "+12125550100", "foreign"],
  ] as const)("%s", (written, number, kind) => {
    expect(readPhone(written)).toEqual({ number, kind });
  });

  it.each(["+113", "+84 113", "0113", "01342345678", "0612345678", "+123", "09123456789012"])(
    "no number of the plan is %s",
    (written) => {
      expect(readPhone(written)?.kind).toBe("odd");
    },
  );

  it.each(["", "12", "09x2345678", "0912345678 hoặc 0987654321x", "+", "1".repeat(21)])(
    "no number at all is «%s»",
    (written) => {
      expect(readPhone(written)).toBeNull();
    },
  );
});

const mobile = fc
  .tuple(fc.constantFrom("3", "5", "7", "8", "9"), fc.stringMatching(/^\d{8}$/))
  .map(([first, rest]) => `${first}${rest}`);

test("prefix and signs never change what a number is", () => {
  const prefix = fc.constantFrom("0", "+84", "84", "0084", "(+84) ", "+84 (0)", "(0");
  const signs = fc.array(fc.constantFrom("", " ", ".", "-", "–", "\u00a0", ") ", "/"), {
    minLength: 9,
    maxLength: 9,
  });
  fc.assert(
    fc.property(mobile, prefix, signs, (digits, before, between) => {
      const written = before + [...digits].map((digit, i) => digit + (between[i] ?? "")).join("");
      expect(readPhone(written)).toEqual({ number: `0${digits}`, kind: "mobile" });
    }),
  );
});

test("the form in which numbers are compared is read as itself", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+?[\d .()-]{0,24}$/), (written) => {
      const phone = readPhone(written);
      if (phone !== null) expect(readPhone(phone.number)).toEqual(phone);
    }),
  );
});

test("any text gets an answer", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
      const phone = readPhone(text);
      if (phone !== null) expect(phone.number).toMatch(/^\+?\d{3,20}$/);
    }),
  );
});
