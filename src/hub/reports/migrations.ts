import type { DatabaseSync } from "node:sqlite";

/**
 * Numbered steps from an empty file to today's tables. Step n leads from version n to n+1. A step that was released
 * is never changed: a new one is added below it.
 */
export const MIGRATIONS: readonly string[] = [
  // 0 → 1. All that a report has, and when it came: no address of the sender, no browser name.
  `CREATE TABLE reports (
     number INTEGER PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     receipt TEXT NOT NULL UNIQUE,
     received_at INTEGER NOT NULL,
     kind TEXT NOT NULL,
     url TEXT NOT NULL,
     form TEXT,
     note TEXT NOT NULL,
     written_at TEXT NOT NULL,
     feed_version INTEGER NOT NULL,
     extension_version TEXT NOT NULL
   ) STRICT;
   CREATE INDEX reports_by_time ON reports (received_at);`,
  // 1 → 2. Reports with more to tell: the record as JSON (core/report, version 2), its picture apart, and what was decided.
  // Of two decisions on one report the later holds, unless it was taken back.
  `CREATE TABLE reports_2 (
     number INTEGER PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     receipt TEXT NOT NULL UNIQUE,
     received_at INTEGER NOT NULL,
     kind TEXT NOT NULL,
     record TEXT NOT NULL
   ) STRICT;
   INSERT INTO reports_2
     SELECT number, id, receipt, received_at, kind, json_object(
       'version', 2, 'id', id, 'kind', kind, 'url', url, 'form', form, 'note', note,
       'writtenAt', written_at, 'feedVersion', feed_version, 'extensionVersion', extension_version)
     FROM reports;
   DROP TABLE reports;
   ALTER TABLE reports_2 RENAME TO reports;
   CREATE INDEX reports_by_time ON reports (received_at);
   CREATE TABLE screenshots (
     number INTEGER PRIMARY KEY REFERENCES reports (number),
     jpeg BLOB NOT NULL
   ) STRICT;
   CREATE TABLE decisions (
     turn INTEGER PRIMARY KEY,
     number INTEGER NOT NULL REFERENCES reports (number),
     outcome TEXT NOT NULL,
     entry TEXT,
     decided_at INTEGER NOT NULL,
     undone_at INTEGER
   ) STRICT;
   CREATE INDEX decisions_by_report ON decisions (number);`,
  // 2 → 3. What a report is about (core/report, reportSubject), by which those on one scam are found together.
  `ALTER TABLE reports ADD COLUMN subject TEXT NOT NULL DEFAULT '';
   UPDATE reports SET subject = report_subject(record);
   CREATE INDEX reports_by_subject ON reports (subject, number);`,
];

/**
 * Brings a database to the newest version, each step whole or not at all.
 *
 * @throws Error if a newer program has written the file
 */
export function migrate(database: DatabaseSync, migrations: readonly string[] = MIGRATIONS): void {
  const version = (): number =>
    Number(database.prepare("PRAGMA user_version").get()?.user_version ?? 0);
  if (version() > migrations.length) {
    throw new Error(
      `the reports were written by a newer hub (data version ${version()}, this hub knows ${migrations.length}): install the newer hub`,
    );
  }
  while (version() < migrations.length) {
    database.exec("BEGIN IMMEDIATE");
    try {
      // Another process may have taken the step while this one waited for the lock.
      const at = version();
      const step = migrations[at];
      if (step !== undefined) database.exec(`${step}; PRAGMA user_version = ${at + 1};`);
      database.exec("COMMIT");
    } catch (error) {
      database.exec("ROLLBACK");
      throw error;
    }
  }
}
