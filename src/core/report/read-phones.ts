import { MAX_PHONES } from "./report.ts";

export type ReadPhones =
  | { ok: true; phones: string[] }
  /** `text` is the part that can't be one. */
  | { ok: false; problem: "malformed"; text: string }
  | { ok: false; problem: "too-many" };

/**
 * Telephone numbers as people write them, several divided by commas, semicolons or lines: "+84 912.345.678, 19001234".
 *
 * @returns Vietnamese ones in the national form ("0912345678"), foreign ones with "+", each once
 */
export function readPhones(text: string): ReadPhones {
  const phones = new Set<string>();
  for (const part of text.split(/[,;\n]/).map((one) => one.trim())) {
    if (part === "") continue;
    const phone = part.replace(/^\+\s*\(?84\)?|^00\s*84/, "0").replace(/^00(?=[1-9])/, "+");
    const digits = phone.replace(/[\s.()\-–]/g, "").replace(/^0{2,}/, "0");
    if (!/^\+?\d{3,15}$/.test(digits)) return { ok: false, problem: "malformed", text: part };
    phones.add(digits);
  }
  if (phones.size > MAX_PHONES) return { ok: false, problem: "too-many" };
  return { ok: true, phones: [...phones] };
}
