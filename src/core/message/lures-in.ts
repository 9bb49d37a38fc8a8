import { LURES, type Manner } from "./manner.ts";

/** What makes an offer an everyday one: a loan that falls due, a prize at the counter, work at a place one can visit. */
const EVERYDAY: Readonly<Partial<Record<Manner, RegExp>>> = {
  loan: /\b(?:den han|ky han|trich no|du no|tat toan|sao ke)\b/,
  won: /\bkhong thu\b|\b(?:den|tai) (?:cua hang|quay|showroom|van phong|sieu thi)\b|\b(?:tat nien|boc tham|hoi thi|cuoc thi)\b/,
  job: /^(?!.*\b(?:tai nha|online|hoa hong|nhiem vu|nhan tin|zalo|zl|tele|telegram|dt|dien thoai)\b).*\b(?:quan|kho|xuong|cua hang|nha hang|tiem|spa|khach san|cong truong|ca (?:sang|toi|chieu)|phu bep|phuc vu|phong van)\b/,
};

/**
 * The lures of a message that are more than an everyday offer. A fee to be paid first is everywhere in life; where it is
 * a trap, see traps.
 */
export function luresIn(manner: readonly string[], folded: string): Manner[] {
  return LURES.filter(
    (lure) =>
      lure !== "fee-first" && manner.includes(lure) && EVERYDAY[lure]?.test(folded) !== true,
  );
}
