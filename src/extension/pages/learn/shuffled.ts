/**
 * The numbers 0 to count − 1 in some order, each order as likely as the others (Fisher and Yates).
 *
 * @param random 0 (included) to 1 (not included)
 */
export function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
