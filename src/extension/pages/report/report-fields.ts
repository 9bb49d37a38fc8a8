import type { ReportDraft } from "../../platform/report-drafts.ts";

/** What a person fills in. */
export type ReportFields = Omit<ReportDraft, "id">;

export function emptyFields(url: string): ReportFields {
  return { url, withoutQuery: false, form: null, note: "" };
}
