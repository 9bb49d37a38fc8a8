import type { Settings } from "./settings.ts";

/** What every page of the extension must know before it can show anything. */
export type Appearance = Pick<Settings, "language" | "textSize">;

/**
 * Reads what was kept for pages. It holds no more than the look, so what can't be read is the browser's own language in
 * normal size.
 */
export function parseAppearance(given: unknown): Appearance {
  const { language, textSize } = (given ?? {}) as Partial<Record<keyof Appearance, unknown>>;
  return {
    language: language === "vi" || language === "en" ? language : "auto",
    textSize: textSize === "large" ? "large" : "normal",
  };
}
