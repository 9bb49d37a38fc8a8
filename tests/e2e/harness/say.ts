import en from "../../../src/locales/en.json" with { type: "json" };
import vi from "../../../src/locales/vi.json" with { type: "json" };

/**
 * What the interface says, so that a better wording breaks no test. Blanks are filled from `words`.
 *
 * @param locale Vietnamese unless told otherwise
 */
export function say(
  key: keyof typeof vi,
  words: Record<string, string | number> = {},
  locale: "vi" | "en" = "vi",
): string {
  const texts: Record<string, string | { one: string; other: string }> = locale === "vi" ? vi : en;
  const text = texts[key] ?? "";
  const fitting = typeof text === "string" ? text : text[words.count === 1 ? "one" : "other"];
  return fitting.replace(/\{(\w+)\}/g, (_, name: string) => String(words[name] ?? `{${name}}`));
}
