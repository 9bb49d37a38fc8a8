import { readNumberLine } from "../check/number-line.ts";
import { type Phone, readPhone } from "../contact/phone.ts";
import { splitPhones } from "../contact/split-phones.ts";
import { MAX_PHONES } from "./report.ts";

export type ReadPhones =
  | { ok: true; phones: string[] }
  /** `text` is the part that can't be one. */
  | { ok: false; problem: "malformed"; text: string }
  | { ok: false; problem: "too-many" };

const DIVIDERS = /[,;\n]|\s(?:và|hoặc|hay|and|or)\s/iu;

/**
 * Telephone numbers as people write them, several divided by commas, semicolons, lines or words, or
 * just one behind the other: "+84 912.345.678, 19001234", "0912345678 / 0987654321".
 *
 * @returns each once, in the form in which numbers are compared
 */
export function readPhones(text: string): ReadPhones {
  const phones = new Set<string>();
  for (const part of text.split(DIVIDERS).map((one) => one.trim())) {
    if (part === "") continue;
    const phone = readPhone(part) ?? labelled(part);
    const several = phone === null || phone.kind === "odd" ? splitPhones(part) : null;
    const read = several ?? (phone === null ? [] : [phone]);
    if (read.length === 0) return { ok: false, problem: "malformed", text: part };
    for (const { number } of read) phones.add(number);
  }
  if (phones.size > MAX_PHONES) return { ok: false, problem: "too-many" };
  return { ok: true, phones: [...phones] };
}

/** "Zalo 0912 345 678", "SĐT: 0912345678 (Viettel)". */
function labelled(part: string): Phone | null {
  const line = readNumberLine(part);
  return line === null || line.said === "account" || line.bank !== null
    ? null
    : readPhone(line.number);
}
