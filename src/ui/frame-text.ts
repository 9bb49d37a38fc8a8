import en from "../locales/frame/en.json" with { type: "json" };
import vi from "../locales/frame/vi.json" with { type: "json" };
import type { Language } from "./language-of.ts";
import { makeText, type TextOf } from "./make-text.ts";

/** What stands in place of a blocked frame: apart from the other texts, because a page may have hundreds of frames. */
export type FrameText = TextOf<keyof typeof vi>;

export function createFrameText(language: Language): FrameText {
  return makeText(language, language === "vi" ? vi : en);
}
