import path from "node:path";
import type { Listing } from "../../core/blocklist/types.ts";
import { type CanonicalEntry, canonicalEntry } from "../../node/entry-checks/canonical-entry.ts";
import type { Reviewed } from "../../node/entry-checks/reviewed-file.ts";
import type { Rule, Violation } from "../../node/entry-checks/rule.ts";
import { OperatorError } from "../../node/operator-error.ts";
import { type CategoryEntries, createIntern, mergeEntry } from "./entry-map.ts";
import { type Exception, takeBack } from "./exceptions.ts";
import type { Finding } from "./finding.ts";
import type { Source } from "./sources-file.ts";

/** A line that did not become an entry. */
export interface LeftOut {
  source: string;
  /** File or address of the source. */
  file: string;
  line: number;
  /** As written there, cut to 200 characters. */
  text: string;
  reason: string;
}

export interface BrokenRule extends LeftOut {
  /** Name of the entry that was refused. */
  entry: string;
  rule: Rule;
}

/** What became of the entries of one source. Each is counted once. */
export interface SourceCounts {
  /** New in the lists through this source. */
  entries: number;
  /** There already, from it or an earlier source. */
  duplicates: number;
  malformed: number;
  skipped: number;
  excluded: number;
  violations: number;
}

export interface IntakeNeeds {
  check: (entry: CanonicalEntry) => Violation | null;
  exclude: ReadonlyMap<string, Reviewed>;
  /** Names that a source may list although they are popular, by the source's id. */
  admit: ReadonlyMap<string, ReadonlyMap<string, Reviewed>>;
  /** The source's word for a brand → name in the brands artifact, or null. */
  brandNamed: (written: string) => string | null;
  /** Largest share of malformed lines in a source (0 to 1). */
  maxMalformed: number;
  /** Days since 1970-01-01: a day after it is a mistake of the source. */
  today: number;
}

/** What one source brings in. */
export interface SourceIntake {
  counts: SourceCounts;
  entries: CategoryEntries;
  malformed: LeftOut[];
  skipped: LeftOut[];
  violations: BrokenRule[];
  /** Names that an exclusion kept out. */
  excluded: Set<string>;
  take(line: number, raw: string, finding: Finding): void;
  /** Carries out the source's own exceptions, and refuses a source that can't be meant so. */
  finish(): void;
}

/** Left-out lines are for people to read: beyond this many a source, they are only counted. */
const MOST_LISTED = 1000;
/** Up to this many malformed lines no share is too large: a short hand-written list may have a slip. */
const FEW_MALFORMED = 3;

/** @throws OperatorError if the source names a brand that does not exist */
export function createIntake(source: Source, needs: IntakeNeeds): SourceIntake {
  const { check, exclude, brandNamed, today } = needs;
  const file = shortPath(source.from);
  const brand = source.brand === undefined ? null : brandNamed(source.brand);
  if (source.brand !== undefined && brand === null) {
    throw new OperatorError(
      `source "${source.id}": the brand "${source.brand}" is not in the brands file`,
    );
  }
  const day = source.date === undefined ? 0 : dayOf(source.date, today);
  const admitted = needs.admit.get(source.id);
  const intern = createIntern();
  const exceptions: Exception[] = [];
  const counts: SourceCounts = {
    entries: 0,
    duplicates: 0,
    malformed: 0,
    skipped: 0,
    excluded: 0,
    violations: 0,
  };
  const intake: SourceIntake = {
    counts,
    entries: { host: new Map(), path: new Map() },
    malformed: [],
    skipped: [],
    violations: [],
    excluded: new Set(),
    take,
    finish() {
      for (const { exception, problem } of takeBack(intake.entries, exceptions)) {
        leaveOut("skipped", exception.line, exception.raw, problem);
      }
      refuseBadSource(source, file, intake, needs.maxMalformed);
    },
  };

  function leaveOut(
    kind: "malformed" | "skipped",
    line: number,
    raw: string,
    reason: string,
  ): void {
    if (counts[kind]++ < MOST_LISTED) intake[kind].push(leftOut(line, raw, reason));
  }

  function leftOut(line: number, raw: string, reason: string): LeftOut {
    return { source: source.id, file, line, text: raw.trim().slice(0, 200), reason };
  }

  function refuse(line: number, raw: string, entry: string, { rule, why }: Violation): void {
    counts.violations++;
    intake.violations.push({ ...leftOut(line, raw, why), entry: entry.slice(0, 200), rule });
  }

  function take(line: number, raw: string, finding: Finding): void {
    if (finding.kind === "malformed" || finding.kind === "skipped") {
      leaveOut(finding.kind, line, raw, finding.reason);
      return;
    }
    const canonical = canonicalEntry(finding.text, source.scope);
    if (!canonical.ok) {
      if (canonical.kind === "violation") refuse(line, raw, finding.text, canonical.violation);
      else leaveOut(canonical.kind, line, raw, canonical.reason);
      return;
    }
    const { entry } = canonical;
    if (finding.kind === "exception") {
      exceptions.push({ name: entry.name, line, raw });
      return;
    }
    if (exclude.has(entry.name)) {
      intake.excluded.add(entry.name);
      counts.excluded++;
      return;
    }
    const violation = check(entry);
    if (violation && !(violation.rule === "popular" && admitted?.has(entry.name))) {
      refuse(line, raw, entry.name, violation);
      return;
    }
    const listing = intern(listingOf(finding));
    if (!mergeEntry(intake.entries[entry.scope], entry.name, listing)) counts.duplicates++;
  }

  function listingOf(finding: Extract<Finding, { kind: "address" }>): Listing {
    const own = finding.date === undefined ? 0 : dayOf(finding.date, today);
    return {
      source: source.id,
      form: finding.form ?? source.form ?? null,
      brand: (finding.brand === undefined ? null : brandNamed(finding.brand)) ?? brand,
      since: own === 0 ? day : own,
    };
  }

  return intake;
}

/** Relative to where the publisher runs, if it lies below. */
function shortPath(from: string): string {
  const relative = path.isAbsolute(from) ? path.relative("", from) : "..";
  return relative.startsWith("..") ? from : relative;
}

function refuseBadSource(
  source: Source,
  file: string,
  { counts, entries, malformed }: SourceIntake,
  maxMalformed: number,
): void {
  const good =
    entries.host.size + entries.path.size + counts.duplicates + counts.excluded + counts.violations;
  const read = good + counts.malformed;
  if (counts.malformed > maxMalformed * read && (good === 0 || counts.malformed > FEW_MALFORMED)) {
    const examples = malformed
      .slice(0, 5)
      .map(({ line, text, reason }) => `\n  ${file}:${line}  ${text}  (${reason})`);
    throw new OperatorError(
      `source "${source.id}": ${counts.malformed} of ${read} entries are malformed; is its format "${source.format}"?${examples.join("")}`,
    );
  }
  if (good === 0 && !source.mayBeEmpty) {
    throw new OperatorError(
      `source "${source.id}": ${file} has no entries; if that is right, give the source "mayBeEmpty": true`,
    );
  }
}

/** "2026-07-23" or a time that starts so → days since 1970-01-01; 0 if it is no day, or one still to come. */
function dayOf(text: string, today: number): number {
  const time = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  const day = Math.floor(time / 86_400_000);
  return Number.isNaN(time) || day < 0 || day > today ? 0 : day;
}
