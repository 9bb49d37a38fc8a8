/** Somebody of the family, or who speaks for one: called, or named beside what befell him. */
const KIN =
  /\b(?:me|ma|bo|ba|con|chau|co|chu|bac|cau|di|ong|em|anh|chi|vo|chong) (?:oi|dang|bi|day|cua (?:anh|chi|co|bac|ban))\b|\bcon (?:trai|gai)\b|\b(?:phu huynh|hoc sinh|nguoi nha|benh nhan)\b/;
const TROUBLE =
  /\b(?:benh vien|vien phi|nhap vien|cap cuu|phong mo|ca mo|phau thuat|tai nan|bat coc|(?:hong|mat) (?:dien thoai|dt))\b/;
const URGENT = /\b(?:gap|khan cap|ngay|lien|cuu|nhanh|lap tuc)\b/;
const MONEY =
  /\b(?:chuyen|gui|ck|bank|nop|vay|muon)\b.{0,48}\b(?:tien|khoan|stk|so tk|\d+(?:[.,]\d+)* ?(?:k|tr|trieu|cu|nghin|ngan|d|dong|vnd))\b/;

/**
 * Whether a message pleads for money at once in the name of a relative or for somebody in hospital, and gives the
 * account. Honest pleas read the same: whoever reads it should call first.
 *
 * @param folded the folded message, see readMessage
 */
export function isPlea(folded: string, accounts: readonly string[]): boolean {
  return (
    accounts.length > 0 &&
    URGENT.test(folded) &&
    MONEY.test(folded) &&
    (KIN.test(folded) || TROUBLE.test(folded))
  );
}
