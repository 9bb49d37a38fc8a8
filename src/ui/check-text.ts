import en from "../locales/check/en.json" with { type: "json" };
import vi from "../locales/check/vi.json" with { type: "json" };
import type { Language } from "./language-of.ts";
import { makeText, type TextOf } from "./make-text.ts";

/** What the check of addresses, numbers and messages says: apart from the other texts, so that the popup opens light. */
export type CheckText = TextOf<keyof typeof vi>;

export function createCheckText(language: Language): CheckText {
  return makeText(language, language === "vi" ? vi : en);
}
