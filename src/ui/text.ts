import en from "../locales/en.json" with { type: "json" };
import vi from "../locales/vi.json" with { type: "json" };
import type { Language } from "./language-of.ts";
import { makeText, type TextOf } from "./make-text.ts";

/** Vietnamese is the first language: a key that is not there does not exist. */
export type Key = keyof typeof vi;

/** The texts of the pages; see makeText. */
export type Text = TextOf<Key>;

export function createText(language: Language): Text {
  return makeText<Key>(language, language === "vi" ? vi : en);
}
