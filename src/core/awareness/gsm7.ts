// GSM 7-bit default alphabet and its extension table, 3GPP TS 23.038 §6.2.1.
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const EXTENDED = new Set("\f^{}\\[~]|€");

/** Most septets of a message that is sent as one. */
export const ONE_SMS = 160;

/** Length of a text in septets as one SMS carries it, or null if it has a character that needs a dearer coding. */
export function gsm7Length(text: string): number | null {
  let length = 0;
  for (const character of text) {
    if (BASIC.has(character)) length += 1;
    else if (EXTENDED.has(character)) length += 2;
    else return null;
  }
  return length;
}

/** Signs of good typography that SMS does without. */
const PLAIN: Readonly<Record<string, string>> = {
  đ: "d",
  Đ: "D",
  "“": '"',
  "”": '"',
  "«": '"',
  "»": '"',
  "‘": "'",
  "’": "'",
  "–": "-",
  "—": "-",
  "•": "-",
  "…": "...",
  "₫": "d",
};

/**
 * A text as an SMS carries it: Vietnamese letters lose their marks, and what GSM-7 does not have becomes "?". One line.
 */
export function toGsm7(text: string): string {
  const bare = text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFKC");
  const plain = bare.replace(/[^\0-\x7f]/gu, (character) => PLAIN[character] ?? character);
  return [...plain.replace(/\s+/g, " ").trim()]
    .map((character) => (BASIC.has(character) || EXTENDED.has(character) ? character : "?"))
    .join("");
}
