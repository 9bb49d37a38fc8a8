/** Signs that people put between the digits of an account. */
const BETWEEN = /[\s.·_\p{Cf}\u2010-\u2015\u2212-]/gu;
const LONGEST = 48;

/**
 * Reads a number of a bank account or wallet, in the one form in which it is compared: digits and capital letters
 * alone, as in VietQR at most 19 of them. Letters stand in accounts with a name of one's own choice.
 *
 * @returns null if it is none, and for the number of a card, which must be kept nowhere: see isCardNumber
 */
export function readAccount(written: string): string | null {
  if (written.length > LONGEST) return null;
  const account = written.normalize("NFKC").replace(BETWEEN, "").toUpperCase();
  if (!/^(?=.*\d)[0-9A-Z]{4,19}$/.test(account)) return null;
  return isCardNumber(account) ? null : account;
}

/** First digits of the cards in use, and how many they have in all (ISO/IEC 7812; 9704 is NAPAS). */
const CARDS =
  /^(?:4\d{15}|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|3[47]\d{13}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14})$/;
const DOMESTIC = /^9704(?:\d{12}|\d{15})$/;

/** Whether the digits are shaped as the number of a payment card; a check digit of that kind (Luhn) counts where an account could look the same. */
export function isCardNumber(written: string): boolean {
  if (written.length > LONGEST) return false;
  const digits = written.normalize("NFKC").replace(BETWEEN, "");
  return DOMESTIC.test(digits) || (CARDS.test(digits) && checks(digits));
}

/** ISO/IEC 7812-1, annex B. */
function checks(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
