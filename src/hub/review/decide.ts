import type { Outcome } from "../../core/report/decisions.ts";
import { canonicalEntry } from "../../node/entry-checks/canonical-entry.ts";
import type { EntryChecks } from "../../node/entry-checks/read-checks.ts";
import type { ReportStore, StoredReport } from "../reports/report-store.ts";
import { nameToList, readName } from "./name-to-list.ts";
import { type PlacesOfMany, placesOfMany } from "./places-of-many.ts";

/** Outcomes that are about one kind of report alone. */
const ONLY_FOR: Readonly<Partial<Record<Outcome, StoredReport["report"]["kind"]>>> = {
  confirmed: "scam",
  "false-positive-fixed": "false-positive",
};

/**
 * Notes what became of a report.
 *
 * @param given what the reviewer wants to enter the list or to stay out of it; null leaves it to the reported address
 * @returns what to tell him
 * @throws Error if it makes no sense for this report: nothing was noted
 */
export function decide(
  store: ReportStore,
  receipt: string,
  outcome: Outcome | "undo",
  given: string | null,
  now: number,
  checks: EntryChecks,
): string {
  const stored = store.byReceipt(receipt);
  if (stored === null) throw new Error(`there is no report with the receipt ${receipt}`);
  if (outcome === "undo") {
    if (!store.undo(receipt, now)) throw new Error(`nothing was decided on ${receipt}`);
    const before = store.byReceipt(receipt)?.decision ?? null;
    return `${receipt}: taken back${before === null ? "" : `; ${before.outcome} holds again`}`;
  }
  const kind = ONLY_FOR[outcome];
  if (kind !== undefined && kind !== stored.report.kind) {
    throw new Error(`${receipt} is a report of kind ${stored.report.kind}: not for "${outcome}"`);
  }
  const entry = kind === undefined ? null : entryOf(stored, given, placesOfMany(checks));
  if (kind === "scam" && entry !== null) refuseBrokenRule(entry, checks);
  if (given !== null && kind === undefined) {
    throw new Error(`"${outcome}" changes no list: leave --entry out`);
  }
  store.decide(receipt, { outcome, entry, decidedAt: now });
  const effect = kind === "scam" ? "enters the list" : "stays out of the list";
  return `${receipt}: ${outcome}${entry === null ? "" : `; ${entry} ${effect}`}`;
}

/** One name that may not enter would keep everything from being published. */
function refuseBrokenRule(name: string, { check }: EntryChecks): void {
  const canonical = canonicalEntry(name, "auto");
  const why = canonical.ok
    ? check(canonical.entry)?.why
    : canonical.kind === "violation"
      ? canonical.violation.why
      : canonical.reason;
  if (why !== undefined) throw new Error(`${name} may not enter the list: ${why}`);
}

function entryOf(
  { receipt, report: { url } }: StoredReport,
  given: string | null,
  isOfMany: PlacesOfMany,
): string | null {
  if (given !== null) {
    const name = readName(given);
    if (name === null) throw new Error(`--entry ${given} is no host and no host/path`);
    return name;
  }
  if (url === null) return null;
  const name = nameToList(url, isOfMany);
  if (name !== null) return name;
  throw new Error(`${receipt}: strangers share ${url}: name with --entry what is meant`);
}
