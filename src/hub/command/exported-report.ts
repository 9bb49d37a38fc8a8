import type { StoredReport } from "../reports/report-store.ts";

/** A report as programs get it: with its true address, not defanged, and without its picture. */
export function exportedReport({
  receipt,
  receivedAt,
  report,
  pictured,
  repeatOf,
  decision,
}: StoredReport): Record<string, unknown> {
  const { screenshot: _, ...told } = report;
  return {
    receipt,
    receivedAt: new Date(receivedAt).toISOString(),
    ...told,
    pictured,
    repeatOf,
    decision: decision && { ...decision, decidedAt: new Date(decision.decidedAt).toISOString() },
  };
}
