import { useMemo } from "preact/hooks";
import en from "../locales/told/en.json" with { type: "json" };
import vi from "../locales/told/vi.json" with { type: "json" };
import type { Language } from "./language-of.ts";
import { makeText, type TextOf } from "./make-text.ts";
import { useText } from "./text-context.ts";

/** What is said around alerts and tips in the popup. */
export type ToldText = TextOf<keyof typeof vi>;

export function createToldText(language: Language): ToldText {
  return makeText(language, language === "vi" ? vi : en);
}

/** In the language of the page. */
export function useToldText(): ToldText {
  const { language } = useText();
  return useMemo(() => createToldText(language), [language]);
}
