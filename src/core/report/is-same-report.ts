import type { Report } from "./report.ts";
import { reportSubject } from "./report-subject.ts";

/** What each report has of its own, whatever it tells. A picture is compared by whoever has it. */
const OWN: ReadonlySet<string> = new Set<keyof Report>([
  "id",
  "code",
  "writtenAt",
  "feedVersion",
  "extensionVersion",
  "evidence",
  "screenshot",
  "url",
  "phones",
  "accounts",
]);

/** Whether two reports of one person tell the same, so that the second brings a reviewer nothing. Pictures aside. */
export function isSameReport(a: Report, b: Report): boolean {
  return reportSubject(a) === reportSubject(b) && told(a) === told(b);
}

function told(report: Report): string {
  const { phones, accounts } = report;
  const more = Object.entries(report).filter(([field]) => !OWN.has(field));
  return JSON.stringify([phones.toSorted(), accounts, more.sort(([a], [b]) => (a < b ? -1 : 1))]);
}
