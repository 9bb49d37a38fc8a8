import { FeedError } from "./feed-error.ts";
import { FetchError } from "./fetch-error.ts";
import { checkFile, knownHash } from "./file-check.ts";
import type { Targets } from "./metadata.ts";
import { encodeRoleName } from "./role-name.ts";
import { findTarget, targetsByPath } from "./target-search.ts";
import { type Delegator, TrustedMetadata } from "./trusted-metadata.ts";
import type { FeedClient, FeedLimits, FeedNeeds, TargetInfo, TrustedFeed } from "./types.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Sizes and counts are python-tuf's, so that every repository it can read can be read here. Times are our own: a minute
 * is plenty for some 100 kB of metadata over GPRS, and what it brings of a long chain of roots is kept for the next try.
 */
export const DEFAULT_LIMITS: FeedLimits = {
  root: 512_000,
  timestamp: 16_384,
  snapshot: 2_000_000,
  targets: 5_000_000,
  rootRotations: 256,
  delegations: 32,
  metadataTime: 60_000,
  targetTime: 30_000,
  minRate: 4_000,
};

/** What one refresh has established. */
interface Session {
  trust: TrustedMetadata;
  targets: Targets;
}

/** A TUF client (specification 1.0.x) whose storage, network, clock and cryptography come from outside. */
export function createFeedClient(needs: FeedNeeds): FeedClient {
  const { store, fetcher, crypto } = needs;
  const limits = { ...DEFAULT_LIMITS, ...needs.limits };
  const metadataUrl = withSlash(needs.metadataUrl);
  let session: Session | null = null;
  let running: Promise<TrustedFeed> | null = null;
  let metadataDeadline = 0;

  function refresh(): Promise<TrustedFeed> {
    running ??= runRefresh().finally(() => {
      running = null;
    });
    return running;
  }

  async function runRefresh(): Promise<TrustedFeed> {
    allowMetadataTime();
    const trust = await openRoot(needs.now());
    let timestampBytes: Bytes | null = null;
    if (needs.rootCheck === "when-changed") {
      const kept = await settled(trust);
      timestampBytes = kept === null ? null : await fetchMetadata("timestamp", limits.timestamp);
      if (kept !== null && timestampBytes !== null && sameBytes(kept.bytes, timestampBytes)) {
        session = { trust, targets: kept.targets };
        return describe(trust, kept.targets, false);
      }
    }
    // A fresh start: what `settled` took in must not stand if the root changes now.
    const whole = await openRoot(needs.now());
    await followRoots(whole);
    whole.requireFreshRoot();
    await followTimestamp(whole, timestampBytes);
    const newSnapshot = await followSnapshot(whole);
    const { targets, fetched } = await loadTargets(whole, "targets", whole.delegatorOf("targets"));
    session = { trust: whole, targets };
    return describe(whole, targets, newSnapshot || fetched);
  }

  /** The newer one of the stored root and the root that came with the program; a stored one that is broken is not used. */
  async function openRoot(now: number): Promise<TrustedMetadata> {
    const stored = await store.get("root");
    const shipped = needs.trustedRoot
      ? await TrustedMetadata.open(needs.trustedRoot, crypto, now)
      : null;
    if (stored === null) {
      if (shipped === null) throw new FeedError("not-found", "root: there is no trusted root");
      return shipped;
    }
    if (shipped === null) return TrustedMetadata.open(stored, crypto, now);
    const kept = await unlessRefused(TrustedMetadata.open(stored, crypto, now));
    return kept !== null && kept.root.version >= shipped.root.version ? kept : shipped;
  }

  /** §5.3 */
  async function followRoots(trust: TrustedMetadata): Promise<void> {
    for (let walked = 0; walked < limits.rootRotations; walked++) {
      const bytes = await fetchNextRoot(trust.root.version + 1);
      if (bytes === null) return;
      await trust.acceptRoot(bytes);
      await store.put("root", bytes);
    }
  }

  async function fetchNextRoot(version: number): Promise<Bytes | null> {
    try {
      return await fetchMetadata("root", limits.root, version);
    } catch (error) {
      // Object stores answer 403 for what does not exist.
      if (error instanceof FeedError && error.code === "not-found") return null;
      throw error;
    }
  }

  /** §5.4 */
  async function followTimestamp(trust: TrustedMetadata, given: Bytes | null): Promise<void> {
    const stored = await store.get("timestamp");
    // After a rotation of its keys a stored timestamp no longer verifies: recovery from fast-forward (§5.3.11).
    if (stored !== null) await unlessRefused(trust.acceptTimestamp(stored));
    const bytes = given ?? (await fetchMetadata("timestamp", limits.timestamp));
    const isNew = await trust.acceptTimestamp(bytes);
    trust.requireFreshTimestamp();
    if (isNew) await store.put("timestamp", bytes);
  }

  /** §5.5. @returns whether a snapshot was fetched */
  async function followSnapshot(trust: TrustedMetadata): Promise<boolean> {
    const stored = await store.get("snapshot");
    if (stored !== null && (await unlessRefused(trust.acceptStoredSnapshot(stored)))) return false;
    const meta = trust.requireFreshTimestamp().meta["snapshot.json"];
    const bytes = await fetchMetadata(
      "snapshot",
      Math.min(meta.length ?? limits.snapshot, limits.snapshot),
      trust.root.consistent_snapshot ? meta.version : undefined,
    );
    await trust.acceptSnapshot(bytes);
    await store.put("snapshot", bytes);
    return true;
  }

  /** §5.6 */
  async function loadTargets(
    trust: TrustedMetadata,
    name: string,
    delegator: Delegator,
  ): Promise<{ targets: Targets; fetched: boolean }> {
    const meta = trust.metaOf(name);
    const stored = await store.get(name);
    const kept = stored && (await unlessRefused(trust.verifiedTargets(name, stored, delegator)));
    if (kept !== null) return { targets: kept, fetched: false };
    const bytes = await fetchMetadata(
      name,
      Math.min(meta.length ?? limits.targets, limits.targets),
      trust.root.consistent_snapshot ? meta.version : undefined,
    );
    const targets = await trust.verifiedTargets(name, bytes, delegator);
    await store.put(name, bytes);
    return { targets, fetched: true };
  }

  /** The stored metadata, if it is whole, belongs together and has not expired: nothing would have to be fetched. */
  async function settled(
    trust: TrustedMetadata,
  ): Promise<{ bytes: Bytes; targets: Targets } | null> {
    const [bytes, snapshot, targets] = await Promise.all(
      (["timestamp", "snapshot", "targets"] as const).map((role) => store.get(role)),
    );
    if (!bytes || !snapshot || !targets) return null;
    const read = async () => {
      trust.requireFreshRoot();
      await trust.acceptTimestamp(bytes);
      if (!(await trust.acceptStoredSnapshot(snapshot))) return null;
      return trust.verifiedTargets("targets", targets, trust.delegatorOf("targets"));
    };
    const kept = await unlessRefused(read());
    return kept && { bytes, targets: kept };
  }

  async function trusted(): Promise<TrustedFeed | null> {
    const roles = await Promise.all([
      store.get("timestamp"),
      store.get("snapshot"),
      store.get("targets"),
    ]);
    const [timestampBytes, snapshotBytes, targetsBytes] = roles;
    if (!timestampBytes || !snapshotBytes || !targetsBytes) return null;
    const read = async () => {
      const trust = await openRoot(needs.now());
      const timestamp = await trust.verified("timestamp", timestampBytes);
      const snapshot = await trust.verified("snapshot", snapshotBytes);
      const targets = await trust.verified("targets", targetsBytes);
      return feedOf(timestamp, snapshot, targets, false);
    };
    return unlessRefused(read());
  }

  async function target(path: string): Promise<TargetInfo | null> {
    if (session === null) await refresh();
    if (session === null) throw new Error("a refresh leaves a session");
    const { trust, targets } = session;
    allowMetadataTime();
    const load = async (name: string, delegator: Delegator) =>
      (await loadTargets(trust, name, delegator)).targets;
    return findTarget(path, targets, load, limits.delegations, crypto);
  }

  async function download(target: TargetInfo): Promise<Bytes> {
    const cached = (await needs.artifacts?.get(target)) ?? null;
    if (cached !== null) {
      const good = await unlessRefused(
        checkFile(target.path, cached, target, crypto).then(() => true),
      );
      if (good) return cached;
    }
    if (needs.targetsUrl === undefined) throw new Error("no base address of targets was given");
    const { root } = session?.trust ?? (await openRoot(needs.now()));
    const url = withSlash(needs.targetsUrl) + fileName(target, root.consistent_snapshot);
    const timeout = limits.targetTime + (1000 * target.length) / limits.minRate;
    const bytes = await fetchFile(target.path, url, target.length, timeout);
    await checkFile(target.path, bytes, target, crypto);
    await needs.artifacts?.put(target, bytes);
    return bytes;
  }

  function allowMetadataTime(): void {
    metadataDeadline = needs.now() + limits.metadataTime;
  }

  /** A server that sends each file slowly, or many of them, has no more time than one that sends a few at once. */
  async function fetchMetadata(role: string, maxLength: number, version?: number): Promise<Bytes> {
    // A clock that was set back meanwhile gives no file more than the whole time.
    const timeout = Math.min(metadataDeadline - needs.now(), limits.metadataTime);
    if (timeout <= 0) throw new FeedError("offline", `${role}: metadata takes too long`);
    const prefix = version === undefined ? "" : `${version}.`;
    return fetchFile(
      role,
      `${metadataUrl}${prefix}${encodeRoleName(role)}.json`,
      maxLength,
      timeout,
    );
  }

  async function fetchFile(
    name: string,
    url: string,
    maxLength: number,
    timeout: number,
  ): Promise<Bytes> {
    let bytes: Bytes;
    try {
      bytes = await fetcher(url, { maxLength, timeout });
    } catch (error) {
      if (error instanceof FetchError) throw asFeedError(name, error);
      throw error;
    }
    if (bytes.length > maxLength) {
      throw new FeedError("too-large", `${name}: more than ${maxLength} bytes`);
    }
    return bytes;
  }

  return { refresh, trusted, target, download };
}

function describe(trust: TrustedMetadata, targets: Targets, changed: boolean): TrustedFeed {
  const { timestamp, snapshot } = trust;
  if (timestamp === null || snapshot === null) throw new Error("a refresh trusts all roles");
  return feedOf(timestamp, snapshot, targets, changed);
}

function feedOf(
  timestamp: { version: number; expires: number },
  snapshot: { expires: number },
  targets: Targets,
  changed: boolean,
): TrustedFeed {
  return {
    version: targets.version,
    timestampVersion: timestamp.version,
    expires: Math.min(timestamp.expires, snapshot.expires, targets.expires),
    changed,
    targets: targetsByPath(targets),
  };
}

/** The result, or null if the metadata or file is not to be trusted. Other failures (storage) go on. */
async function unlessRefused<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FeedError) return null;
    throw error;
  }
}

/** §6.2: with consistent snapshots a target's file name has one of its hashes in front. */
function fileName(target: TargetInfo, consistent: boolean): string {
  if (!consistent) return target.path;
  const hash = knownHash(target.hashes);
  if (hash === null) throw new FeedError("damaged", `${target.path}: no hash of a known algorithm`);
  const slash = target.path.lastIndexOf("/") + 1;
  return `${target.path.slice(0, slash)}${hash}.${target.path.slice(slash)}`;
}

function asFeedError(name: string, error: FetchError): FeedError {
  const message = `${name}: ${error.message}`;
  if (error.problem !== "status") return new FeedError(error.problem, message, { cause: error });
  const missing = error.status === 404 || error.status === 403;
  return new FeedError(missing ? "not-found" : "server", message, { cause: error });
}

function sameBytes(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function withSlash(url: string): string {
  return url.endsWith("/") ? url : `${url}/`;
}
