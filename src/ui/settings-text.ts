import en from "../locales/settings/en.json" with { type: "json" };
import vi from "../locales/settings/vi.json" with { type: "json" };
import type { Language } from "./language-of.ts";
import { makeText, type TextOf } from "./make-text.ts";

/** What the pages of settings and of welcome say: apart from the other texts, so that the popup stays light. */
export type SettingsText = TextOf<keyof typeof vi>;

export function createSettingsText(language: Language): SettingsText {
  return makeText(language, language === "vi" ? vi : en);
}
