import { useMemo } from "preact/hooks";
import { type CheckText, createCheckText } from "../../../ui/check-text.ts";
import { useText } from "../../../ui/text-context.ts";

/** The texts of the check, in the page's language. */
export function useCheckText(): CheckText {
  const { language } = useText();
  return useMemo(() => createCheckText(language), [language]);
}
