import en from "../../locales/desk/en.json" with { type: "json" };
import vi from "../../locales/desk/vi.json" with { type: "json" };
import type { Language } from "../../ui/language-of.ts";
import { makeText, type TextOf } from "../../ui/make-text.ts";

/** What the overview for an agency's editor says. */
export type DeskText = TextOf<keyof typeof vi>;

export function createDeskText(language: Language): DeskText {
  return makeText(language, language === "vi" ? vi : en);
}
