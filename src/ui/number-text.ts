/** Phone numbers and accounts as people read them aloud: in groups, which no line break parts. */

const GROUPS: readonly [shape: RegExp, groups: string][] = [
  [/^(0\d{3})(\d{3})(\d{3})$/, "$1 $2 $3"],
  [/^(02[48])(\d{4})(\d{4})$/, "$1 $2 $3"],
  [/^(02\d{2})(\d{3})(\d{4})$/, "$1 $2 $3"],
  [/^(1[89]00)(\d{2,3})(\d{2,3})$/, "$1 $2 $3"],
];

/** @param number see readPhone */
export function phoneText(number: string): string {
  const [shape, groups] = GROUPS.find(([shape]) => shape.test(number)) ?? [/$/, ""];
  return unbroken(number.replace(shape, groups));
}

/** @param number see readAccount */
export function accountText(number: string): string {
  return unbroken(number.replace(/(.{4})(?=.)/g, "$1 "));
}

function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}
