import { useMemo } from "preact/hooks";
import { createSettingsText, type SettingsText } from "../../ui/settings-text.ts";
import { useText } from "../../ui/text-context.ts";

/** The texts of the pages of settings and of welcome, in the page's language. */
export function useSettingsText(): SettingsText {
  const { language } = useText();
  return useMemo(() => createSettingsText(language), [language]);
}
