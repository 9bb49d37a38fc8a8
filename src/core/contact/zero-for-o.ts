/** Digits in which a letter "O" stands for zero, as people write to get past filters: "O912 345 678", "09O1". */
export function zeroForO(text: string): string {
  return text.replace(/(?<!\p{L})[oO](?=\d)|(?<=\d)[oO](?=[\s.]?\d)/gu, "0");
}
