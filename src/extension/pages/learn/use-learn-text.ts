import { createLearnText, type LearnText } from "../../../ui/learn-text.ts";
import { useText } from "../../../ui/text-context.ts";

const TEXTS = { vi: createLearnText("vi"), en: createLearnText("en") };

/** The learn page's own texts, in the language of everything around. */
export function useLearnText(): LearnText {
  return TEXTS[useText().language];
}
