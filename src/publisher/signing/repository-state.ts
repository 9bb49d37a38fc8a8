import { keysOfRole } from "../../core/feed/delegations.ts";
import { FeedError } from "../../core/feed/feed-error.ts";
import { TrustedMetadata } from "../../core/feed/trusted-metadata.ts";
import { OperatorError } from "../../node/operator-error.ts";
import type { FeedFiles } from "./feed-files.ts";
import type {
  Bytes,
  RootJson,
  SignedJson,
  SnapshotJson,
  TargetsJson,
  TimestampJson,
} from "./signed-metadata.ts";

/** What is published now. A role is null while it has never been published. */
export interface RepositoryState {
  root: RootJson | null;
  rootBytes: Bytes | null;
  timestamp: TimestampJson | null;
  snapshot: SnapshotJson | null;
  targets: TargetsJson | null;
  /** True if a role is signed by keys that the newest root no longer names: a rotation was cut short. */
  unfinishedRotation: boolean;
}

/**
 * Reads what is published, and believes only what the repository's own keys have signed: what someone else has put
 * into the folder must not be signed over again.
 *
 * @throws OperatorError if the folder holds something else than a whole repository
 */
export async function readRepositoryState(
  files: FeedFiles,
  folder: string,
): Promise<RepositoryState> {
  const newest = await files.newestRoot();
  if (newest === 0) {
    if ((await files.readMetadata("timestamp")) !== null) {
      throw new OperatorError(`${folder}: has a timestamp but no root`);
    }
    return {
      root: null,
      rootBytes: null,
      timestamp: null,
      snapshot: null,
      targets: null,
      unfinishedRotation: false,
    };
  }
  const reader = await openReader(files, newest, folder);
  const timestamp = await reader.read<TimestampJson>("timestamp");
  const snapshot =
    timestamp &&
    (await reader.read<SnapshotJson>("snapshot", timestamp.meta["snapshot.json"].version));
  const targetsVersion = snapshot?.meta["targets.json"]?.version;
  const targets =
    targetsVersion === undefined ? null : await reader.read<TargetsJson>("targets", targetsVersion);
  return {
    root: reader.root,
    rootBytes: reader.rootBytes,
    timestamp,
    snapshot,
    targets,
    unfinishedRotation: reader.sawOldKeys(),
  };
}

/** The root that a publisher wrote is only as good as the last one: both may vouch, so that a rotation can be ended. */
async function openReader(files: FeedFiles, newest: number, folder: string) {
  const rootBytes = await files.readMetadata("root", newest);
  if (rootBytes === null) throw new OperatorError(`${folder}: ${newest}.root.json is gone`);
  const current = await openRoot(rootBytes, newest, folder);
  const previousBytes = newest > 1 ? await files.readMetadata("root", newest - 1) : null;
  const previous = previousBytes && (await openRoot(previousBytes, newest - 1, folder));
  let oldKeys = false;

  async function read<T extends SignedJson>(
    role: "timestamp" | "snapshot" | "targets",
    version?: number,
  ): Promise<T | null> {
    const name = `${version === undefined ? "" : `${version}.`}${role}.json`;
    const bytes = await files.readMetadata(role, version);
    if (bytes === null) {
      if (version === undefined) return null;
      throw new OperatorError(`${folder}: ${name} is gone`);
    }
    if (!(await isVerified(current, role, bytes))) {
      if (previous === null || !(await isVerified(previous, role, bytes))) {
        throw new OperatorError(
          `${folder}: ${name} is damaged or was not signed by this feed's keys`,
        );
      }
      oldKeys = true;
    }
    return signedOf<T>(bytes);
  }
  return { root: signedOf<RootJson>(rootBytes), rootBytes, read, sawOldKeys: () => oldKeys };
}

async function openRoot(bytes: Bytes, version: number, folder: string): Promise<TrustedMetadata> {
  try {
    return await TrustedMetadata.open(bytes, crypto.subtle, 0);
  } catch (cause) {
    if (!(cause instanceof FeedError)) throw cause;
    throw new OperatorError(`${folder}: ${version}.root.json: ${cause.message}`, { cause });
  }
}

async function isVerified(
  trust: TrustedMetadata,
  role: "timestamp" | "snapshot" | "targets",
  bytes: Bytes,
): Promise<boolean> {
  try {
    await trust.verified(role, bytes);
    return true;
  } catch (error) {
    if (error instanceof FeedError) return false;
    throw error;
  }
}

/** The signed part with all its fields, after its form was checked. */
export function signedOf<T extends SignedJson>(bytes: Bytes): T {
  return (JSON.parse(new TextDecoder().decode(bytes)) as { signed: T }).signed;
}

/** What a publish is about to write. */
export interface NextMetadata {
  root: Bytes;
  timestamp: Bytes;
  snapshot: Bytes;
  targets: Bytes;
  /** New files of delegated roles, by name. */
  delegated: ReadonlyMap<string, Bytes>;
}

/**
 * Takes new metadata the way a client will, before it is written: a publish that clients would refuse must fail here.
 *
 * @throws OperatorError
 */
export async function rehearse(
  publishedRoot: Bytes | null,
  next: NextMetadata,
  now: number,
): Promise<void> {
  try {
    const trust = await TrustedMetadata.open(publishedRoot ?? next.root, crypto.subtle, now);
    if (publishedRoot !== null && publishedRoot !== next.root) await trust.acceptRoot(next.root);
    trust.requireFreshRoot();
    await trust.acceptTimestamp(next.timestamp);
    await trust.acceptSnapshot(next.snapshot);
    const by = trust.delegatorOf("targets");
    const { delegations } = await trust.verifiedTargets("targets", next.targets, by);
    for (const [name, bytes] of next.delegated) {
      const role = delegations && keysOfRole(delegations, name);
      if (!role) throw new OperatorError(`${name}: is not delegated`);
      await trust.verifiedTargets(name, bytes, { keys: delegations.keys, role });
    }
  } catch (cause) {
    if (!(cause instanceof FeedError)) throw cause;
    throw new OperatorError(`nothing was published: ${cause.message}`, { cause });
  }
}
