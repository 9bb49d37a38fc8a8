import { readContentArtifact } from "../core/awareness/content-artifacts.ts";
import { isContentKind } from "../core/awareness/content-kind.ts";
import { patchBlocklist } from "../core/blocklist/delta.ts";
import { openBlocklist } from "../core/blocklist/open-blocklist.ts";
import { openContacts } from "../core/contact/contact-list.ts";
import { pageModelSchema } from "../core/evidence/page-model.ts";
import {
  type Artifact,
  type Delta,
  isDelta,
  MAX_RAW_LENGTH,
  readArtifact,
} from "../core/feed/artifacts.ts";
import type { FeedClient } from "../core/feed/types.ts";
import { brandsSchema } from "../core/lookalike/brands.ts";
import { readDecisions } from "../core/report/decisions.ts";
import { gunzip } from "../node/gzip.ts";
import { OperatorError } from "../node/operator-error.ts";
import { artifactsOf, readRaw } from "./build/published-lists.ts";
import { openFeedFolder } from "./inspect-feed.ts";
import { grouped, type Progress } from "./progress.ts";
import { readFeed } from "./read-feed.ts";
import type { Repository } from "./repository.ts";
import { unitProblem } from "./signing/read-units.ts";
import { sha256 } from "./signing/signed-metadata.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface Verified {
  version: number;
  /** Milliseconds since the epoch. */
  expires: number;
  trustedRoot: string;
  artifacts: number;
  deltas: number;
  /** Deltas whose first version is no longer in the folder, so that only their own bytes could be checked. */
  untried: string[];
  /** Files of units. */
  unitFiles: number;
  /** Units of which browsers find no files now, and why: for the unit to mend. */
  unitProblems: { unit: string; problem: string }[];
}

/**
 * Takes in a whole feed as browsers do: signatures, expiry, lengths and hashes of all files; then opens every artifact
 * and applies every delta to the version it starts from.
 *
 * @throws OperatorError that names the first file that is not as it should be
 */
export async function verifyFeed(
  folder: string,
  rootFile: string | undefined,
  now: number,
  progress: Progress,
): Promise<Verified> {
  const stage = progress.stage("verify");
  const { client, feed, trustedRoot } = await readFeed(folder, rootFile, now);
  const raws = new Map<string, { artifact: Artifact; raw: Bytes }>();
  const deltas: Delta[] = [];
  for (const target of feed.targets.values()) {
    stage.update(target.path);
    await named(target.path, async () => {
      const file = readArtifact(target);
      if (file === null) {
        await client.download(target);
      } else if (isDelta(file)) {
        deltas.push(file);
      } else {
        const raw = await rawOf(client, file, MAX_RAW_LENGTH[file.kind]);
        openArtifact(file, raw);
        raws.set(file.path, { artifact: file, raw });
      }
    });
  }
  const repository = await openFeedFolder(folder);
  const bases = await findBases(repository);
  const untried: string[] = [];
  for (const delta of deltas) {
    stage.update(delta.path);
    await named(delta.path, async () => {
      const goal = raws.get(delta.of);
      if (goal === undefined) throw new Error(`leads to ${delta.of}, which is not in the feed`);
      if (delta.to !== goal.artifact.raw.sha256) {
        throw new Error(`does not lead to the ${delta.of} of this feed`);
      }
      const bytes = await rawOf(client, delta, MAX_RAW_LENGTH[goal.artifact.kind]);
      const base = await bases(delta.from);
      if (base === null) {
        untried.push(delta.path);
      } else if (sha256(patchBlocklist(base, bytes).list) !== delta.to) {
        throw new Error(`makes another file than ${delta.of}`);
      }
    });
  }
  const units = (await repository.units()).filter(({ version }) => version > 0);
  const unitProblems = units.flatMap(({ unit, ...state }) => {
    const problem = unitProblem(state, now);
    return problem === null ? [] : [{ unit, problem }];
  });
  let unitFiles = 0;
  for (const { unit, targets } of units) {
    if (unitProblems.some((one) => one.unit === unit)) continue;
    for (const path of targets.keys()) {
      await named(path, async () => {
        const target = await client.target(path);
        if (target === null) throw new Error("browsers do not find it");
        await client.download(target);
      });
      unitFiles++;
    }
  }
  stage.done(`${grouped(raws.size)} artifacts, ${grouped(deltas.length)} deltas`);
  const { version, expires } = feed;
  return {
    version,
    expires,
    trustedRoot,
    artifacts: raws.size,
    deltas: deltas.length,
    untried,
    unitFiles,
    unitProblems,
  };
}

async function rawOf(client: FeedClient, file: Artifact | Delta, limit: number): Promise<Bytes> {
  if (file.raw.length > limit) throw new Error(`unzips to over ${limit} bytes`);
  const zipped = await client.download(file.target);
  const raw = await gunzip(zipped, file.raw.length);
  if (raw.length !== file.raw.length || sha256(raw) !== file.raw.sha256) {
    throw new Error("unzips to another file than signed");
  }
  return raw;
}

function openArtifact({ kind, count }: Artifact, raw: Bytes): void {
  if (kind === "blocklist" || kind === "paths") {
    const list = openBlocklist(raw);
    let names = 0;
    for (const name of list.names()) {
      names++;
      if (list.get(name) === null) throw new Error(`the entry ${name} can't be looked up`);
    }
    if (count !== null && names !== count) {
      throw new Error(`has ${names} entries, ${count} are signed`);
    }
    return;
  }
  const json: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(raw));
  if (kind === "brands") brandsSchema.parse(json);
  if (kind === "model") pageModelSchema.parse(json);
  if (kind === "contacts") openContacts(raw);
  if (isContentKind(kind)) readContentArtifact(kind, raw);
  if (kind === "decisions") readDecisions(raw);
}

/** Finds raw lists of this and earlier versions that are still in the folder, by SHA-256. */
async function findBases(
  repository: Pick<Repository, "history" | "read">,
): Promise<(hash: string) => Promise<Bytes | null>> {
  const byHash = new Map<string, Artifact>();
  for (const { targets } of await repository.history(Number.POSITIVE_INFINITY)) {
    for (const artifact of artifactsOf(targets).values()) byHash.set(artifact.raw.sha256, artifact);
  }
  return async (hash) => {
    const artifact = byHash.get(hash);
    return artifact === undefined ? null : readRaw(repository, artifact);
  };
}

async function named(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new OperatorError(reason.startsWith(path) ? reason : `${path}: ${reason}`, { cause });
  }
}
