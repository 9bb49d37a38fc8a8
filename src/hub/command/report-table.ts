import { printable } from "../../node/printable.ts";
import type { StoredReport } from "../reports/report-store.ts";
import { defanged } from "./defanged.ts";

const HEAD = [
  "RECEIPT",
  "RECEIVED (UTC)",
  "KIND",
  "DECISION",
  "ADDRESS",
  "FORM",
  "REPEATS",
  "NOTE",
];
/** Widest column, in characters; longer text is cut and ends in "…". `show` prints it whole. */
const MAX_COLUMN = 60;

/** Reports as lines of a table, one report a line, safe to print. */
export function reportTable(reports: Iterable<StoredReport>): string[] {
  const rows = [HEAD];
  for (const { receipt, receivedAt, report, decision, repeatOf } of reports) {
    rows.push([
      receipt,
      new Date(receivedAt).toISOString().slice(0, 16).replace("T", " "),
      report.kind,
      decision?.outcome ?? "-",
      subjectOf(report),
      report.form ?? "-",
      repeatOf ?? "-",
      firstLine(report.note),
    ]);
  }
  return alignedTable(rows);
}

/** Rows of cells as lines with even columns, safe to print; what is too wide is cut. */
export function alignedTable(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map((text) => cut(printable(text.normalize("NFC")))));
  const columns = Math.max(...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...cells.map((row) => length(row[i] ?? ""))),
  );
  return cells.map((row) =>
    row
      .map((text, i) => text + " ".repeat((widths[i] ?? 0) - length(text)))
      .join("  ")
      .trimEnd(),
  );
}

/**
 * A report in full, one field a line; a note of several lines is indented.
 *
 * @param alike receipts of other open reports that a decision on this one answers, too
 */
export function reportDetails(stored: StoredReport, alike: readonly string[] = []): string[] {
  const { receipt, receivedAt, report, pictured, repeatOf, decision } = stored;
  const fields: [string, string | number | null][] = [
    ["receipt", receipt],
    ["received", new Date(receivedAt).toISOString()],
    ["kind", report.kind],
    ["repeats", repeatOf],
    ...(alike.length === 0 ? [] : [["same, open", alike.join(" ")] as [string, string]]),
    ["decision", decision && [decision.outcome, decision.entry].filter(Boolean).join(" ")],
    ["address", report.url && defanged(report.url)],
    ["form", report.form],
    ["impersonated", report.impersonated],
    ["arrived by", report.arrivedBy],
    ...report.phones.map((phone): [string, string] => ["phone", phone]),
    ...report.accounts.map(({ number, bank, holder }): [string, string] => [
      "account",
      [number, bank, holder].filter(Boolean).join(", "),
    ]),
    ["lost (đồng)", report.lost],
    ["happened", [report.happenedOn, report.happenedTime].filter(Boolean).join(" ")],
    ["place", [report.commune, report.province].filter(Boolean).join(", ")],
    ["contact", report.contact],
    ["evidence", report.evidence?.reasons.join(" ") ?? null],
    ["screenshot", pictured ? "yes: see export --out" : null],
    ["written", report.writtenAt],
    ["list version", report.feedVersion],
    ["extension", report.extensionVersion],
    ["id", report.id],
  ];
  const note = report.note.split(/\r\n?|\n/).map((line) => `  ${printable(line.normalize("NFC"))}`);
  return [
    ...fields.map(([name, value]) => `${name.padEnd(13)} ${printable(String(value ?? "") || "-")}`),
    "note",
    ...(report.note === "" ? ["  -"] : note),
  ];
}

/** The first line of what a person wrote. */
export function firstLine(note: string): string {
  return note.trim().split(/[\r\n]/, 1)[0] ?? "";
}

/** The address, or the number or account of a scam that had none. */
export function subjectOf({ url, phones, accounts }: StoredReport["report"]): string {
  if (url !== null) return defanged(url);
  return [...phones, ...accounts.map(({ number }) => number)].join(" ");
}

function cut(text: string): string {
  const characters = split(text);
  return characters.length <= MAX_COLUMN
    ? text
    : `${characters.slice(0, MAX_COLUMN - 1).join("")}…`;
}

function length(text: string): number {
  return split(text).length;
}

const segmenter = new Intl.Segmenter("vi", { granularity: "grapheme" });

function split(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
