/** Phone numbers and bank accounts in a message, as they are compared: digits only. */
export interface Contacts {
  /** In the national form: 0912345678, 02873001234, 19001234. */
  phones: string[];
  accounts: string[];
}

const MOST = 20;
/** +84, 84 or 0, then 9 or 10 digits, with any signs between; and the service numbers 1800 and 1900. */
const PHONE =
  /(?<![\d.,])(?:(?:\(?\+?\s?84\)?|\(?0)(?:[\s.>()·-]{0,2}\d){8,10}|1[\s.>-]?[89](?:[\s.>-]?0){2}(?:[\s.>-]{0,2}\d){2,6})(?!\d)/g;
const ACCOUNT =
  /(?:stk|so tai khoan|so tk|so the|tai khoan(?: so)?|\btk|account(?: number)?)\s*(?:ngan hang|nhan|cua|la|so|:|-|\.)*\s*((?:\d[ .-]?){6,19}\d)(?!\d)/g;

/** @param folded the folded message, see readMessage */
export function findContacts(folded: string): Contacts {
  const accounts = new Set<string>();
  for (const [, digits = ""] of folded.matchAll(ACCOUNT)) {
    if (accounts.size < MOST) accounts.add(digits.replace(/\D/g, ""));
  }
  const phones = new Set<string>();
  for (const [text] of folded.matchAll(PHONE)) {
    const phone = nationalForm(text.replace(/\D/g, ""));
    if (phone !== null && phones.size < MOST && !accounts.has(phone)) phones.add(phone);
  }
  return { phones: [...phones], accounts: [...accounts] };
}

/** Numbering plan of Viet Nam: 0 and nine digits (mobile), 02 and nine (fixed), 1800 and 1900 with four to six more. */
function nationalForm(digits: string): string | null {
  if (/^1[89]00\d{2,6}$/.test(digits)) return digits;
  const national = digits.startsWith("84") ? `0${digits.slice(2).replace(/^0/, "")}` : digits;
  return /^0[1-9]\d{8}$|^02\d{9}$/.test(national) ? national : null;
}
