import { readAccount } from "../contact/account.ts";
import { bankOfBin } from "../contact/banks.ts";
import { type EmvFields, fieldsOf, readEmv } from "./emv.ts";

/** Where a VietQR sends money. */
export interface Payment {
  /** Six digits by which NAPAS knows the bank. */
  bin: string;
  /** Its name in the brands artifact, or null if it is not known here. */
  bank: string | null;
  /** Null if money goes to a card: its number is kept nowhere. */
  account: string | null;
  /** In đồng, digits only; null if the payer chooses. */
  amount: string | null;
  /** What the transfer will say; empty if nothing. */
  purpose: string;
  /** Name that whoever made the code put in; proves nothing. Empty if none. */
  name: string;
}

export type PaymentProblem =
  | "cut-off"
  | "checksum"
  /** A payment code, but of another system than VietQR, or without an account. */
  | "other-system";

export type PaymentResult = { ok: true; payment: Payment } | { ok: false; problem: PaymentProblem };

/** NAPAS, in the field of whose system a merchant's account stands. */
const NAPAS = "A000000727";
const LONGEST_WORDS = 100;

/** Reads the payload of a VietQR (NAPAS, "QR Format T&C" v1.0 of 9/2021, on top of EMVCo). */
export function readPayment(payload: string): PaymentResult {
  const read = readEmv(payload);
  if (!read.ok) return read;
  const { fields } = read;
  const house = housesOf(fields).find((one) => one.get("00")?.toUpperCase() === NAPAS);
  const beneficiary = fieldsOf(house?.get("01") ?? "") ?? new Map<string, string>();
  const bin = beneficiary.get("00") ?? "";
  const number = beneficiary.get("01") ?? "";
  if (!/^\d{6}$/.test(bin) || number === "") return { ok: false, problem: "other-system" };
  const toCard = house?.get("02")?.toUpperCase() === "QRIBFTTC";
  const account = toCard ? null : readAccount(number);
  const amount = fields.get("54") ?? "";
  return {
    ok: true,
    payment: {
      bin,
      bank: bankOfBin(bin),
      account,
      // "180000" or "180000.00".
      amount: /^\d{1,13}(?:\.\d{0,2})?$/.test(amount) ? (amount.split(".", 1)[0] ?? null) : null,
      purpose: words(fieldsOf(fields.get("62") ?? "")?.get("08")),
      name: words(fields.get("59")),
    },
  };
}

/** Account information of merchants stands in fields 26 to 51, each with the mark of its system first. */
function housesOf(fields: EmvFields): EmvFields[] {
  return [...fields].flatMap(([id, value]) =>
    Number(id) >= 26 && Number(id) <= 51 ? (fieldsOf(value) ?? []) : [],
  );
}

/** Without what moves or hides other text on the screen. */
function words(text = ""): string {
  return text
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim()
    .slice(0, LONGEST_WORDS);
}
