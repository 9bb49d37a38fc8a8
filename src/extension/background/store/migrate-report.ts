import type { StoredReport } from "./store.ts";

/**
 * Step n brings a stored report of database version n to version n + 1. Each is pure and stays as it is once published.
 */
const STEPS: Readonly<Record<number, (old: Stored) => Stored>> = {
  // Version 1 did not keep how often a report was tried.
  1: (old) => ({ ...old, tries: 0, nextTry: 0, unreachable: false }),
  // Versions 2 and 3 knew reports of the first shape alone: an address, a form, a note; and no answers to them.
  3: (old) => ({
    ...old,
    report: {
      version: 2,
      code: null,
      impersonated: null,
      arrivedBy: null,
      phones: [],
      accounts: [],
      lost: null,
      happenedOn: null,
      happenedTime: null,
      commune: null,
      province: null,
      contact: null,
      evidence: null,
      screenshot: null,
      ...(old.report as object),
    },
    pictured: false,
    decision: null,
    news: false,
  }),
};

type Stored = Readonly<Record<string, unknown>>;

/** Brings a stored report from one version of the database to another. */
export function migrateReport(stored: unknown, from: number, to: number): StoredReport {
  let report = stored as Stored;
  for (let version = from; version < to; version++) {
    report = STEPS[version]?.(report) ?? report;
  }
  return report as unknown as StoredReport;
}
