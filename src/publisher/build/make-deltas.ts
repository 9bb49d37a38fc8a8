import { BlocklistError } from "../../core/blocklist/blocklist-error.ts";
import { diffBlocklists } from "../../core/blocklist/delta.ts";
import {
  type Artifact,
  type ArtifactCustom,
  deltaPath,
  isDelta,
  readArtifact,
} from "../../core/feed/artifacts.ts";
import { gzip } from "../../node/gzip.ts";
import { grouped, type Progress } from "../progress.ts";
import type { Repository, TargetInput } from "../repository.ts";
import { sha256 } from "../signing/signed-metadata.ts";
import { artifactsOf, readRaw } from "./published-lists.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** A list's new version: what deltas lead to. */
export interface DeltaGoal {
  path: string;
  raw: Bytes;
  /** Lower-case hex, of the raw file. */
  sha256: string;
  /** Bytes of the whole gzipped file: a delta that is not smaller is useless. */
  fullBytes: number;
}

export interface MadeDelta {
  target: TargetInput;
  of: string;
  /** Version of the feed from which it leads. */
  fromVersion: number;
}

/**
 * Makes deltas that lead from earlier versions of a list to its new one, each version's content once.
 *
 * @param goals the lists as they are now
 * @param versions number of earlier feed versions to start from
 */
export async function makeDeltas(
  repository: Pick<Repository, "history" | "read" | "targets">,
  goals: readonly DeltaGoal[],
  versions: number,
  progress: Progress,
): Promise<MadeDelta[]> {
  const deltas: MadeDelta[] = [];
  const history = versions === 0 ? [] : await repository.history(versions);
  for (const goal of goals) {
    if (history.length === 0) break;
    const stage = progress.stage(`make deltas to ${goal.path}`);
    const done = new Set([goal.sha256]);
    let tooLarge = 0;
    const made: MadeDelta[] = [];
    for (const { version, targets } of history) {
      const artifact = artifactsOf(targets).get(goal.path);
      if (artifact === undefined || done.has(artifact.raw.sha256)) continue;
      done.add(artifact.raw.sha256);
      const path = deltaPath(goal.path, artifact.raw.sha256);
      const there = await publishedDelta(repository, path, goal.sha256);
      if (there !== null) {
        made.push({ target: there, of: goal.path, fromVersion: version });
        continue;
      }
      const raw = await deltaFrom(repository, artifact, goal.raw);
      if (raw === null) {
        progress.note(
          `warning: ${goal.path} of version ${version} is missing or damaged: no delta from it`,
        );
        continue;
      }
      const bytes = await gzip(raw);
      if (bytes.length >= goal.fullBytes) {
        tooLarge++;
        continue;
      }
      const custom: ArtifactCustom = {
        kind: "delta",
        of: goal.path,
        from: artifact.raw.sha256,
        to: goal.sha256,
        raw: { length: raw.length, sha256: sha256(raw) },
      };
      made.push({ target: { path, bytes, custom }, of: goal.path, fromVersion: version });
      stage.update(`from version ${version}`);
    }
    const sizes = made.map(({ target }) => grouped(target.bytes.length)).join(", ");
    stage.done(
      `${made.length} deltas${sizes === "" ? "" : ` of ${sizes} bytes`}${tooLarge === 0 ? "" : `, ${tooLarge} left out: not smaller than the whole file`}`,
    );
    for (const delta of made) deltas.push(delta);
  }
  return deltas;
}

/** The delta of this path, if it is published and leads to this content: then it need not be made again. */
async function publishedDelta(
  repository: Pick<Repository, "read" | "targets">,
  path: string,
  to: string,
): Promise<TargetInput | null> {
  const target = repository.targets().get(path);
  const delta = target && readArtifact(target);
  if (!target || !delta || !isDelta(delta) || delta.to !== to) return null;
  const bytes = await repository.read(target);
  return bytes && { path, bytes, custom: target.custom };
}

/** @returns null if the earlier list is missing, is not what was signed, or is no list */
async function deltaFrom(
  repository: Pick<Repository, "read">,
  earlier: Artifact,
  goal: Bytes,
): Promise<Bytes | null> {
  const base = await readRaw(repository, earlier);
  if (base === null) return null;
  try {
    return diffBlocklists(base, goal);
  } catch (error) {
    if (error instanceof BlocklistError) return null;
    throw error;
  }
}
