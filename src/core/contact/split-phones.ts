import { type Phone, readPhone } from "./phone.ts";

/** More groups of digits than a few numbers have; what has more is not taken apart. */
const MOST_GROUPS = 40;
/** Longest number in groups, "+84 9 1 2 …" aside. */
const GROUPS_OF_ONE = 6;

/**
 * Takes apart numbers that stand one behind the other, divided by a blank, a slash or a dash as their own digits may
 * be: "0912 345 678 / 0987654321". Only where each is whole by the numbering plan.
 *
 * @returns two numbers or more, or null if it is anything else
 */
export function splitPhones(text: string): Phone[] | null {
  const groups = text.normalize("NFKC").match(/\+?\d+/g) ?? [];
  if (groups.length < 2 || groups.length > MOST_GROUPS) return null;
  /** By each group, how the groups before it divide into numbers; the fewest numbers win. */
  const ways: (Phone[] | null)[] = [[]];
  for (let end = 1; end <= groups.length; end++) {
    let best: Phone[] | null = null;
    for (let begin = Math.max(0, end - GROUPS_OF_ONE); begin < end; begin++) {
      const before = ways[begin];
      const phone = before ? readPhone(groups.slice(begin, end).join(" ")) : null;
      if (!before || phone === null || phone.kind === "odd" || phone.kind === "short") continue;
      if (best === null || before.length + 1 < best.length) best = [...before, phone];
    }
    ways.push(best);
  }
  const whole = ways[groups.length] ?? null;
  return whole !== null && whole.length > 1 ? whole : null;
}
