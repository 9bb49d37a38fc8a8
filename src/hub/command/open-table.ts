import { reportSubject } from "../../core/report/report-subject.ts";
import type { StoredReport } from "../reports/report-store.ts";
import { nameToList } from "../review/name-to-list.ts";
import type { PlacesOfMany } from "../review/places-of-many.ts";
import { defanged } from "./defanged.ts";
import { alignedTable, firstLine, subjectOf } from "./report-table.ts";

const HEAD = ["REPORTS", "RECEIPT", "SINCE (UTC)", "KIND", "LOST (ĐỒNG)", "ABOUT", "FORM", "NOTE"];

/**
 * What is still to be decided as lines of a table, one line for all reports that one decision answers: the most reported
 * first, then those by which most was lost, then the oldest.
 *
 * @param reports open ones, oldest first
 */
export function openTable(reports: Iterable<StoredReport>, isOfMany: PlacesOfMany): string[] {
  const groups = new Map<string, StoredReport[]>();
  for (const stored of reports) {
    const { kind, url } = stored.report;
    const name = url === null ? null : nameToList(url, isOfMany);
    const key = name === null ? reportSubject(stored.report) : `${kind} ${name}`;
    groups.set(key, [...(groups.get(key) ?? []), stored]);
  }
  const rows = [...groups.values()]
    .map((found) => ({
      found,
      lost: found.reduce((sum, { report }) => sum + (report.lost ?? 0), 0),
    }))
    .sort((a, b) => b.found.length - a.found.length || b.lost - a.lost)
    .flatMap(({ found, lost }) => {
      const [first] = found;
      if (first === undefined) return [];
      const { receipt, receivedAt, report } = first;
      const name = report.url === null ? null : nameToList(report.url, isOfMany);
      return [
        [
          String(found.length),
          receipt,
          new Date(receivedAt).toISOString().slice(0, 16).replace("T", " "),
          report.kind,
          lost === 0 ? "-" : String(lost),
          name === null ? subjectOf(report) : defanged(name),
          found.find((one) => one.report.form !== null)?.report.form ?? "-",
          firstLine(found.find((one) => one.report.note.trim() !== "")?.report.note ?? ""),
        ],
      ];
    });
  return alignedTable([HEAD, ...rows]);
}
