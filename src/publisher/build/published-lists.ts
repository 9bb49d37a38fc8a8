import { BlocklistError } from "../../core/blocklist/blocklist-error.ts";
import { openBlocklist } from "../../core/blocklist/open-blocklist.ts";
import type { Blocklist } from "../../core/blocklist/types.ts";
import { type Artifact, isDelta, MAX_RAW_LENGTH, readArtifact } from "../../core/feed/artifacts.ts";
import type { TargetInfo } from "../../core/feed/types.ts";
import { gunzip } from "../../node/gzip.ts";
import { OperatorError } from "../../node/operator-error.ts";
import type { Repository } from "../repository.ts";
import { sha256 } from "../signing/signed-metadata.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** The whole artifacts among targets, by path. */
export function artifactsOf(targets: ReadonlyMap<string, TargetInfo>): Map<string, Artifact> {
  const artifacts = new Map<string, Artifact>();
  for (const target of targets.values()) {
    const artifact = readArtifact(target);
    if (artifact !== null && !isDelta(artifact)) artifacts.set(artifact.path, artifact);
  }
  return artifacts;
}

/**
 * The raw file of a published artifact.
 *
 * @returns null if the file is missing or is not what was signed
 */
export async function readRaw(
  repository: Pick<Repository, "read">,
  { target, raw, kind }: Artifact,
): Promise<Bytes | null> {
  const zipped = await repository.read(target);
  if (zipped === null || raw.length > MAX_RAW_LENGTH[kind]) return null;
  try {
    const bytes = await gunzip(zipped, raw.length);
    return sha256(bytes) === raw.sha256 ? bytes : null;
  } catch {
    // Signed, but no gzip of that file: the caller says that it is damaged.
    return null;
  }
}

/**
 * Opens the lists that are published now, by path.
 *
 * @throws OperatorError if one of them is missing, damaged, or in a form that this version does not read
 */
export async function openPublished(
  repository: Pick<Repository, "read" | "targets">,
  folder: string,
): Promise<Map<string, Blocklist>> {
  const lists = new Map<string, Blocklist>();
  for (const artifact of artifactsOf(repository.targets()).values()) {
    if (artifact.kind !== "blocklist" && artifact.kind !== "paths") continue;
    const { path, target } = artifact;
    const list = await openList(repository, artifact);
    if (list === null) {
      const slash = path.lastIndexOf("/") + 1;
      const name = `${path.slice(0, slash)}${target.hashes.sha256}.${path.slice(slash)}`;
      throw new OperatorError(
        `${folder}: the published file targets/${name} is missing or damaged, so that the days since which its entries are listed can't be read; put it back from a copy, or build with --without-previous`,
      );
    }
    lists.set(path, list);
  }
  return lists;
}

/** A published list, or null if its file is missing, is not what was signed, or is no list. */
export async function openList(
  repository: Pick<Repository, "read">,
  artifact: Artifact,
): Promise<Blocklist | null> {
  const bytes = await readRaw(repository, artifact);
  if (bytes === null) return null;
  try {
    return openBlocklist(bytes);
  } catch (error) {
    if (error instanceof BlocklistError) return null;
    throw error;
  }
}
