import hotlines from "./awareness/hotlines.json" with { type: "json" };

/** A bank's number for customers, confirmed by the bank's own page or by press that quotes the bank. */
export interface BankHotline {
  /** Name of the brand in the brands artifact. */
  brand: string;
  number: string;
  /** ISO date (YYYY-MM-DD) of the newest confirmation seen. */
  lastConfirmed: string;
  /** The same day once it is over a year ago, otherwise null. */
  notConfirmedSince: string | null;
}

/** Only numbers with a confirmation that carries its date: everything else is "the number on the back of the card". */
export const BANK_HOTLINES: readonly BankHotline[] = hotlines.flatMap(
  ({ id, brand, number, lastConfirmed, notConfirmedSince = null }) =>
    id.startsWith("bank-") && brand !== undefined
      ? [{ brand, number, lastConfirmed, notConfirmedSince }]
      : [],
);
