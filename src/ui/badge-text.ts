import en from "../locales/badge/en.json" with { type: "json" };
import vi from "../locales/badge/vi.json" with { type: "json" };
import type { Language } from "./language-of.ts";
import { makeText, type TextOf } from "./make-text.ts";

/** What the toolbar mark says: apart from the other texts, because the background starts again and again. */
export type BadgeText = TextOf<keyof typeof vi>;

export function createBadgeText(language: Language): BadgeText {
  return makeText(language, language === "vi" ? vi : en);
}
