import {
  type Artifact,
  type ArtifactKind,
  type Delta,
  isDelta,
  MAX_RAW_LENGTH,
  readArtifact,
} from "./artifacts.ts";
import { FeedError } from "./feed-error.ts";
import type { TrustedFeed } from "./types.ts";

/** What is to be done with one artifact. `path` is the artifact's, also for a delta. */
export type UpdateStep =
  /** The installed version is the newest. */
  | { kind: "keep"; path: string; artifact: Artifact }
  /** `delta` makes the installed version into the newest, with fewer bytes than the whole file. */
  | { kind: "delta"; path: string; artifact: Artifact; delta: Delta }
  | { kind: "full"; path: string; artifact: Artifact }
  /** Installed, but no longer in the feed or no longer wanted. */
  | { kind: "drop"; path: string };

export type FetchStep = Extract<UpdateStep, { kind: "delta" | "full" }>;

/** What protects people first comes first; what is dropped goes last, when its successor is in place. */
const ORDER: Readonly<Record<ArtifactKind, number>> = {
  blocklist: 0,
  paths: 1,
  brands: 2,
  alerts: 3,
  contacts: 4,
  portals: 5,
  model: 6,
  decisions: 7,
  tips: 8,
};

/**
 * Compares what is installed with what the feed offers.
 *
 * @param installed raw SHA-256 (lower-case hex) by artifact path
 * @param wanted which artifacts this browser uses (categories that are on, kinds that it knows what to do with)
 * @returns one step per wanted or installed artifact, in the order to take them
 * @throws FeedError "damaged" if an artifact's description is not readable, "too-large" if one is over its limit:
 *   nothing of such a feed is used, and what is installed stays
 */
export function planUpdate(
  installed: ReadonlyMap<string, string>,
  feed: Pick<TrustedFeed, "targets">,
  wanted: (artifact: Artifact) => boolean,
): UpdateStep[] {
  const artifacts: Artifact[] = [];
  const deltas = new Map<string, Delta>();
  for (const target of feed.targets.values()) {
    const artifact = readArtifact(target);
    if (artifact === null) continue;
    if (isDelta(artifact)) deltas.set(`${artifact.of} ${artifact.from} ${artifact.to}`, artifact);
    else if (wanted(artifact)) artifacts.push(artifact);
  }
  artifacts.sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || (a.path < b.path ? -1 : 1));

  const steps = artifacts.map((artifact): UpdateStep => {
    const { path, raw } = artifact;
    const limit = MAX_RAW_LENGTH[artifact.kind];
    if (raw.length > limit || artifact.target.length > limit) {
      throw new FeedError("too-large", `${path}: ${raw.length} bytes, the limit is ${limit}`);
    }
    const have = installed.get(path);
    if (have === raw.sha256) return { kind: "keep", path, artifact };
    const delta = have === undefined ? undefined : deltas.get(`${path} ${have} ${raw.sha256}`);
    const fits = delta && delta.raw.length <= limit && delta.target.length < artifact.target.length;
    return fits ? { kind: "delta", path, artifact, delta } : { kind: "full", path, artifact };
  });

  const planned = new Set(artifacts.map((artifact) => artifact.path));
  for (const path of [...installed.keys()].sort()) {
    if (!planned.has(path)) steps.push({ kind: "drop", path });
  }
  return steps;
}
