import type { Hotline } from "./contact-points.ts";

/** A bank's number for customers, confirmed by the bank's own page or by press that quotes the bank. */
export interface BankHotline
  extends Pick<Hotline, "number" | "lastConfirmed" | "notConfirmedSince"> {
  /** Name of the brand in the brands artifact. */
  brand: string;
}

/** A hotline as it is written in the content, where what is null may be left out. */
type Line = Pick<Hotline, "id" | "number" | "lastConfirmed"> & {
  confidence: string;
  brand?: string | null | undefined;
  notConfirmedSince?: string | null | undefined;
};

/**
 * The banks' lines among these. What only secondary sources say is not for somebody in need: there it is "the number on
 * the back of the card".
 */
export function bankHotlines(lines: readonly Line[]): BankHotline[] {
  return lines.flatMap(
    ({ id, brand, number, lastConfirmed, notConfirmedSince = null, confidence }) =>
      id.startsWith("bank-") && brand && confidence !== "C"
        ? [{ brand, number, lastConfirmed, notConfirmedSince }]
        : [],
  );
}
