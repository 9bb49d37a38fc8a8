/**
 * Whether digits are shaped as the number of a citizen's card: twelve, of which the first three are a province's code
 * of 1999 to 2025 (001 to 096) and the fourth the century and sex. Some accounts look the same.
 */
export function mayBeIdentityNumber(digits: string): boolean {
  return /^0(?!00)(?:[0-8]\d|9[0-6])[0-3]\d{8}$/.test(digits);
}
