import en from "../locales/learn/en.json" with { type: "json" };
import vi from "../locales/learn/vi.json" with { type: "json" };
import type { Language } from "./language-of.ts";
import { makeText, type TextOf } from "./make-text.ts";

/** What the learn page says: apart from the other texts, so that the popup stays light. */
export type LearnText = TextOf<keyof typeof vi>;

export function createLearnText(language: Language): LearnText {
  return makeText(language, language === "vi" ? vi : en);
}
