import { zeroForO } from "./zero-for-o.ts";

/** "odd": digits that no number of the plan has, so that a call from it was not what it seemed. */
export type PhoneKind = "mobile" | "fixed" | "service" | "short" | "foreign" | "odd";

/** A phone number in the one form in which it is compared. */
export interface Phone {
  /** National: "0912345678", "02439446699", "19001234", "113"; abroad "+85512345678"; odd as written, signs left out. */
  number: string;
  kind: PhoneKind;
}

/** Signs that people put between digits; ">" and the like are put there to get past filters. */
const BETWEEN = /[\s.·•,;'’"“”«»>_/()[\]|*\u2010-\u2015\u2212-]/g;
/** No telephone number in the world is longer (ITU-T E.164). */
const MOST_DIGITS = 15;
/** Longest text that is looked at: a number with a sign after each digit. */
const LONGEST = 64;

/**
 * Eleven digits that became ten in 2018 (plan of the ministry, 15 September to 15 November 2018): old calls and papers
 * still carry them.
 */
const NEW_PREFIX: Readonly<Record<string, string>> = {
  "0120": "070",
  "0121": "079",
  "0122": "077",
  "0123": "083",
  "0124": "084",
  "0125": "085",
  "0126": "076",
  "0127": "081",
  "0128": "078",
  "0129": "082",
  "0162": "032",
  "0163": "033",
  "0164": "034",
  "0165": "035",
  "0166": "036",
  "0167": "037",
  "0168": "038",
  "0169": "039",
  "0186": "056",
  "0188": "058",
  "0199": "059",
};

/**
 * Reads a phone number as people in Viet Nam write it: with +84, 84, 0084 or 0, with blanks, dots, dashes or brackets,
 * mobile, fixed with its area code, 1800 and 1900, and short ones.
 *
 * @returns null if it holds anything but digits and signs between them, or fewer than three or more digits than
 *   any telephone number has
 */
export function readPhone(written: string): Phone | null {
  if (written.length > LONGEST) return null;
  const text = zeroForO(written.normalize("NFKC").replace(/\p{Cf}/gu, ""))
    .trim()
    .replace(/^\(?\s*\+\s*/, "+")
    // "+84 (0)912 …": the 0 is for calls within the country.
    .replace(/^((?:\+|00)84.*?)\(0\)/, "$1")
    .replace(BETWEEN, "");
  if (!/^\+?\d{3,20}$/.test(text)) return null;
  const phone = planned(text);
  if (phone !== null) return phone;
  return text.replace("+", "").length <= MOST_DIGITS ? { number: text, kind: "odd" } : null;
}

/** Numbering plan of Viet Nam; with + or 00 that of the world (ITU-T E.164: at most 15 digits). */
function planned(text: string): Phone | null {
  const abroad = /^(?:\+|00)([1-9]\d*)$/.exec(text)?.[1];
  if (abroad !== undefined) {
    if (abroad.startsWith("84")) return afterCountryCode(abroad.slice(2));
    return abroad.length >= 7 && abroad.length <= 15
      ? { number: `+${abroad}`, kind: "foreign" }
      : null;
  }
  if (text.startsWith("0")) return national(text);
  if (text.startsWith("84") && text.length > 10) return afterCountryCode(text.slice(2));
  return service(text) ?? (text.length <= 6 ? { number: text, kind: "short" } : null);
}

function afterCountryCode(rest: string): Phone | null {
  return national(rest.startsWith("0") ? rest : `0${rest}`) ?? service(rest);
}

/** 1800 and 1900, with four to six digits more. */
function service(digits: string): Phone | null {
  return /^1[89]00\d{4,6}$/.test(digits) ? { number: digits, kind: "service" } : null;
}

function national(digits: string): Phone | null {
  if (/^0[35789]\d{8}$/.test(digits)) return { number: digits, kind: "mobile" };
  // 069 is the network of police and army.
  if (/^02\d{9}$|^069\d{7}$/.test(digits)) return { number: digits, kind: "fixed" };
  const renewed = digits.length === 11 ? NEW_PREFIX[digits.slice(0, 4)] : undefined;
  return renewed === undefined ? null : { number: renewed + digits.slice(4), kind: "mobile" };
}
