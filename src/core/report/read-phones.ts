import { readPhone } from "../contact/phone.ts";
import { MAX_PHONES } from "./report.ts";

export type ReadPhones =
  | { ok: true; phones: string[] }
  /** `text` is the part that can't be one. */
  | { ok: false; problem: "malformed"; text: string }
  | { ok: false; problem: "too-many" };

/**
 * Telephone numbers as people write them, several divided by commas, semicolons or lines: "+84 912.345.678, 19001234".
 *
 * @returns each once, in the form in which numbers are compared
 */
export function readPhones(text: string): ReadPhones {
  const phones = new Set<string>();
  for (const part of text.split(/[,;\n]/).map((one) => one.trim())) {
    if (part === "") continue;
    const phone = readPhone(part);
    if (phone === null) return { ok: false, problem: "malformed", text: part };
    phones.add(phone.number);
  }
  if (phones.size > MAX_PHONES) return { ok: false, problem: "too-many" };
  return { ok: true, phones: [...phones] };
}
