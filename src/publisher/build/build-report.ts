import path from "node:path";
import type { Reviewed } from "../../node/entry-checks/reviewed-file.ts";
import { isWebAddress } from "../../node/read-lines.ts";
import type { Collected } from "../sources/collect.ts";
import type { BrokenRule, LeftOut, SourceCounts } from "../sources/source-intake.ts";

/** What a build did, for people and for programs: build-report.json. */
export interface BuildReport {
  /** ISO 8601, UTC. */
  made: string;
  outcome: "published" | "unchanged" | "refused";
  /** Version of the feed after the build; 0 if there is none. */
  feedVersion: number;
  sources: ({ id: string; from: string; category: string; licence: string } & SourceCounts)[];
  artifacts: ReportedArtifact[];
  deltas: { path: string; of: string; fromVersion: number; bytes: number }[];
  /** Every entry that may not enter: of a refused build why, of another what was dropped. */
  violations: BrokenRule[];
  /** At most 1,000 a source; `sources` has the full counts. */
  malformed: LeftOut[];
  skipped: LeftOut[];
  /** Exclusions that met no entry. */
  unusedExclusions: Reviewed[];
}

export interface ReportedArtifact {
  path: string;
  kind: string;
  category: string | null;
  /** Entries. */
  count: number;
  added: number;
  removed: number;
  /** Bytes as downloaded, gzipped. */
  bytes: number;
  rawBytes: number;
  /** True if the file is another than in the version before. */
  changed: boolean;
}

/** The part of a report that is known once the sources have been read. */
export function reportOfCollected(
  collected: Collected,
): Pick<BuildReport, "sources" | "violations" | "malformed" | "skipped" | "unusedExclusions"> {
  const { violations, malformed, skipped, unusedExclusions } = collected;
  return {
    sources: collected.sources.map(({ source: { id, from, category, licence }, counts }) => ({
      id,
      from,
      category,
      licence,
      ...counts,
    })),
    violations,
    malformed,
    skipped,
    unusedExclusions,
  };
}

/**
 * The report as it is written to a file, which may lie beside the published feed: it tells nothing of the folders of
 * the machine that built it.
 *
 * @param folder the sources file's, from which paths are told
 */
export function withRelativePaths(report: BuildReport, folder: string): BuildReport {
  const relative = (file: string) =>
    isWebAddress(file) ? file : path.relative(folder, path.resolve(file)).replaceAll("\\", "/");
  const inFile = <T extends { file: string }>(one: T): T => ({ ...one, file: relative(one.file) });
  return {
    ...report,
    sources: report.sources.map((source) => ({ ...source, from: relative(source.from) })),
    violations: report.violations.map(inFile),
    malformed: report.malformed.map(inFile),
    skipped: report.skipped.map(inFile),
    unusedExclusions: report.unusedExclusions.map((one) => ({ ...one, at: relative(one.at) })),
  };
}
