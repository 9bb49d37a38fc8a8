import type { browser } from "wxt/browser";
import type { Language } from "../../ui/language-of.ts";
import { type GuardWord, guardMessage } from "../guard-words.ts";

/** See guard-link.ts. */
declare const chrome: typeof browser;

/** Both at once: an extension that was replaced meanwhile tells nothing any more. */
export function guardTexts(language: Language): Record<GuardWord, string> {
  const say = (word: GuardWord) =>
    (chrome.i18n.getMessage as (name: string) => string)(guardMessage(word, language));
  return { unchecked: say("unchecked"), reload: say("reload") };
}
