import { meetsThreshold } from "../../core/feed/keys.ts";
import { type Keys, parseMetadata } from "../../core/feed/metadata.ts";
import { targetsByPath } from "../../core/feed/target-search.ts";
import type { TargetInfo } from "../../core/feed/types.ts";
import type { FeedFiles } from "./feed-files.ts";
import type { RepositoryState } from "./repository-state.ts";
import { type DelegatedRoleJson, type MetaFileJson, sha256 } from "./signed-metadata.ts";
import { unitOfRole } from "./unit-metadata.ts";

/** A unit that may publish, and what it has published. */
export interface PublishedUnit {
  unit: string;
  keyids: readonly string[];
  /** How many of the keys must sign. */
  threshold: number;
  /** Version of its metadata, 0 if it has published nothing yet. */
  version: number;
  /** Milliseconds since the epoch; null if nothing is published or it is not well. */
  expires: number | null;
  targets: ReadonlyMap<string, TargetInfo>;
  /** Why clients find none of its files, except expiry; null if they do. */
  problem: string | null;
}

/**
 * Why browsers find none of a unit's files, or null if they do.
 *
 * @param now milliseconds since the epoch
 */
export function unitProblem(
  { version, expires, problem }: Pick<PublishedUnit, "version" | "expires" | "problem">,
  now: number,
): string | null {
  if (version === 0) return "it has published nothing yet";
  if (problem !== null || expires === null || expires > now) return problem;
  return `its signature has expired (${new Date(expires).toISOString()}): it must sign anew`;
}

/** The units to which the published targets delegate. */
export async function readUnits(
  files: Pick<FeedFiles, "readMetadata">,
  { targets, snapshot }: Pick<RepositoryState, "targets" | "snapshot">,
): Promise<PublishedUnit[]> {
  const { roles = [], keys = {} } = targets?.delegations ?? {};
  const units: PublishedUnit[] = [];
  for (const role of roles) {
    const unit = unitOfRole(role.name);
    if (unit === null) continue;
    const { keyids, threshold } = role;
    const meta = snapshot?.meta[`${role.name}.json`];
    const empty = { expires: null, targets: new Map<string, TargetInfo>(), problem: null };
    const content = meta
      ? await readUnit(files, { role, keys: new Map(Object.entries(keys)) }, meta)
      : {};
    units.push({ unit, keyids, threshold, version: meta?.version ?? 0, ...empty, ...content });
  }
  return units;
}

async function readUnit(
  files: Pick<FeedFiles, "readMetadata">,
  { role, keys }: { role: DelegatedRoleJson; keys: Keys },
  { version, hashes }: MetaFileJson,
): Promise<Partial<PublishedUnit>> {
  const bytes = await files.readMetadata(role.name, version);
  if (bytes === null) return { problem: "its metadata is gone" };
  if (sha256(bytes) !== hashes.sha256) return { problem: "its metadata is damaged" };
  // What a snapshot names was checked when it was published; only the keys may be others since.
  const { signed, signatures, signedBytes } = parseMetadata("targets", bytes, role.name);
  const isSigned = await meetsThreshold(role, keys, signatures, signedBytes, crypto.subtle);
  if (!isSigned) return { problem: "it has not signed with its new keys yet" };
  return { expires: signed.expires, targets: targetsByPath(signed) };
}
