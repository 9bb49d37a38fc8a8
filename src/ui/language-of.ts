export type Language = "vi" | "en";

/**
 * The language to speak: what the person chose, otherwise Vietnamese for whoever reads Vietnamese, and English elsewhere.
 *
 * @param understood BCP 47 tags of the browser's interface and of the languages it asks pages for, as "vi-VN"
 * @param chosen anything but a language means that nothing was chosen
 */
export function languageOf(understood: readonly string[], chosen?: unknown): Language {
  if (chosen === "vi" || chosen === "en") return chosen;
  return understood.some((tag) => /^vi\b/i.test(tag)) ? "vi" : "en";
}
