import type { Reviewed } from "../../node/entry-checks/reviewed-file.ts";
import { OperatorError } from "../../node/operator-error.ts";
import { type LineBatch, readLines } from "../../node/read-lines.ts";
import { grouped, type Progress } from "../progress.ts";
import { type CategoryEntries, mergeEntry } from "./entry-map.ts";
import { createFindings } from "./findings.ts";
import {
  type BrokenRule,
  createIntake,
  type IntakeNeeds,
  type LeftOut,
  type SourceCounts,
} from "./source-intake.ts";
import type { Source } from "./sources-file.ts";

/** All that the sources say, by category. */
export interface Collected {
  categories: Map<string, CategoryEntries>;
  sources: { source: Source; counts: SourceCounts }[];
  malformed: LeftOut[];
  skipped: LeftOut[];
  violations: BrokenRule[];
  /** Exclusions that met no entry: they can go. */
  unusedExclusions: Reviewed[];
}

/**
 * Reads all sources into one set of entries per category and scope. The first source that names an entry is the one
 * that people are shown.
 *
 * @throws OperatorError if a source can't be read, has no entries, or is mostly malformed
 */
export async function collect(
  sources: readonly Source[],
  needs: IntakeNeeds & { progress: Progress },
): Promise<Collected> {
  const categories = new Map<string, CategoryEntries>();
  const collected: Collected = {
    categories,
    sources: [],
    malformed: [],
    skipped: [],
    violations: [],
    unusedExclusions: [],
  };
  const excluded = new Set<string>();
  for (const source of sources) {
    const stage = needs.progress.stage(`read ${source.id}`);
    const intake = createIntake(source, needs);
    const findings = createFindings(source);
    let lines = 0;
    for await (const batch of linesOf(source)) {
      findings(batch, intake.take);
      lines = batch.first + batch.lines.length - 1;
      stage.update(`${grouped(lines)} lines`);
    }
    intake.finish();

    const { counts, entries } = intake;
    const category = categories.get(source.category) ?? { host: new Map(), path: new Map() };
    categories.set(source.category, category);
    for (const scope of ["host", "path"] as const) {
      // The first source of a category, often the largest by far, is taken as it is.
      if (category[scope].size === 0) {
        category[scope] = entries[scope];
        counts.entries += entries[scope].size;
        continue;
      }
      for (const [name, listing] of entries[scope]) {
        if (mergeEntry(category[scope], name, listing)) counts.entries++;
        else counts.duplicates++;
      }
    }
    collected.sources.push({ source, counts });
    // No spread: a source may break rules a hundred thousand times, which is more than a call takes arguments.
    for (const one of intake.malformed) collected.malformed.push(one);
    for (const one of intake.skipped) collected.skipped.push(one);
    for (const one of intake.violations) collected.violations.push(one);
    for (const name of intake.excluded) excluded.add(name);
    stage.done(summary(lines, counts));
  }
  for (const exclusion of needs.exclude.values()) {
    if (!excluded.has(exclusion.name)) collected.unusedExclusions.push(exclusion);
  }
  return collected;
}

/** The lines of a source; what can't be read is told with the source's id. */
async function* linesOf({ id, from }: Source): AsyncGenerator<LineBatch> {
  try {
    yield* readLines(from);
  } catch (cause) {
    if (!(cause instanceof OperatorError)) throw cause;
    throw new OperatorError(`source "${id}": ${cause.message}`, { cause });
  }
}

function summary(lines: number, counts: SourceCounts): string {
  const parts = [`${grouped(lines)} lines`, `${grouped(counts.entries)} entries`];
  for (const kind of ["duplicates", "malformed", "skipped", "excluded"] as const) {
    if (counts[kind] > 0) parts.push(`${grouped(counts[kind])} ${kind}`);
  }
  if (counts.violations > 0) parts.push(`${grouped(counts.violations)} may not enter`);
  return parts.join(", ");
}
