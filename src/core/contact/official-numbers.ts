import type { Hotline } from "../awareness/contact-points.ts";
import { readPhone } from "./phone.ts";

/** The hotlines of the content by the form of their number in which it is compared. */
export function officialNumbers(hotlines: readonly Hotline[]): ReadonlyMap<string, Hotline> {
  const numbers = new Map<string, Hotline>();
  for (const hotline of hotlines) {
    const phone = readPhone(hotline.number);
    if (phone !== null && !numbers.has(phone.number)) numbers.set(phone.number, hotline);
  }
  return numbers;
}

/**
 * The short number that an odd one is made to look like: "+84 113", "0113" or "00156". Nobody calls from such.
 *
 * @param number see readPhone
 */
export function imitatedNumber(
  number: string,
  official: ReadonlyMap<string, Hotline>,
): Hotline | null {
  const rest = number.replace(/^\+/, "").replace(/^0+/, "");
  for (const digits of [rest, rest.replace(/^84/, "")]) {
    const hotline = digits.length <= 6 ? official.get(digits) : undefined;
    if (hotline !== undefined && digits !== number) return hotline;
  }
  return null;
}
