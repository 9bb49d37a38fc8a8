import en from "../locales/announce/en.json" with { type: "json" };
import vi from "../locales/announce/vi.json" with { type: "json" };
import type { Language } from "./language-of.ts";
import { makeText, type TextOf } from "./make-text.ts";

/** What notifications say: apart from the other texts, because the background starts again and again. */
export type AnnounceText = TextOf<keyof typeof vi>;

export function createAnnounceText(language: Language): AnnounceText {
  return makeText(language, language === "vi" ? vi : en);
}
