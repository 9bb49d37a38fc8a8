import { DatabaseSync } from "node:sqlite";
import type { Report } from "../../core/report/report.ts";
import { migrate } from "./migrations.ts";

export interface StoredReport {
  receipt: string;
  /** When it came, milliseconds since the epoch. */
  receivedAt: number;
  report: Report;
}

export type PutResult = { outcome: "new"; receipt: string } | FindResult;

export type FindResult =
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
  /**
   * What became of a report that was sent before.
   *
   * @returns null if its id is new
   * @throws StorageUnavailable
   */
  find(report: Report): FindResult | null;
  byReceipt(receipt: string): StoredReport | null;
  /**
   * Oldest first.
   *
   * @throws StorageUnavailable on the way
   */
  list(filter?: ReportFilter): IterableIterator<StoredReport>;
  /** @throws StorageUnavailable if the database can't be read */
  check(): void;
  close(): void;
}

/** The disk is full, broken, read-only or held by another program. Nothing was stored; trying later may help. */
export class StorageUnavailable extends Error {
  override readonly name = "StorageUnavailable";
}

const DAMAGED = "it is damaged: put a copy in its place, or move it away to begin anew";
/** https://www.sqlite.org/rescode.html */
const SQLITE_CONSTRAINT_UNIQUE = 2067;
const UNAVAILABLE: ReadonlyMap<number, string> = new Map([
  [5, "another program holds it"], // BUSY
  [6, "another program holds it"], // LOCKED
  [8, "it can only be read"], // READONLY
  [10, "the disk fails"], // IOERR
  [11, DAMAGED], // CORRUPT
  [13, "the disk is full, or the file as large as it may become"], // FULL
  [14, "it can't be opened"], // CANTOPEN
  [26, DAMAGED], // NOTADB
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
  function guarded<T>(call: () => T): T {
    try {
      return call();
    } catch (error) {
      throw named(file, error);
    }
  }
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

  function find(given: Report): FindResult | null {
    const report = canonical(given);
    const row = byId.get(report.id);
    if (row === undefined) return null;
    const known = readRow(row);
    return sameReport(known.report, report)
      ? { outcome: "known", receipt: known.receipt }
      : { outcome: "conflict" };
  }

  return {
    find: (report) => guarded(() => find(report)),
    put(given, receivedAt, drawReceipt) {
      const report = canonical(given);
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
            return find(report) ?? { outcome: "conflict" };
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
      try {
        for (const row of list.iterate(since, kind ?? null)) yield readRow(row);
      } catch (error) {
        throw named(file, error);
      }
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

/** RFC 9562 §4: an id in capitals is the same id. */
function canonical(report: Report): Report {
  return { ...report, id: report.id.toLowerCase() };
}

function sameReport(a: Report, b: Report): boolean {
  return (Object.keys(b) as (keyof Report)[]).every((key) => a[key] === b[key]);
}

function sqliteCode(error: unknown): number | null {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number"
    ? error.errcode
    : null;
}

/** What to say of a failure that is the disk's and not ours; any other error as it is. */
function named(file: string, error: unknown): unknown {
  // The low byte is the primary code, the rest says more.
  const reason = UNAVAILABLE.get((sqliteCode(error) ?? 0) & 0xff);
  if (reason === undefined || !(error instanceof Error)) return error;
  return new StorageUnavailable(`${file}: ${reason} (${error.message})`, { cause: error });
}
