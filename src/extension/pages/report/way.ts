import type { ReportDraft } from "../../platform/report-drafts.ts";

/** A scam met, money lost, or a page blocked by mistake. */
export type Way = ReportDraft["way"];
