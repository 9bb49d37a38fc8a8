import type { TopLevelRole } from "../../core/feed/role-name.ts";
import type { FeedFiles } from "./feed-files.ts";
import type { RoleSigners } from "./key-folder.ts";
import { type RepositoryState, rehearse } from "./repository-state.ts";
import { signersFor } from "./root-metadata.ts";
import {
  type Bytes,
  expiryAfter,
  metaFileOf,
  type RootJson,
  type SnapshotJson,
  SPEC_VERSION,
  signMetadata,
  type TargetsJson,
  type TimestampJson,
} from "./signed-metadata.ts";

/** What is new in a publish; roles that it does not name stay, unless they are about to expire. */
export interface MetadataChange {
  root?: { signed: RootJson; bytes: Bytes } | null;
  targets?: Pick<TargetsJson, "targets" | "delegations">;
  /** Target files that may not be in the feed yet. */
  files?: readonly { path: string; bytes: Bytes }[];
  /** Metadata that a delegated role has signed itself. */
  delegated?: { name: string; version: number; bytes: Bytes };
  /** Milliseconds since the epoch. */
  now: number;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Signs what a change calls for and writes it, the timestamp last. The timestamp is new each time, so that a client
 * may take an unchanged one for "nothing has changed", the root included.
 *
 * @returns the state after it
 * @throws OperatorError if keys are missing or clients would refuse the result: nothing is written then
 */
export async function writeMetadata(
  files: FeedFiles,
  state: RepositoryState,
  change: MetadataChange,
  { signers, days }: { signers: RoleSigners; days: Readonly<Record<TopLevelRole, number>> },
): Promise<RepositoryState> {
  const { now, root: newRoot, delegated } = change;
  const root = newRoot?.signed ?? state.root;
  const rootBytes = newRoot?.bytes ?? state.rootBytes;
  if (root === null || rootBytes === null) throw new Error("a repository has a root");

  const sign = (signed: TargetsJson | SnapshotJson | TimestampJson) =>
    signMetadata(signed, signersFor(signed._type, root, signers));
  const common = (role: TopLevelRole, before: { version: number } | null) => ({
    spec_version: SPEC_VERSION,
    version: (before?.version ?? 0) + 1,
    expires: expiryAfter(now, days[role]),
  });
  // Half of its life is left for the operator to notice that signing fails.
  const isDue = (role: TopLevelRole, signed: { expires: string }) =>
    Boolean(newRoot) ||
    state.unfinishedRotation ||
    Date.parse(signed.expires) - now < (days[role] * DAY) / 2;

  const published = state.targets && (await files.readMetadata("targets", state.targets.version));
  let targets = state.targets;
  let targetsBytes = published;
  if (!targets || !targetsBytes || change.targets || isDue("targets", targets)) {
    const { targets: list = {}, delegations } = change.targets ?? targets ?? {};
    targets = {
      _type: "targets",
      ...common("targets", targets),
      targets: list,
      ...(delegations && { delegations }),
    };
    targetsBytes = sign(targets);
  }

  let snapshot = state.snapshot;
  let snapshotBytes = snapshot && (await files.readMetadata("snapshot", snapshot.version));
  const isOther = targetsBytes !== published || delegated !== undefined;
  if (!snapshot || !snapshotBytes || isOther || isDue("snapshot", snapshot)) {
    const meta: SnapshotJson["meta"] = {
      ...snapshot?.meta,
      "targets.json": metaFileOf(targets.version, targetsBytes),
    };
    if (delegated) {
      meta[`${delegated.name}.json`] = metaFileOf(delegated.version, delegated.bytes);
    }
    snapshot = { _type: "snapshot", ...common("snapshot", snapshot), meta };
    snapshotBytes = sign(snapshot);
  }

  const timestamp: TimestampJson = {
    _type: "timestamp",
    ...common("timestamp", state.timestamp),
    meta: { "snapshot.json": metaFileOf(snapshot.version, snapshotBytes) },
  };
  const next = {
    root: rootBytes,
    timestamp: sign(timestamp),
    snapshot: snapshotBytes,
    targets: targetsBytes,
    delegated: new Map(delegated ? [[delegated.name, delegated.bytes]] : []),
  };
  await rehearse(state.rootBytes, next, now);

  for (const { path, bytes } of change.files ?? []) await files.writeTarget(path, bytes);
  await files.writeMetadata("targets", next.targets, targets.version);
  if (delegated) await files.writeMetadata(delegated.name, delegated.bytes, delegated.version);
  await files.writeMetadata("snapshot", next.snapshot, snapshot.version);
  if (newRoot) {
    await files.writeMetadata("root", rootBytes, root.version);
    await files.writeMetadata("root", rootBytes);
  }
  await files.writeMetadata("timestamp", next.timestamp);
  return { root, rootBytes, timestamp, snapshot, targets, unfinishedRotation: false };
}
