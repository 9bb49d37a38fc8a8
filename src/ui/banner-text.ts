import en from "../locales/banner/en.json" with { type: "json" };
import vi from "../locales/banner/vi.json" with { type: "json" };
import type { Language } from "./language-of.ts";
import { makeText, type TextOf } from "./make-text.ts";

/** What the banner in a page says: apart from the other texts, because the background starts again and again. */
export type BannerText = TextOf<keyof typeof vi>;

export function createBannerText(language: Language): BannerText {
  return makeText(language, language === "vi" ? vi : en);
}
