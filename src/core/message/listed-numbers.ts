import type { ContactList } from "../contact/contact-list.ts";
import { readPhone } from "../contact/phone.ts";

const FEWEST_DIGITS = 8;
/** Of an account: see readAccount. */
const MOST_DIGITS = 19;

/**
 * Numbers in a message that the list has, whatever words stand around them. Only a hit says anything: other digits are
 * amounts, dates and codes as well.
 *
 * @param message of bounded length, see excerptOf
 */
export function listedNumbers(
  message: string,
  list: ContactList,
): { kind: "phone" | "account"; number: string }[] {
  const found = new Map<string, { kind: "phone" | "account"; number: string }>();
  for (const [run] of message.normalize("NFKC").matchAll(/\d+(?:[\s.·_-]\d+)*/g)) {
    const groups = run.split(/\D/);
    for (let begin = 0; begin < groups.length; begin++) {
      let digits = "";
      for (let end = begin; end < groups.length; end++) {
        digits += groups[end];
        if (digits.length > MOST_DIGITS) break;
        if (digits.length < FEWEST_DIGITS) continue;
        for (const number of new Set([digits, readPhone(digits)?.number ?? digits])) {
          const [entry] = list.find(number);
          if (entry !== undefined) found.set(number, { kind: entry.kind, number });
        }
      }
    }
  }
  return [...found.values()];
}
