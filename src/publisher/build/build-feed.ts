import path from "node:path";
import { openBlocklist } from "../../core/blocklist/open-blocklist.ts";
import type { Blocklist } from "../../core/blocklist/types.ts";
import { readArtifact } from "../../core/feed/artifacts.ts";
import type { TargetInfo } from "../../core/feed/types.ts";
import { newestPaths, planPaths } from "../../core/path-plan/path-plan.ts";
import { onDisk } from "../../node/operator-error.ts";
import { writeFileAtomic } from "../../node/write-file-atomic.ts";
import { grouped, type Progress } from "../progress.ts";
import { openRepository, type Repository, type RepositorySettings } from "../repository.ts";
import { rootExpiryWarning } from "../root-expiry-warning.ts";
import type { RoleSigners } from "../signing/key-folder.ts";
import { type BuildReport, reportOfCollected, withRelativePaths } from "./build-report.ts";
import {
  brandsFile,
  contactFiles,
  contentFiles,
  decisionsFile,
  type MadeArtifact,
  makeArtifact,
  modelFile,
  type RawFile,
} from "./make-artifacts.ts";
import { makeDeltas } from "./make-deltas.ts";
import { type ListFile, makeLists } from "./make-lists.ts";
import { artifactsOf, openPublished } from "./published-lists.ts";
import { type InputFiles, readInputs } from "./read-inputs.ts";
import { refuseCollapse } from "./refuse-collapse.ts";

export interface BuildOptions {
  files: InputFiles;
  /** Folder of the feed; made if it is not there. */
  out: string;
  keys: RoleSigners;
  /** Where the keys were read from, for messages. */
  keyFolder?: string;
  settings: RepositorySettings;
  /** Where the report goes; null: `build-report.json` in the feed's folder, and nowhere for a refused build. */
  report: string | null;
  /** Leave out what may not enter, instead of refusing the build. */
  dropViolations: boolean;
  /** Publish also if a category loses over a quarter of its entries. False unless given. */
  allowLoss?: boolean;
  /** Largest share of malformed lines in a source (0 to 1). */
  maxMalformed: number;
  /** Number of earlier versions that deltas lead from. */
  deltas: number;
  /** Do not read the published lists: for the case that they are damaged. */
  withoutPrevious: boolean;
  /** Milliseconds since the epoch. */
  now: number;
  progress: Progress;
}

const DAY_MS = 86_400_000;
/** Versions beyond the deltas' that stay, for clients that have just read an older timestamp from a cache. */
const GRACE_VERSIONS = 2;

/**
 * Builds and publishes the feed: sources → checks → lists, brands, weights and deltas → signed repository. Until the last step
 * nothing in the feed's folder changes, and that step is atomic (see repository.ts).
 *
 * @returns the report; its outcome is "refused" if an entry may not enter
 * @throws OperatorError for anything else that the operator must mend
 */
export async function buildFeed(options: BuildOptions): Promise<BuildReport> {
  const { out, now, progress, maxMalformed } = options;
  // First, because it says at once if the folder holds something else or a key is damaged.
  const repository = await openRepository(out, options.keys, options.settings);
  const warning = rootExpiryWarning(repository, out, now);
  if (warning !== null) progress.note(warning);
  repository.requireSigners({ keyFolder: options.keyFolder ?? "the key folder", now });
  const inputs = await readInputs(options.files, progress);
  const today = Math.floor(now / DAY_MS);
  const collected = await inputs.collect({ today, maxMalformed, progress });
  const made = new Date(now).toISOString();
  const report: BuildReport = {
    made,
    outcome: "refused",
    feedVersion: repository.version(),
    ...reportOfCollected(collected),
    artifacts: [],
    deltas: [],
  };
  if (collected.violations.length > 0 && !options.dropViolations) {
    if (options.report !== null) await writeReport(options.report, report, options.files.sources);
    return report;
  }

  const published = options.withoutPrevious
    ? new Map<string, Blocklist>()
    : await openPublished(repository, out);
  const lists = makeLists(collected, {
    published: (name) => published.get(name) ?? null,
    today,
    progress,
  });
  warnOfLosses(published, lists, progress);
  warnOfPathsBeyondRules(lists, progress);
  if (options.allowLoss !== true) {
    refuseCollapse({
      artifacts: artifactsOf(repository.targets()),
      published,
      lists,
      collected,
    });
  }
  published.clear();
  const artifacts = await zip(
    [
      ...lists,
      brandsFile(inputs.brands),
      modelFile(inputs.model),
      ...contentFiles(inputs.content),
      ...contactFiles(collected.contacts),
      ...(inputs.decisions === null ? [] : [decisionsFile(inputs.decisions, now)]),
    ],
    { repository, made },
    progress,
  );
  const goals = artifacts.flatMap(({ file, sha256, target }) =>
    "category" in file
      ? [{ path: file.path, raw: file.raw, sha256, fullBytes: target.bytes.length }]
      : [],
  );
  const deltas = options.withoutPrevious
    ? []
    : await makeDeltas(repository, goals, options.deltas, progress);

  const stage = progress.stage("sign and publish");
  const result = await onDisk(`${out}: nothing was published`, () =>
    repository.publish({
      targets: [...artifacts, ...deltas].map(({ target }) => target),
      keep: (target) => isOfOthers(target, artifacts),
      now,
    }),
  );
  const deleted = await onDisk(`${out}: published, but old files stay`, () =>
    repository.prune({ versions: options.deltas + 1 + GRACE_VERSIONS }),
  );
  stage.done(
    `version ${result.version}${result.changed ? "" : " as before, timestamp renewed"}${deleted === 0 ? "" : `, ${grouped(deleted)} old files deleted`}`,
  );
  report.outcome = result.changed ? "published" : "unchanged";
  report.feedVersion = result.version;
  report.artifacts = artifacts.map((artifact) => reported(artifact, lists));
  report.deltas = deltas.map(({ target, of, fromVersion }) => ({
    path: target.path,
    of,
    fromVersion,
    bytes: target.bytes.length,
  }));
  await writeReport(
    options.report ?? path.join(out, "build-report.json"),
    report,
    options.files.sources,
  );
  return report;
}

/** A list that shrinks by half is mostly a source that was cut off on its way. */
function warnOfLosses(
  published: ReadonlyMap<string, Blocklist>,
  lists: readonly ListFile[],
  progress: Progress,
): void {
  for (const [name, { count }] of published) {
    const removed = lists.find((list) => list.path === name)?.removed ?? count;
    if (removed * 2 > count) {
      progress.note(`warning: ${name} loses ${grouped(removed)} of its ${grouped(count)} entries`);
    }
  }
}

/** How many paths the browsers' rules can stop depends on how many share one: a build's own list has to be planned. */
function warnOfPathsBeyondRules(lists: readonly ListFile[], progress: Progress): void {
  const paths = lists.filter(({ kind }) => kind === "paths").map(({ raw }) => openBlocklist(raw));
  const names = newestPaths(paths);
  const { rest } = planPaths(names);
  if (rest.length === 0) return;
  progress.note(
    `warning: Chromium has rules for ${grouped(names.length - rest.length)} of the ${grouped(names.length)} paths; of the other ${grouped(rest.length)} a page is loaded before it is stopped, though nothing of it is shown`,
  );
}

async function zip(
  files: readonly RawFile[],
  { repository, made }: { repository: Repository; made: string },
  progress: Progress,
): Promise<MadeArtifact[]> {
  const stage = progress.stage("zip");
  const published = artifactsOf(repository.targets());
  const artifacts: MadeArtifact[] = [];
  let bytes = 0;
  for (const file of files) {
    stage.update(file.path);
    const artifact = await makeArtifact(file, published.get(file.path), repository, made);
    bytes += artifact.target.bytes.length;
    artifacts.push(artifact);
  }
  stage.done(`${grouped(files.length)} files, ${grouped(bytes)} bytes`);
  return artifacts;
}

/** Kinds that every build makes: of lists without entries there is none. */
const MADE: ReadonlySet<string> = new Set([
  "blocklist",
  "paths",
  "brands",
  "model",
  "alerts",
  "portals",
  "tips",
]);

/** What this build does not make stays as it is: contacts and decisions too if no file of them was given. */
function isOfOthers(target: TargetInfo, made: readonly MadeArtifact[]): boolean {
  const artifact = readArtifact(target);
  if (artifact === null) return true;
  if (!("kind" in artifact) || MADE.has(artifact.kind)) return false;
  return !made.some(({ file }) => file.kind === artifact.kind);
}

function reported(
  { file, target, changed }: MadeArtifact,
  lists: readonly ListFile[],
): BuildReport["artifacts"][number] {
  const { path: name, kind, count, raw } = file;
  const list = lists.find((one) => one.path === name);
  return {
    path: name,
    kind,
    category: list?.category ?? null,
    count,
    added: list?.added ?? 0,
    removed: list?.removed ?? 0,
    bytes: target.bytes.length,
    rawBytes: raw.length,
    changed,
  };
}

async function writeReport(file: string, report: BuildReport, sources: string): Promise<void> {
  const text = JSON.stringify(withRelativePaths(report, path.dirname(sources)), null, 2);
  await onDisk(file, () => writeFileAtomic(file, `${text}\n`));
}
