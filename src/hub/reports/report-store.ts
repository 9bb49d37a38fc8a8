import { DatabaseSync } from "node:sqlite";
import type { Report } from "../../core/report/report.ts";
import { migrate } from "./migrations.ts";

export interface StoredReport {
  receipt: string;
  /** When it came, milliseconds since the epoch. */
  receivedAt: number;
  report: Report;
}

export type PutResult =
  | { outcome: "new"; receipt: string }
  /** The same report again. */
  | { outcome: "known"; receipt: string }
  /** The id belongs to another report. */
  | { outcome: "conflict" };

export interface ReportFilter {
  /** Milliseconds since the epoch: reports that came then or later. */
  since?: number;
  kind?: Report["kind"];
}

export interface ReportStore {
  /**
   * Keeps a report once. When it returns, the report is on the disk.
   *
   * @param receivedAt milliseconds since the epoch
   * @param drawReceipt draws a random receipt; asked again if the receipt is taken
   * @throws StorageUnavailable if nothing was stored
   */
  put(report: Report, receivedAt: number, drawReceipt: () => string): PutResult;
  byReceipt(receipt: string): StoredReport | null;
  /** Oldest first. */
  list(filter?: ReportFilter): IterableIterator<StoredReport>;
  /** @throws StorageUnavailable if the database can't be read */
  check(): void;
  close(): void;
}

/** The disk is full, broken, read-only or held by another program. Nothing was stored; trying later may help. */
export class StorageUnavailable extends Error {
  override readonly name = "StorageUnavailable";
}

/** https://www.sqlite.org/rescode.html */
const SQLITE_CONSTRAINT_UNIQUE = 2067;
const UNAVAILABLE: ReadonlySet<number> = new Set([
  5, // BUSY
  6, // LOCKED
  8, // READONLY
  10, // IOERR
  11, // CORRUPT
  13, // FULL
  14, // CANTOPEN
]);
/** Bounds what a flood of reports can do to the disk: some millions of them, in bytes. */
const MAX_BYTES = 8 * 2 ** 30;
const PAGE_BYTES = 4096;
/** How long a write waits for another program's, milliseconds. The server answers nobody meanwhile. */
const BUSY_MILLISECONDS = 500;
const RECEIPT_DRAWS = 8;

/**
 * Opens the reports in an SQLite file and makes it if it isn't there. A reviewer may read while the server writes
 * (write-ahead log).
 *
 * @param file path; its folder must exist
 * @param maxBytes size of the file beyond which reports are refused
 * @throws StorageUnavailable, or Error if a newer program has written the file
 */
export function openReportStore(file: string, maxBytes: number = MAX_BYTES): ReportStore {
  const database = guarded(() => {
    const opened = new DatabaseSync(file, { timeout: BUSY_MILLISECONDS });
    // FULL: a receipt promises that a power cut loses nothing.
    opened.exec(`PRAGMA page_size = ${PAGE_BYTES}; PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL; PRAGMA max_page_count = ${Math.floor(maxBytes / PAGE_BYTES)};`);
    migrate(opened);
    return opened;
  });
  const insert = database.prepare(
    `INSERT INTO reports
       (id, receipt, received_at, kind, url, form, note, written_at, feed_version, extension_version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
  );
  const byId = database.prepare("SELECT * FROM reports WHERE id = ?");
  const byReceipt = database.prepare("SELECT * FROM reports WHERE receipt = ?");
  const list = database.prepare(
    `SELECT * FROM reports WHERE received_at >= ? AND (?2 IS NULL OR kind = ?2)
     ORDER BY received_at, number`,
  );

  return {
    put(given, receivedAt, drawReceipt) {
      // RFC 9562 §4: an id in capitals is the same id.
      const report = { ...given, id: given.id.toLowerCase() };
      const { id, kind, url, form, note, writtenAt, feedVersion, extensionVersion } = report;
      return guarded(() => {
        for (let draw = 1; ; draw++) {
          const receipt = drawReceipt();
          try {
            const { changes } = insert.run(
              id,
              receipt,
              receivedAt,
              kind,
              url,
              form,
              note,
              writtenAt,
              feedVersion,
              extensionVersion,
            );
            if (Number(changes) === 1) return { outcome: "new", receipt };
            const known = readRow(byId.get(id) ?? {});
            return sameReport(known.report, report)
              ? { outcome: "known", receipt: known.receipt }
              : { outcome: "conflict" };
          } catch (error) {
            if (sqliteCode(error) !== SQLITE_CONSTRAINT_UNIQUE || draw === RECEIPT_DRAWS)
              throw error;
          }
        }
      });
    },
    byReceipt(receipt) {
      const row = guarded(() => byReceipt.get(receipt));
      return row ? readRow(row) : null;
    },
    *list({ since = 0, kind } = {}) {
      for (const row of list.iterate(since, kind ?? null)) yield readRow(row);
    },
    check() {
      guarded(() => database.prepare("SELECT count(*) FROM sqlite_schema").get());
    },
    close() {
      database.close();
    },
  };
}

function readRow(row: Record<string, unknown>): StoredReport {
  return {
    receipt: String(row.receipt),
    receivedAt: Number(row.received_at),
    report: {
      id: String(row.id),
      kind: row.kind === "false-positive" ? "false-positive" : "scam",
      url: String(row.url),
      form: row.form === null ? null : String(row.form),
      note: String(row.note),
      writtenAt: String(row.written_at),
      feedVersion: Number(row.feed_version),
      extensionVersion: String(row.extension_version),
    },
  };
}

function sameReport(a: Report, b: Report): boolean {
  return (Object.keys(b) as (keyof Report)[]).every((key) => a[key] === b[key]);
}

function sqliteCode(error: unknown): number | null {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number"
    ? error.errcode
    : null;
}

/** Runs a database call and names the failures that are the disk's and not ours. */
function guarded<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    const code = sqliteCode(error);
    // The low byte is the primary code, the rest says more.
    if (code !== null && UNAVAILABLE.has(code & 0xff)) {
      throw new StorageUnavailable(error instanceof Error ? error.message : String(error), {
        cause: error,
      });
    }
    throw error;
  }
}
