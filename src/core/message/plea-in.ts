import { begsByName } from "./begs-by-name.ts";

/** Somebody of the family, or who speaks for one: called, or named beside what befell him. */
const KIN =
  /\b(?:me|ma|bo|ba|con|chau|co|chu|bac|cau|di|ong|em|anh|chi|vo|chong) (?:oi|dang|bi|day|cua (?:anh|chi|co|bac|ban))\b|\bcon (?:trai|gai)\b|\b(?:phu huynh|hoc sinh|nguoi nha|benh nhan)\b/;
const HURT =
  /\b(?:benh vien|vien phi|nhap vien|cap cuu|phong mo|ca mo|phau thuat|tai nan|bat coc)\b/;
const LOST_PHONE = /\b(?:hong|mat) (?:dien thoai|dt)\b/;
const URGENT = /\b(?:gap|khan cap|ngay|lien|cuu|nhanh|lap tuc)\b/;
const MONEY =
  /\b(?:chuyen|gui|ck|bank|nop|vay|muon)\b.{0,48}\b(?:tien|khoan|stk|so tk|\d{1,15}(?:[.,]\d{1,15})* ?(?:k|tr|trieu|cu|nghin|ngan|d|dong|vnd))\b/;

/** "Con đang cấp cứu, chuyển gấp": no sum and no account yet, but no patient that is moved either. */
const SEND_AT_ONCE =
  /\b(?:chuyen|ck)(?: khoan| tien)? (?:gap|ngay|lien|nhanh)\b(?! (?:len|sang|tuyen|vien|den|toi))/;

/** Whom money is asked for: somebody in hospital or hurt, or a relative or friend who writes himself. */
export type Plea = "hospital" | "relative";

/**
 * Whether a message pleads for money at once in the name of a relative or for somebody in hospital. Without an account
 * only a relative in hospital does. Honest pleas read the same: whoever reads it should call first.
 *
 * @param folded the folded message, see readMessage
 * @param plain its words written out, see plainWords
 * @returns null if it does not
 */
export function pleaIn(
  { folded, plain }: { folded: string; plain: string },
  accounts: readonly string[],
): Plea | null {
  return urgentPlea(folded, accounts) ?? (begsByName(plain, accounts) ? "relative" : null);
}

function urgentPlea(folded: string, accounts: readonly string[]): Plea | null {
  if (!URGENT.test(folded)) return null;
  const isOfKin = KIN.test(folded);
  const isHurt = HURT.test(folded);
  const hasAccount = accounts.length > 0;
  const asks = MONEY.test(folded) || (!hasAccount && SEND_AT_ONCE.test(folded));
  if (!asks || !(hasAccount ? isOfKin || isHurt || LOST_PHONE.test(folded) : isOfKin && isHurt)) {
    return null;
  }
  return isHurt ? "hospital" : "relative";
}
