import en from "../locales/report/en.json" with { type: "json" };
import vi from "../locales/report/vi.json" with { type: "json" };
import type { Language } from "./language-of.ts";
import { makeText, type TextOf } from "./make-text.ts";

/** What the report form says: apart from the other texts, because most openings of the popup never show it. */
export type ReportText = TextOf<keyof typeof vi>;

export function createReportText(language: Language): ReportText {
  return makeText(language, language === "vi" ? vi : en);
}
