import { bankNamed } from "../contact/bank-names.ts";
import { type PhoneKind, readPhone } from "../contact/phone.ts";
import { zeroForO } from "../contact/zero-for-o.ts";

/** Phone numbers and bank accounts in a message, as they are compared. */
export interface Contacts {
  /** See readPhone: numbers of Viet Nam alone. */
  phones: string[];
  accounts: string[];
}

const MOST = 20;
/** Short numbers and those abroad can't be told from other digits in a text. */
const KINDS: ReadonlySet<PhoneKind> = new Set(["mobile", "fixed", "service"]);
/** +84, 84 or 0, then 9 or 10 digits, with any signs between; and the service numbers 1800 and 1900. */
const PHONE =
  /(?<![\d.,])(?:(?:\(?\+?\s?84\)?|\(?0)(?:[\s.>()·-]{0,2}\d){8,10}|1[\s.>-]?[89](?:[\s.>-]?0){2}(?:[\s.>-]{0,2}\d){2,6})(?!\d)/g;
const ACCOUNT =
  /(?:stk|so tai khoan|so tk|so the|tai khoan(?: so)?|\btk|account(?: number)?)\s*(?:(?:ngan hang|nhan|cua|nay|la|so|:|-|\.)+\s*)?((?:\d[ .-]?){6,19}\d)(?!\d)/g;

/** "ck vào 0071000888222 vietcombank", "chuyển qua MB 0123456789": the bank beside what money is sent to. */
const SENT_TO =
  /\b(?:ck|chuyen|bank|gui|nop|coc)\b[^.!?]{0,48}?(?:\b([a-z]{2,12}(?: bank)?)\W{1,3})?(?<![\d.,])((?:\d[ .-]?){7,18}\d)(?![\d.,]\d)(?:\W{1,3}([a-z]{2,12}(?: bank)?))?/g;

/** @param folded the folded message, see readMessage */
export function findContacts(folded: string): Contacts {
  const accounts = new Set<string>();
  for (const [, digits = ""] of folded.matchAll(ACCOUNT)) {
    if (accounts.size < MOST) accounts.add(digits.replace(/\D/g, ""));
  }
  for (const [, before = "", digits = "", after = ""] of folded.matchAll(SENT_TO)) {
    const isBanks = (bankNamed(before) ?? bankNamed(after)) !== null;
    const phone = readPhone(digits);
    const isPhone = phone !== null && KINDS.has(phone.kind);
    if (isBanks && !isPhone && accounts.size < MOST) accounts.add(digits.replace(/\D/g, ""));
  }
  const phones = new Set<string>();
  for (const [text] of zeroForO(folded).matchAll(PHONE)) {
    const phone = readPhone(text);
    if (phone === null || !KINDS.has(phone.kind) || phones.size >= MOST) continue;
    if (!accounts.has(phone.number)) phones.add(phone.number);
  }
  return { phones: [...phones], accounts: [...accounts] };
}
