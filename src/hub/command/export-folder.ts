import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { csvLine } from "../../node/csv-line.ts";
import { printable, printableJson } from "../../node/printable.ts";
import { accountText, phoneText } from "../../ui/number-text.ts";
import type { ReportStore, StoredReport } from "../reports/report-store.ts";
import { defanged } from "./defanged.ts";
import { exportedReport } from "./exported-report.ts";

const COLUMNS: readonly (readonly [name: string, of: (stored: StoredReport) => string | number])[] =
  [
    ["receipt", ({ receipt }) => receipt],
    ["received", ({ receivedAt }) => new Date(receivedAt).toISOString()],
    ["kind", ({ report }) => report.kind],
    ["repeats", ({ repeatOf }) => repeatOf ?? ""],
    ["decision", ({ decision }) => decision?.outcome ?? ""],
    ["entry", ({ decision }) => decision?.entry ?? ""],
    ["address", ({ report }) => (report.url === null ? "" : defanged(report.url))],
    ["form", ({ report }) => report.form ?? ""],
    ["impersonated", ({ report }) => report.impersonated ?? ""],
    ["arrivedBy", ({ report }) => report.arrivedBy ?? ""],
    // In groups: bare digits are a quantity to spreadsheet programs, which drop its first zeros and round the rest.
    ["phones", ({ report }) => report.phones.map(phoneText).join(" ; ")],
    [
      "accounts",
      ({ report }) =>
        report.accounts
          .map(({ number, bank, holder }) =>
            [accountText(number), bank, holder].filter(Boolean).join(" "),
          )
          .join(" ; "),
    ],
    ["lost", ({ report }) => report.lost ?? ""],
    [
      "happened",
      ({ report }) => [report.happenedOn, report.happenedTime].filter(Boolean).join(" "),
    ],
    ["place", ({ report }) => [report.commune, report.province].filter(Boolean).join(", ")],
    ["contact", ({ report }) => report.contact ?? ""],
    ["note", ({ report }) => report.note],
    ["evidence", ({ report }) => report.evidence?.reasons.join(" ") ?? ""],
    ["screenshot", (stored) => (stored.pictured ? pictureName(stored) : "")],
    ["listVersion", ({ report }) => report.feedVersion],
    ["extension", ({ report }) => report.extensionVersion],
  ];

/**
 * Writes reports for a reviewer into a new folder: reports.json, reports.csv for a spreadsheet program, and the
 * pictures under the receipts' names.
 *
 * @returns number of reports
 * @throws Error if the folder holds something already
 */
export async function exportFolder(
  store: ReportStore,
  reports: Iterable<StoredReport>,
  folder: string,
): Promise<number> {
  await mkdir(join(folder, "screenshots"), { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 1) throw new Error(`${folder} holds something already`);
  const all = [...reports];
  for (const stored of all) {
    const jpeg = store.screenshot(stored.receipt);
    if (jpeg !== null) await writeOwn(join(folder, pictureName(stored)), jpeg);
  }
  const json = all.map((stored) => ({
    ...exportedReport(stored),
    screenshot: stored.pictured ? pictureName(stored) : null,
  }));
  await writeOwn(join(folder, "reports.json"), `[\n${json.map(printableJson).join(",\n")}\n]\n`);
  const lines = [
    csvLine(COLUMNS.map(([name]) => name)),
    ...all.map((stored) => csvLine(COLUMNS.map(([, of]) => printableLines(String(of(stored)))))),
  ];
  // The mark by which spreadsheet programs know UTF-8, without which Vietnamese turns into signs.
  await writeOwn(join(folder, "reports.csv"), `\ufeff${lines.join("\r\n")}\r\n`);
  return all.length;
}

/** Line breaks stay, within the cell's quotes; a lone carriage return would end the line for some programs. */
function printableLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(printable)
    .join("\n");
}

/** A receipt is made of letters, digits and hyphens alone. */
function pictureName({ receipt }: StoredReport): string {
  return `screenshots/${receipt}.jpg`;
}

/** Reports are for reviewers alone: other accounts of the machine may not read them. */
async function writeOwn(file: string, content: Uint8Array | string): Promise<void> {
  await writeFile(file, content, { mode: 0o600, flag: "wx" });
}
