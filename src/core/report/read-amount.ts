const UNITS: readonly (readonly [name: RegExp, đồng: number])[] = [
  [/^(?:ty|ti|billion)$/, 1_000_000_000],
  [/^(?:trieu|tr|m|million)$/, 1_000_000],
  [/^(?:nghin|ngan|k|thousand)$/, 1_000],
  [/^(?:|d|dong|vnd)$/, 1],
];
const MOST = 1_000_000_000_000_000;

/**
 * An amount of money as people write and say it in Viet Nam: "5.000.000", "5,000,000 đ", "12,5 triệu", "500k", "5tr5",
 * "5 triệu rưỡi", "10 triệu 500 nghìn".
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
  if (!/^\d[\d.,a-z]*$/.test(plain) || /[a-z][.,]/.test(plain)) return null;
  let amount = 0;
  /** Unit of the part before: each part is less than one of it. */
  let above = Number.POSITIVE_INFINITY;
  for (const [, digits = "", words = ""] of plain.matchAll(/(\d[\d.,]*)([a-z]*)/g)) {
    // "5tr5", "1tr250": what is left of the unit, as behind a decimal sign.
    if (above !== Number.POSITIVE_INFINITY && words === "" && /^\d{1,3}$/.test(digits)) {
      if (above < 1_000) return null;
      amount += Number(`0.${digits}`) * above;
      above = 1;
      continue;
    }
    const unit = words.replace(/(?<=.)(?:dong|vnd)$/, "");
    const isHalf = unit.endsWith("ruoi");
    const size = UNITS.find(([name]) => name.test(isHalf ? unit.slice(0, -4) : unit))?.[1];
    if (size === undefined || (isHalf && size === 1)) return null;
    const part = readNumber(digits, size > 1) * size + (isHalf ? size / 2 : 0);
    if (!(part < above)) return null;
    amount += part;
    // Nothing follows a half.
    above = isHalf ? 1 : size;
  }
  amount = Math.round(amount);
  return Number.isSafeInteger(amount) && amount <= MOST ? amount : null;
}

/** Groups of three are thousands; what else follows a sign is a fraction, and only of a unit. NaN if it is neither. */
function readNumber(digits: string, ofUnit: boolean): number {
  if (/^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(digits))
    return Number(digits.replace(/[.,]/g, ""));
  if (/^\d+[.,]\d{1,3}$/.test(digits) && ofUnit) return Number(digits.replace(",", "."));
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
}
