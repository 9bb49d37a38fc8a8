import { useMemo } from "preact/hooks";
import { createReportText, type ReportText } from "../../../ui/report-text.ts";
import { useText } from "../../../ui/text-context.ts";

/** The texts of the report form, in the page's language. */
export function useReportText(): ReportText {
  const { language } = useText();
  return useMemo(() => createReportText(language), [language]);
}
