import en from "../../locales/channels/en.json" with { type: "json" };
import vi from "../../locales/channels/vi.json" with { type: "json" };
import type { Language } from "../language-of.ts";
import { makeText, type TextOf } from "../make-text.ts";

/** The words around a topic in messages, scripts and sheets of paper. */
export type ChannelText = TextOf<keyof typeof vi>;

export function createChannelText(language: Language): ChannelText {
  return makeText(language, language === "vi" ? vi : en);
}
