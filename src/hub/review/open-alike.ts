import type { ReportStore, StoredReport } from "../reports/report-store.ts";
import { nameToList } from "./name-to-list.ts";
import type { PlacesOfMany } from "./places-of-many.ts";

/**
 * Receipts of the other open reports that a decision on this one answers, too: those on the same address or numbers, and
 * those on what it lists, or would list. Oldest first.
 */
export function openAlike(
  store: ReportStore,
  { receipt, report, decision }: StoredReport,
  isOfMany: PlacesOfMany,
): string[] {
  const same = new Set(store.openOnSame(receipt));
  const entry =
    decision === null ? report.url !== null && nameToList(report.url, isOfMany) : decision.entry;
  const isCovered = ({ report: { url } }: StoredReport) => {
    const name = url === null ? null : nameToList(url, isOfMany);
    // A listed host covers its sub-domains.
    return !!entry && !!name && (name === entry || name.endsWith(`.${entry}`));
  };
  return [...store.list({ open: true, kind: report.kind })]
    .filter((other) => other.receipt !== receipt && (same.has(other.receipt) || isCovered(other)))
    .map((other) => other.receipt);
}
