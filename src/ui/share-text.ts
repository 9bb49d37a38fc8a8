import en from "../locales/share/en.json" with { type: "json" };
import vi from "../locales/share/vi.json" with { type: "json" };
import type { Language } from "./language-of.ts";
import { makeText, type TextOf } from "./make-text.ts";

/** What the share view says, apart from what it shares. */
export type ShareText = TextOf<keyof typeof vi>;

export function createShareText(language: Language): ShareText {
  return makeText(language, language === "vi" ? vi : en);
}
