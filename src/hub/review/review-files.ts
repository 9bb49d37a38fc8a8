import { createHash } from "node:crypto";
import { type PhoneKind, readPhone } from "../../core/contact/phone.ts";
import {
  currentDecisions,
  type Decision,
  type Decisions,
  decisionBytes,
  decisionKey,
} from "../../core/report/decisions.ts";
import { csvLine, GUARDED_CSV } from "../../node/csv-line.ts";
import type { StoredDecision, StoredReport } from "../reports/report-store.ts";

/**
 * What the feed tells the people whose reports were decided.
 *
 * @param now milliseconds since the epoch
 */
export function decisionsFile(reports: Iterable<StoredReport>, now: number): Decisions {
  const decisions: Decision[] = [];
  for (const { report, decision } of reports) {
    if (report.code === null || decision === null) continue;
    const hash = createHash("sha256").update(decisionBytes(report.code)).digest("hex");
    decisions.push({
      key: decisionKey(hash),
      outcome: decision.outcome,
      on: isoDay(decision.decidedAt),
    });
  }
  return currentDecisions(decisions, now);
}

/** What confirmed reports add to the list: one name a line, the receipts behind it after "#". */
export function entriesAsPlain(reports: Iterable<StoredReport>): string {
  const lines = [...byEntry(reports, "confirmed")].map(
    ([entry, found]) => `${entry} # ${receiptsOf(found)}`,
  );
  return ["# Confirmed reports.", ...lines, ""].join("\n");
}

/** The same as CSV, with the form of scam and the day of the first report. */
export function entriesAsCsv(reports: Iterable<StoredReport>): string {
  const lines = [...byEntry(reports, "confirmed")].map(([entry, found]) => {
    const form = found.find(({ report }) => report.form !== null)?.report.form ?? "";
    const first = Math.min(...found.map(({ receivedAt }) => receivedAt));
    return csvLine([entry, isoDay(first), form]);
  });
  return [GUARDED_CSV, csvLine(["url", "date", "form"]), ...lines, ""].join("\n");
}

/**
 * Numbers and accounts that confirmed reports were about, as the publisher takes them. Only of reports without an
 * address: what stands beside a confirmed address nobody has looked at.
 */
export function contactsFile(reports: Iterable<StoredReport>): string {
  const lines = [CONTACT_COLUMNS];
  for (const { receivedAt, report, decision } of reports) {
    if (decision?.outcome !== "confirmed" || report.url !== null) continue;
    const more = [report.form ?? "", isoDay(receivedAt), CONTACT_SOURCE, ""];
    for (const phone of report.phones) {
      if (LISTED_PHONES.has(readPhone(phone)?.kind ?? "odd")) {
        lines.push(["phone", phone, "", ...more]);
      }
    }
    for (const { number } of report.accounts) lines.push(["account", number, "", ...more]);
  }
  return `${lines.map(csvLine).join("\n")}\n`;
}

const CONTACT_COLUMNS = ["kind", "number", "bank", "form", "since", "source", "note"];
/** People read it beside the number. */
const CONTACT_SOURCE = "Người dân báo, người duyệt đã xác nhận";
/** The publisher refuses others. */
const LISTED_PHONES: ReadonlySet<PhoneKind> = new Set<PhoneKind>(["mobile", "fixed", "service"]);

/** What was blocked by mistake and must stay out, each with the reason that the publisher asks for. */
export function exclusionsFile(reports: Iterable<StoredReport>): string {
  const lines = [...byEntry(reports, "false-positive-fixed")].map(
    ([entry, found]) => `${entry} # reported as blocked by mistake: ${receiptsOf(found)}`,
  );
  return ["# Reports of wrong blocks that proved right.", ...lines, ""].join("\n");
}

/** Names on which this is the last decision, with the reports behind it: a name may be listed, let go and listed again. */
function byEntry(
  reports: Iterable<StoredReport>,
  outcome: Decision["outcome"],
): Map<string, StoredReport[]> {
  const found = new Map<string, StoredReport[]>();
  const last = new Map<string, StoredDecision>();
  for (const stored of reports) {
    const { decision } = stored;
    if (decision === null || decision.entry === null) continue;
    const { entry, decidedAt } = decision;
    if (decidedAt >= (last.get(entry)?.decidedAt ?? 0)) last.set(entry, decision);
    if (decision.outcome === outcome) found.set(entry, [...(found.get(entry) ?? []), stored]);
  }
  return new Map(
    [...found]
      .filter(([entry]) => last.get(entry)?.outcome === outcome)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function receiptsOf(found: readonly StoredReport[]): string {
  return found.map(({ receipt }) => receipt).join(" ");
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
