import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { MetadataStore } from "../../../core/feed/types.ts";
import type { Verdict } from "../../../core/verdict/verdict.ts";
import type { QueuedReport } from "../../messages.ts";
import { migrateReport } from "./migrate-report.ts";
import { migrateState } from "./migrate-state.ts";
import { type Drift, NO_DRIFT, type State } from "./state.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

/** One use of "go on anyway", for the person to see later. */
export interface OverrideTrace {
  host: string;
  /** Milliseconds since the epoch. */
  at: number;
  until: number;
}

/** Something that was blocked, for the person to see later. */
export interface BlockedVisit {
  /** Canonical host. */
  host: string;
  /** True if it was a part of another page. */
  frame: boolean;
  verdict: Verdict;
  /** The last time, milliseconds since the epoch. */
  at: number;
  /** How often in a row. */
  times: number;
}

/** A report with what is known of the tries to send it. */
export interface StoredReport extends QueuedReport {
  /** How often it could not be sent. */
  tries: number;
  /** Not to be sent before, milliseconds since the epoch. */
  nextTry: number;
  /** True if the last try did not even reach the hub. */
  unreachable: boolean;
}

interface Schema extends DBSchema {
  /** One value each: "state", "drift". */
  state: { key: "state" | "drift"; value: unknown };
  /** Trusted metadata: "<feed id>/<role>". */
  metadata: { key: string; value: Bytes };
  /**
   * Artifacts by SHA-256, and "<sha>.index". As blobs: Chromium reads a blob of 11 MB in 10 to 15 ms and the same bytes
   * as an array in 25 to 35 ms (measured, Chromium 156).
   */
  files: { key: string; value: Blob };
  reports: { key: string; value: StoredReport };
  /** Pictures of reports that were not sent yet, by the report's id: base64. */
  screenshots: { key: string; value: string };
  overrides: { key: number; value: OverrideTrace };
  blocked: { key: number; value: BlockedVisit };
}

/** What one change of the whole writes, all or nothing. */
export interface Change {
  state?: State;
  drift?: Drift;
  /** Files to add by name. */
  files?: ReadonlyMap<string, Bytes>;
  /** Names of the only files that stay; without it all stay. */
  keepFiles?: ReadonlySet<string>;
}

export interface Store {
  state(): Promise<State>;
  drift(): Promise<Drift>;
  /** Null if there is none of this name. */
  file(name: string): Promise<Bytes | null>;
  /**
   * Reads state and drift and writes the change that follows from them, in one transaction: a kill at any point leaves
   * the old or the new. `change` runs inside the transaction and must not wait for anything.
   *
   * @throws DOMException "QuotaExceededError" if the disk is full: everything is as before
   */
  commit(change: (state: State, drift: Drift) => Change | null): Promise<void>;
  /** Metadata of one feed. */
  metadata(feedId: string): MetadataStore;
  /** Gives all metadata of one feed to another, at once. */
  moveMetadata(from: string, to: string): Promise<void>;
  reports: {
    /** Without their pictures. */
    all(): Promise<StoredReport[]>;
    /** @param screenshot kept beside it until the report no longer waits */
    put(report: StoredReport, screenshot?: string | null): Promise<void>;
    screenshot(id: string): Promise<string | null>;
    delete(id: string): Promise<void>;
    /** Writes as much as a report may hold, and takes it away again. @throws DOMException "QuotaExceededError" */
    tryRoom(): Promise<void>;
  };
  overrides: {
    all(): Promise<OverrideTrace[]>;
    add(trace: OverrideTrace): Promise<void>;
    clear(): Promise<void>;
  };
  blocked: {
    /** The oldest first. */
    all(): Promise<BlockedVisit[]>;
    /** Adds it to the newest one if that is the same and not long ago. */
    note(visit: Omit<BlockedVisit, "times">): Promise<void>;
    clear(): Promise<void>;
  };
  close(): void;
}

const DATABASE_VERSION = 4;
/** As long as the largest report, in characters. */
const ROOM = 600_000;
/** Overrides that are kept to be seen. */
const MAX_TRACES = 200;
/** Blocked visits that are kept to be seen. */
const MAX_VISITS = 500;
/** A page that is tried again within this time is the same visit. */
const SAME_VISIT_MS = 3_600_000;

/** @throws if the browser can't open the database: it is damaged, or of a newer version */
export async function openStore(name = "tinhtao"): Promise<Store> {
  const db = await openDB<Schema>(name, DATABASE_VERSION, {
    async upgrade(database, from, to, tx) {
      if (from === 0) {
        database.createObjectStore("state");
        database.createObjectStore("metadata");
        database.createObjectStore("files");
        database.createObjectStore("reports", { keyPath: "report.id" });
        database.createObjectStore("overrides", { autoIncrement: true });
      }
      if (from < 3) database.createObjectStore("blocked", { autoIncrement: true });
      if (from < 4) database.createObjectStore("screenshots");
      const reports = tx.objectStore("reports");
      for (const old of await reports.getAll()) {
        await reports.put(migrateReport(old, from, to ?? DATABASE_VERSION));
      }
    },
    // Another version of the extension wants to change the shape: let it.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  return {
    state: async () => migrateState(await db.get("state", "state")),
    drift: async () => ((await db.get("state", "drift")) as Drift | undefined) ?? NO_DRIFT,
    async file(key) {
      const blob = await db.get("files", key);
      return blob === undefined ? null : new Uint8Array(await blob.arrayBuffer());
    },
    commit: (change) => commit(db, change),
    metadata: (feedId) => metadataOf(db, feedId),
    moveMetadata: (from, to) => moveMetadata(db, from, to),
    reports: {
      all: () => db.getAll("reports"),
      async put(report, screenshot = null) {
        const tx = db.transaction(["reports", "screenshots"], "readwrite");
        const { id } = report.report;
        await Promise.all([
          tx.objectStore("reports").put(report),
          screenshot !== null && tx.objectStore("screenshots").put(screenshot, id),
          report.status !== "waiting" && tx.objectStore("screenshots").delete(id),
          tx.done,
        ]);
      },
      screenshot: async (id) => (await db.get("screenshots", id)) ?? null,
      async delete(id) {
        const tx = db.transaction(["reports", "screenshots"], "readwrite");
        await Promise.all([
          tx.objectStore("reports").delete(id),
          tx.objectStore("screenshots").delete(id),
          tx.done,
        ]);
      },
      async tryRoom() {
        await db.put("screenshots", " ".repeat(ROOM), "room");
        await db.delete("screenshots", "room");
      },
    },
    overrides: {
      all: () => db.getAll("overrides"),
      async add(trace) {
        const tx = db.transaction("overrides", "readwrite");
        await tx.store.add(trace);
        const keys = await tx.store.getAllKeys();
        for (const key of keys.slice(0, -MAX_TRACES)) await tx.store.delete(key);
        await tx.done;
      },
      clear: () => db.clear("overrides"),
    },
    blocked: {
      all: () => db.getAll("blocked"),
      note: (visit) => noteBlocked(db, visit),
      clear: () => db.clear("blocked"),
    },
    close: () => db.close(),
  };
}

async function commit(
  db: IDBPDatabase<Schema>,
  change: (state: State, drift: Drift) => Change | null,
): Promise<void> {
  const tx = db.transaction(["state", "files"], "readwrite", { durability: "strict" });
  // The transaction's own failure is thrown by `done`; a rejection nobody waits for yet must not be reported twice.
  tx.done.catch(() => undefined);
  const values = tx.objectStore("state");
  const files = tx.objectStore("files");
  const writes: Promise<unknown>[] = [];
  try {
    const state = migrateState(await values.get("state"));
    const drift = ((await values.get("drift")) as Drift | undefined) ?? NO_DRIFT;
    const next = change(state, drift);
    if (next !== null) {
      for (const [name, bytes] of next.files ?? []) writes.push(files.put(new Blob([bytes]), name));
      if (next.state) writes.push(values.put(next.state, "state"));
      if (next.drift) writes.push(values.put(next.drift, "drift"));
      await Promise.all(writes);
      const { keepFiles } = next;
      if (keepFiles) {
        for (const name of await files.getAllKeys()) {
          if (!keepFiles.has(name)) await files.delete(name);
        }
      }
    }
  } catch (error) {
    abort(tx);
    // Those that were on their way fail too; the first failure is the one to tell.
    await Promise.allSettled(writes);
    throw error;
  }
  await tx.done;
}

async function noteBlocked(
  db: IDBPDatabase<Schema>,
  visit: Omit<BlockedVisit, "times">,
): Promise<void> {
  const tx = db.transaction("blocked", "readwrite");
  const newest = await tx.store.openCursor(null, "prev");
  const last = newest?.value;
  if (
    newest &&
    last?.host === visit.host &&
    last.frame === visit.frame &&
    Math.abs(visit.at - last.at) < SAME_VISIT_MS
  ) {
    await newest.update({ ...visit, times: last.times + 1 });
  } else {
    await tx.store.add({ ...visit, times: 1 });
    const keys = await tx.store.getAllKeys();
    for (const key of keys.slice(0, -MAX_VISITS)) await tx.store.delete(key);
  }
  await tx.done;
}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch (error) {
    // It has ended by itself, as on a full disk.
    if (!(error instanceof DOMException && error.name === "InvalidStateError")) throw error;
  }
}

function metadataOf(db: IDBPDatabase<Schema>, feedId: string): MetadataStore {
  const key = (role: string) => `${feedId}/${role}`;
  return {
    get: async (role) => (await db.get("metadata", key(role))) ?? null,
    put: async (role, bytes) => {
      await db.put("metadata", bytes, key(role));
    },
    delete: (role) => db.delete("metadata", key(role)),
  };
}

async function moveMetadata(db: IDBPDatabase<Schema>, from: string, to: string): Promise<void> {
  const tx = db.transaction("metadata", "readwrite");
  for (const key of await tx.store.getAllKeys()) {
    if (!key.startsWith(`${from}/`)) continue;
    const bytes = await tx.store.get(key);
    if (bytes !== undefined) await tx.store.put(bytes, to + key.slice(from.length));
    await tx.store.delete(key);
  }
  await tx.done;
}
