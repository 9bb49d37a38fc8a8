const UNITS: readonly (readonly [name: RegExp, đồng: number])[] = [
  [/^(?:ty|ti|billion)$/, 1_000_000_000],
  [/^(?:trieu|tr|m|million)$/, 1_000_000],
  [/^(?:nghin|ngan|k|thousand)$/, 1_000],
  [/^(?:|d|dong|vnd)$/, 1],
];

/**
 * An amount of money as people write it in Viet Nam: "5.000.000", "5,000,000 đ", "12,5 triệu", "500k".
 *
 * @returns đồng, or null if it is none
 */
export function readAmount(text: string): number | null {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/gi, "d")
    .toLowerCase()
    .replace(/\s/g, "");
  const [, digits, unit] = /^(\d[\d.,]*)([a-z]*)$/.exec(plain) ?? [];
  if (digits === undefined || unit === undefined) return null;
  const size = UNITS.find(([name]) => name.test(unit.replace(/(?<=.)(?:dong|vnd)$/, "")))?.[1];
  if (size === undefined) return null;
  // Groups of three are thousands; what else follows a sign is a fraction, and only of a unit.
  const number = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(digits)
    ? digits.replace(/[.,]/g, "")
    : /^\d+[.,]\d{1,3}$/.test(digits) && size > 1
      ? digits.replace(",", ".")
      : digits;
  const amount = Math.round(Number(number) * size);
  return Number.isSafeInteger(amount) && amount <= 1_000_000_000_000_000 ? amount : null;
}
