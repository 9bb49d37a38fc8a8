import type { Language } from "../language-of.ts";

/** "bạn" reads well and sounds odd over a village: there one speaks to "bà con". Friends ("bạn bè") stay friends. */
export function toListeners(text: string, language: Language): string {
  if (language !== "vi") return text;
  return text.replace(
    /(?<!(?:người|kết|tên|đám|làm|là|của những)\s)(?<!\p{L})([Bb])ạn(?!\p{L})(?!\s(?:bè|ấy|con|trai|gái|cùng))/gu,
    (_, first) => (first === "B" ? "Bà con" : "bà con"),
  );
}
