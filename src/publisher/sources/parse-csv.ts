import { parse } from "csv-parse/sync";
import { GUARDED_CSV } from "../../node/csv-line.ts";
import { unguardFormulas } from "../../node/formula-guard.ts";
import { OperatorError } from "../../node/operator-error.ts";
import type { LineBatch } from "../../node/read-lines.ts";
import type { Finding } from "./finding.ts";
import type { Source } from "./sources-file.ts";

/** Column names of the feeds that are known: PhishTank, OpenPhish, URLhaus, and the ones people choose themselves. */
const KNOWN = {
  url: ["url", "uri", "address", "link", "host", "hostname", "domain"],
  date: ["submission_time", "dateadded", "discover_time", "isotime", "first_seen", "date"],
  brand: ["target", "brand"],
  form: ["form"],
} as const;

type Field = keyof typeof KNOWN;
const FIELDS: readonly Field[] = ["url", "date", "brand", "form"];

interface Columns {
  at: Partial<Record<Field, number>>;
  /** Column that says "yes" or "no" to whether somebody checked the entry (PhishTank), or -1. */
  verified: number;
}

/** PhishTank writes "Other" where nobody named a brand. */
const NO_BRAND = new Set(["", "other", "unknown", "none"]);

/**
 * Reads CSV (RFC 4180) with a header line, which may stand in a comment as in URLhaus ("# id,dateadded,url,…").
 * Files of the hub begin with GUARDED_CSV. Without a header the columns must be given by number. A damaged line spoils only itself.
 *
 * @returns a parser of consecutive batches, giving each finding with its line number
 */
export function createCsvParser(
  source: Pick<Source, "id" | "columns">,
): (batch: LineBatch) => { line: number; finding: Finding }[] {
  const wanted = source.columns ?? {};
  const numbered = typeof wanted.url === "number";
  let columns: Columns | null = numbered ? locate([], source) : null;
  let comment: string | null = null;
  let guarded = false;

  return ({ first, lines }) => {
    const findings: { line: number; finding: Finding }[] = [];
    const records: { line: number; text: string }[] = [];
    for (const [i, text] of lines.entries()) {
      if (text.trim() === "") continue;
      if (text.startsWith("#")) {
        if (text.trim() === GUARDED_CSV) guarded = true;
        if (columns === null && text.includes(",")) comment = text.replace(/^#\s*/, "");
        continue;
      }
      if (columns === null) {
        const header = cells(text);
        const isHeader = header !== null && findColumn(header, "url", wanted.url) !== undefined;
        if (isHeader) {
          columns = locate(header, source);
          continue;
        }
        columns = locate((comment === null ? header : cells(comment)) ?? [], source);
      }
      records.push({ line: first + i, text });
    }
    if (columns === null) return findings;
    const parsed = all(records.map(({ text }) => text));
    for (const [i, { line, text }] of records.entries()) {
      const record = parsed === null ? cells(text) : (parsed[i] ?? null);
      const written = guarded ? (record?.map(unguardFormulas) ?? null) : record;
      findings.push({ line, finding: finding(written, columns) });
    }
    return findings;
  };
}

function finding(record: string[] | null, { at, verified }: Columns): Finding {
  if (record === null) return { kind: "malformed", reason: "not a line of CSV" };
  const url = cell(record, at.url);
  if (url === "") return { kind: "malformed", reason: "no address in its column" };
  if (verified !== -1 && cell(record, verified).toLowerCase() === "no") {
    return { kind: "skipped", reason: "not verified by the source" };
  }
  const date = cell(record, at.date).slice(0, 10);
  const brand = cell(record, at.brand);
  const form = cell(record, at.form);
  return {
    kind: "address",
    text: url,
    ...(date === "" ? {} : { date }),
    ...(NO_BRAND.has(brand.toLowerCase()) ? {} : { brand }),
    ...(form === "" ? {} : { form }),
  };
}

function cell(record: string[], column: number | undefined): string {
  return column === undefined ? "" : (record[column] ?? "").trim();
}

const OPTIONS = {
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  trim: true,
} as const;

/** All lines at once, which is fast; null if they are not one record each, so that each must be read alone. */
function all(lines: string[]): string[][] | null {
  try {
    const records: string[][] = parse(lines.join("\n"), OPTIONS);
    return records.length === lines.length ? records : null;
  } catch {
    // The caller reads line by line then, and reports the damaged one.
    return null;
  }
}

/** One line; null if it is damaged. */
function cells(line: string): string[] | null {
  try {
    const records: string[][] = parse(line, OPTIONS);
    return records.length === 1 ? (records[0] ?? null) : null;
  } catch {
    // A null is reported as a malformed line by the caller.
    return null;
  }
}

function findColumn(
  header: readonly string[],
  field: Field,
  wanted: string | number | undefined,
): number | undefined {
  if (typeof wanted === "number") return wanted;
  const names = header.map((name) => name.trim().toLowerCase());
  for (const name of wanted === undefined ? KNOWN[field] : [wanted.toLowerCase()]) {
    const index = names.indexOf(name);
    if (index !== -1) return index;
  }
  return undefined;
}

function locate(header: readonly string[], source: Pick<Source, "id" | "columns">): Columns {
  const at: Columns["at"] = {};
  for (const field of FIELDS) {
    const wanted = source.columns?.[field];
    const index = findColumn(header, field, wanted);
    if (index !== undefined) at[field] = index;
    else if (wanted !== undefined || field === "url") {
      const seen = header.length === 0 ? "there is no header line" : `found: ${header.join(", ")}`;
      throw new OperatorError(
        `source "${source.id}": no CSV column ${wanted === undefined ? "with the address" : `"${wanted}"`} (${seen}); name it with "columns": {"${field}": …}, by name or by number from 0`,
      );
    }
  }
  const verified = header.map((name) => name.trim().toLowerCase()).indexOf("verified");
  return { at, verified };
}
