import en from "../locales/guard/en.json" with { type: "json" };
import vi from "../locales/guard/vi.json" with { type: "json" };
import type { Language } from "./language-of.ts";
import { makeText, type TextOf } from "./make-text.ts";

/** What the guard says in pages: apart from the other texts, because it goes into every page there is. */
export type GuardText = TextOf<keyof typeof vi>;

export function createGuardText(language: Language): GuardText {
  return makeText(language, language === "vi" ? vi : en);
}
