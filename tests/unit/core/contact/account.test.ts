import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isCardNumber, readAccount } from "../../../../src/core/contact/account.ts";

describe("an account has one form, however it is written", () => {
  it.each([
    ["1903 4567 8910 12", "19034567891012"],
    ["0011.0012.3456.7", "0011001234567"],
    ["190-345-678", "190345678"],
    ["vqrq0001abcd", "VQRQ0001ABCD"],
    ["0912345678", "0912345678"],
  ])("%s", (written, account) => {
    expect(readAccount(written)).toBe(account);
  });

  it.each(["", "abc", "123", "12345678901234567890", "19034; DROP", "số 190345"])(
    "no account is «%s»",
    (written) => {
      expect(readAccount(written)).toBeNull();
    },
  );
});

describe("the number of a payment card", () => {
  // Numbers that the card systems publish for tests.
  const CARDS = [
    "4111 1111 1111 1111",
    "5555-5555-5555-4444",
    "2223 0031 2200 3222",
    "378282246310005",
    "3530 1113 3330 0000",
    "6200 0000 0000 0005",
    "9704 0311 0123 4567",
    "9704 1985 2619 1432 198",
  ];

  it.each(CARDS)("is known by its shape: %s", (written) => {
    expect(isCardNumber(written)).toBe(true);
  });

  it.each(CARDS)("is never taken for an account: %s", (written) => {
    expect(readAccount(written)).toBeNull();
  });

  it("is not seen where the check digit is wrong, as in a long account", () => {
    expect(isCardNumber("4111 1111 1111 1112")).toBe(false);
    expect(readAccount("4111 1111 1111 1112")).toBe("4111111111111112");
  });
});

test("the form in which accounts are compared is read as itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      const account = readAccount(text);
      if (account !== null) expect(readAccount(account)).toBe(account);
    }),
  );
});
