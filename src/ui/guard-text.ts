import en from "../locales/guard/en.json" with { type: "json" };
import vi from "../locales/guard/vi.json" with { type: "json" };
import type { Language } from "./language-of.ts";

/**
 * What the guard says in pages: apart from the other texts and without the parts that fill in parameters (makeText),
 * because it goes into every page there is.
 */
export type GuardText = (key: keyof typeof vi) => string;

export function createGuardText(language: Language): GuardText {
  const texts = language === "vi" ? vi : en;
  return (key) => texts[key];
}
