/** A bank's number for customers, confirmed by the bank's own page or by press that quotes the bank. */
export interface BankHotline {
  /** Name of the brand in the brands artifact. */
  brand: string;
  number: string;
  /** ISO date (YYYY-MM-DD) of the newest confirmation seen. */
  lastConfirmed: string;
}

/** Only numbers with a confirmation that carries its date: everything else is "the number on the back of the card". */
export const BANK_HOTLINES: readonly BankHotline[] = [
  { brand: "Vietcombank", number: "1900 54 54 13", lastConfirmed: "2025-11-01" },
  { brand: "BIDV", number: "1900 9247", lastConfirmed: "2025-10-27" },
  { brand: "VPBank", number: "1900 545 415", lastConfirmed: "2025-08-20" },
  { brand: "TPBank", number: "1900 6036", lastConfirmed: "2025-07-13" },
];
