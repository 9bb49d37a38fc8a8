export type Language = "vi" | "en";

/**
 * The language to speak: what the person chose, otherwise Vietnamese for whoever reads Vietnamese, and English elsewhere.
 *
 * @param understood BCP 47 tags of the browser's interface and of the languages it asks pages for, as "vi-VN"
 */
export function languageOf(
  understood: readonly string[],
  chosen: Language | "auto" = "auto",
): Language {
  if (chosen !== "auto") return chosen;
  return understood.some((tag) => /^vi\b/i.test(tag)) ? "vi" : "en";
}
