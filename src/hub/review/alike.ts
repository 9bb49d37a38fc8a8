import { reportSubject } from "../../core/report/report-subject.ts";
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

/** Receipts of the other reports on which the same was decided for the same reason, oldest first. */
export function decidedAlike(
  store: ReportStore,
  { receipt, report, decision }: StoredReport,
): string[] {
  if (decision === null) return [];
  const subject = reportSubject(report);
  return [...store.list({ kind: report.kind })]
    .filter(
      (other) =>
        other.receipt !== receipt &&
        other.decision?.outcome === decision.outcome &&
        other.decision.entry === decision.entry &&
        (decision.entry !== null || reportSubject(other.report) === subject),
    )
    .map((other) => other.receipt);
}

/** Receipt of the newest report by whose decision the name now listed was let go, or the other way round; null for none. */
export function decidedAgainst(
  store: ReportStore,
  { report, decision }: StoredReport,
): string | null {
  if (decision === null || decision.entry === null) return null;
  const { entry } = decision;
  const against = report.kind === "scam" ? "false-positive" : "scam";
  const found = [...store.list({ kind: against })];
  return found.findLast((other) => other.decision?.entry === entry)?.receipt ?? null;
}
