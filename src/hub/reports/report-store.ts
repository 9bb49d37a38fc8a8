import { DatabaseSync } from "node:sqlite";
import { isDeepStrictEqual } from "node:util";
import { OUTCOMES, type Outcome } from "../../core/report/decisions.ts";
import { type Report, reportSchema } from "../../core/report/report.ts";
import { reportSubject } from "../../core/report/report-subject.ts";
import { migrate } from "./migrations.ts";

export interface StoredReport {
  receipt: string;
  /** When it came, milliseconds since the epoch. */
  receivedAt: number;
  /** Without its picture: see `screenshot`. */
  report: Report;
  pictured: boolean;
  /** Receipt of the first report on the same subject, or null if this is the first: see reportSubject. */
  repeatOf: string | null;
  /** The decision that holds, or null. */
  decision: StoredDecision | null;
}

export interface StoredDecision {
  outcome: Outcome;
  /** What enters the list by it, or stays out of it: "host" or "host/path"; null for nothing. */
  entry: string | null;
  /** Milliseconds since the epoch. */
  decidedAt: number;
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
  /** True for reports alone on which nothing was decided. */
  open?: boolean;
}

export interface ReportStore {
  /**
   * Keeps a report once, with its picture. When it returns, the report is on the disk.
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
   * Receipts of the other reports on the same subject on which nothing was decided, oldest first.
   *
   * @throws StorageUnavailable
   */
  openOnSame(receipt: string): string[];
  /** The JPEG that came with a report, or null. */
  screenshot(receipt: string): Uint8Array | null;
  /**
   * Notes a decision, which holds from now on.
   *
   * @returns false if there is no such report
   * @throws StorageUnavailable
   */
  decide(receipt: string, decision: StoredDecision): boolean;
  /**
   * Takes the decision back that holds; the one before holds again, if there was one.
   *
   * @param at milliseconds since the epoch
   * @returns false if there is none to take back
   * @throws StorageUnavailable
   */
  undo(receipt: string, at: number): boolean;
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
/** Share of the file beyond which pictures are refused: a flood of them must leave room for words. */
const PICTURE_SHARE = 0.75;
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
    opened.function("report_subject", { deterministic: true }, (record) =>
      reportSubject(readRecord(record)),
    );
    migrate(opened);
    return opened;
  });
  const insert = database.prepare(
    `INSERT INTO reports (id, receipt, received_at, kind, record, subject)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
  );
  const insertScreenshot = database.prepare("INSERT INTO screenshots (number, jpeg) VALUES (?, ?)");
  const whole = `SELECT reports.*, screenshots.number IS NOT NULL AS pictured, outcome, entry, decided_at,
      (SELECT first.receipt FROM reports AS first WHERE first.subject = reports.subject
        AND first.number < reports.number ORDER BY first.number LIMIT 1) AS repeat_of
    FROM reports LEFT JOIN screenshots USING (number) LEFT JOIN decisions ON turn =
      (SELECT max(turn) FROM decisions WHERE number = reports.number AND undone_at IS NULL)`;
  const byId = database.prepare(`${whole} WHERE id = ?`);
  const byReceipt = database.prepare(`${whole} WHERE receipt = ?`);
  const list = database.prepare(
    `${whole} WHERE received_at >= ? AND (?2 IS NULL OR kind = ?2) AND (?3 = 0 OR outcome IS NULL)
     ORDER BY received_at, reports.number`,
  );
  const openOnSame = database.prepare(
    `SELECT receipt FROM reports WHERE receipt <> ?1
       AND subject = (SELECT subject FROM reports WHERE receipt = ?1)
       AND number NOT IN (SELECT number FROM decisions WHERE undone_at IS NULL)
     ORDER BY number`,
  );
  const screenshotOf = database.prepare(
    "SELECT jpeg FROM screenshots JOIN reports USING (number) WHERE receipt = ?",
  );
  const insertDecision = database.prepare(
    `INSERT INTO decisions (number, outcome, entry, decided_at)
     SELECT number, ?2, ?3, ?4 FROM reports WHERE receipt = ?1`,
  );
  const undoDecision = database.prepare(
    `UPDATE decisions SET undone_at = ?2 WHERE turn =
       (SELECT max(turn) FROM decisions JOIN reports USING (number)
        WHERE receipt = ?1 AND undone_at IS NULL)`,
  );
  const pages = database.prepare("PRAGMA page_count");

  function screenshot(receipt: string): Uint8Array | null {
    const jpeg = screenshotOf.get(receipt)?.jpeg;
    return jpeg instanceof Uint8Array ? jpeg : null;
  }

  function find(given: Report): FindResult | null {
    const { report, jpeg } = inParts(given);
    const row = byId.get(report.id);
    if (row === undefined) return null;
    const known = readRow(row);
    const same =
      isDeepStrictEqual(known.report, report) && samePicture(screenshot(known.receipt), jpeg);
    return same ? { outcome: "known", receipt: known.receipt } : { outcome: "conflict" };
  }

  function refusePicture(): void {
    if (Number(pages.get()?.page_count) * PAGE_BYTES > maxBytes * PICTURE_SHARE) {
      throw new StorageUnavailable(`${file}: there is no more room for pictures`);
    }
  }

  function insertWhole(given: Report, receipt: string, receivedAt: number): boolean {
    const { report, jpeg } = inParts(given);
    if (jpeg !== null) refusePicture();
    database.exec("BEGIN IMMEDIATE");
    try {
      const record = JSON.stringify(report);
      const done = insert.run(
        report.id,
        receipt,
        receivedAt,
        report.kind,
        record,
        reportSubject(report),
      );
      const isNew = Number(done.changes) === 1;
      if (isNew && jpeg !== null) insertScreenshot.run(done.lastInsertRowid, jpeg);
      database.exec("COMMIT");
      return isNew;
    } catch (error) {
      // SQLite has rolled back by itself where the disk was full.
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  }

  return {
    find: (report) => guarded(() => find(report)),
    put: (report, receivedAt, drawReceipt) =>
      guarded(() => {
        for (let draw = 1; ; draw++) {
          const receipt = drawReceipt();
          try {
            if (insertWhole(report, receipt, receivedAt)) return { outcome: "new", receipt };
            return find(report) ?? { outcome: "conflict" };
          } catch (error) {
            if (sqliteCode(error) !== SQLITE_CONSTRAINT_UNIQUE || draw === RECEIPT_DRAWS)
              throw error;
          }
        }
      }),
    byReceipt(receipt) {
      const row = guarded(() => byReceipt.get(receipt));
      return row ? readRow(row) : null;
    },
    openOnSame: (receipt) =>
      guarded(() => openOnSame.all(receipt).map((row) => String(row.receipt))),
    screenshot: (receipt) => guarded(() => screenshot(receipt)),
    decide: (receipt, { outcome, entry, decidedAt }) =>
      guarded(() => Number(insertDecision.run(receipt, outcome, entry, decidedAt).changes) === 1),
    undo: (receipt, at) => guarded(() => Number(undoDecision.run(receipt, at).changes) === 1),
    *list({ since = 0, kind, open = false } = {}) {
      try {
        for (const row of list.iterate(since, kind ?? null, open ? 1 : 0)) yield readRow(row);
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
  const outcome = OUTCOMES.find((one) => one === row.outcome);
  return {
    receipt: String(row.receipt),
    receivedAt: Number(row.received_at),
    report: readRecord(row.record),
    pictured: row.pictured === 1,
    repeatOf: row.repeat_of === null ? null : String(row.repeat_of),
    decision:
      outcome === undefined
        ? null
        : {
            outcome,
            entry: row.entry === null ? null : String(row.entry),
            decidedAt: Number(row.decided_at),
          },
  };
}

function readRecord(record: unknown): Report {
  return reportSchema.parse(JSON.parse(String(record)));
}

/** The record and its picture apart. RFC 9562 §4: an id in capitals is the same id. */
function inParts({ screenshot, ...rest }: Report): { report: Report; jpeg: Uint8Array | null } {
  return {
    report: { ...rest, id: rest.id.toLowerCase(), screenshot: null },
    jpeg: screenshot === null ? null : Buffer.from(screenshot, "base64"),
  };
}

function samePicture(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
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
