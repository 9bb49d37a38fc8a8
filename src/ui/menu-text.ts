import en from "../locales/menu/en.json" with { type: "json" };
import vi from "../locales/menu/vi.json" with { type: "json" };
import type { Language } from "./language-of.ts";
import { makeText, type TextOf } from "./make-text.ts";

/** What the menu of a page says: apart from the other texts, because the background starts again and again. */
export type MenuText = TextOf<keyof typeof vi>;

export function createMenuText(language: Language): MenuText {
  return makeText(language, language === "vi" ? vi : en);
}
