// The writer of our feed: a standard TUF repository (specification 1.0.x) in a folder that any web server can serve.
//
//   const keys = await createKeyFolder("keys");            // once; later: await readKeyFolder("keys")
//   const repository = await openRepository("feed", keys); // the folder may be new
//   for (const { targets } of await repository.history(7)) // newest first: bases for deltas
//     ... await repository.read(target) ...
//   await repository.publish({ targets: [{ path, bytes, custom }], now: Date.now() });
//   await repository.prune({ versions: 30 });              // now and then
//
// The folder holds `metadata/` ("7.targets.json", …, and "timestamp.json", which alone is replaced) and `targets/`
// ("blocklist/<sha256>.scam.ttb.gz"). A publish writes targets, their metadata and the snapshot under new names first
// and the timestamp last, by rename: whoever reads in between, or after a crash in between, sees the last version.

import { canonicalJson } from "../core/feed/canonical-json.ts";
import { FeedError } from "../core/feed/feed-error.ts";
import { parseMetadata } from "../core/feed/metadata.ts";
import type { TopLevelRole } from "../core/feed/role-name.ts";
import { targetsByPath } from "../core/feed/target-search.ts";
import type { TargetInfo } from "../core/feed/types.ts";
import { OperatorError } from "../node/operator-error.ts";
import { feedFiles } from "./signing/feed-files.ts";
import { checkHandedIn, type HandedIn } from "./signing/handed-in.ts";
import type { RoleSigners } from "./signing/key-folder.ts";
import { withPublishLock } from "./signing/publish-lock.ts";
import { type PublishedUnit, readUnits } from "./signing/read-units.ts";
import { readRepositoryState, signedOf } from "./signing/repository-state.ts";
import { requireSigners } from "./signing/require-signers.ts";
import { type NextRoot, nextRoot, signersFor } from "./signing/root-metadata.ts";
import {
  type Bytes,
  describeTarget,
  expiryAfter,
  type RootJson,
  signMetadata,
  type TargetFileJson,
  type TargetsJson,
} from "./signing/signed-metadata.ts";
import type { PublicKey, SigningKey } from "./signing/signing-key.ts";
import { isTargetPath } from "./signing/target-path.ts";
import { type DelegationsJson, withoutUnit, withUnit } from "./signing/unit-delegations.ts";
import { unitRole } from "./signing/unit-metadata.ts";
import { type MetadataChange, writeMetadata } from "./signing/write-metadata.ts";

export interface RepositorySettings {
  /** Days that a role's metadata is good for. */
  days?: Partial<Record<TopLevelRole, number>>;
  /** Signatures that a role takes in the first root, 1 unless given. Later: rotateRoot. */
  thresholds?: Partial<Record<TopLevelRole, number>>;
}

/** A timestamp that is not renewed within days shows a freeze; what stands above it changes seldom and by hand. */
export const DEFAULT_DAYS: Readonly<Record<TopLevelRole, number>> = {
  root: 365,
  timestamp: 7,
  snapshot: 30,
  targets: 90,
};

export interface TargetInput {
  /** TARGETPATH: parts of A-Z, a-z, 0-9 and "._~@+-", parted by "/". */
  path: string;
  bytes: Bytes;
  /** What artifacts.ts describes. */
  custom?: unknown;
}

export interface Published {
  /** Version of the targets: the version of the feed. */
  version: number;
  timestampVersion: number;
  /** False if the targets were the same as before: then only the timestamp is new. */
  changed: boolean;
}

export interface Repository {
  /** Version of the feed that is published, 0 if none is. */
  version(): number;
  /** The newest root, for shipping with a client; null before the first publish. */
  root(): Bytes | null;
  /** When each published role expires, in milliseconds since the epoch; empty before the first publish. */
  expiries(): Partial<Record<TopLevelRole, number>>;
  /**
   * Asks before long work whether the keys at hand can sign what follows.
   *
   * @param input.keyFolder where they were read from, for the message
   * @param input.roles those that must sign: all for a first publish, else all but the root unless given
   * @param input.now if given, an expired root is refused too: nothing can be published under it
   * @throws OperatorError that says which keys are missing
   */
  requireSigners(input: { keyFolder: string; roles?: readonly TopLevelRole[]; now?: number }): void;
  /** The published top-level targets by path. */
  targets(): ReadonlyMap<string, TargetInfo>;
  /** Up to `count` published versions that are still in the folder, newest first, the current one included. */
  history(count: number): Promise<{ version: number; targets: ReadonlyMap<string, TargetInfo> }[]>;
  /** The bytes of a published target of any version; null if they are no longer there or are damaged. */
  read(target: Pick<TargetInfo, "path" | "hashes">): Promise<Bytes | null>;
  /**
   * Publishes these targets in place of those before. The first publish makes the root, for which all roles' keys
   * must be at hand.
   *
   * @param input.targets all targets, whole
   * @param input.keep which published targets stay although they are not among `targets`; none unless given
   * @param input.now milliseconds since the epoch
   * @throws OperatorError if keys are missing, a path is bad, or clients would refuse the result: nothing is published
   */
  publish(input: {
    targets: readonly TargetInput[];
    keep?: (target: TargetInfo) => boolean;
    now: number;
  }): Promise<Published>;
  /**
   * Signs a new root with the old root's keys at hand and the new ones, then all that its new keys must sign.
   *
   * @param input.keys keys of the roles that change, none to renew the root as it is
   */
  rotateRoot(input: {
    keys?: Partial<Record<TopLevelRole, SigningKey[]>>;
    thresholds?: Partial<Record<TopLevelRole, number>>;
    now: number;
  }): Promise<Published>;
  /** Lets a unit publish `local/<unit>/*` under its own keys, or changes these keys. */
  delegate(input: {
    unit: string;
    keys: PublicKey[];
    threshold?: number;
    now: number;
  }): Promise<Published>;
  /**
   * Takes the delegation back: clients no longer find the unit's targets. The snapshot goes on naming the unit's
   * metadata, since clients take the removal of a role for a rollback (§5.5.5).
   */
  withdraw(input: { unit: string; now: number }): Promise<Published>;
  /** The units that may publish, and what they have published. */
  units(): Promise<PublishedUnit[]>;
  /** Publishes a unit's metadata, signed by itself (signUnitMetadata), with those of its files that are new. */
  includeUnit(input: HandedIn & { now: number }): Promise<Published>;
  /**
   * Deletes metadata older than the newest `versions` of its role, and targets that none of the rest names.
   *
   * @returns number of files deleted
   */
  prune(input: { versions: number }): Promise<number>;
}

/**
 * Opens the repository in a folder, or a new one.
 *
 * @param keys those at hand; the root's may be absent where no root is made
 * @throws OperatorError if the folder holds something that this feed's keys have not signed
 */
export async function openRepository(
  folder: string,
  keys: RoleSigners,
  settings: RepositorySettings = {},
): Promise<Repository> {
  const files = feedFiles(folder);
  const days = { ...DEFAULT_DAYS, ...settings.days };
  let signers = keys;
  let state = await readRepositoryState(files, folder);

  /** Another process may have published since: what is there is read again under the lock. */
  function alone<T>(work: () => Promise<T>): Promise<T> {
    return withPublishLock(folder, async () => {
      state = await readRepositoryState(files, folder);
      return work();
    });
  }

  async function commit(change: MetadataChange): Promise<Published> {
    const root = change.root ?? (state.root === null ? firstRoot(change.now) : null);
    const before = state;
    state = await writeMetadata(files, before, { ...change, root }, { signers, days });
    const { targets, timestamp } = state;
    const changed = targets?.version !== before.targets?.version || change.delegated !== undefined;
    return { version: targets?.version ?? 0, timestampVersion: timestamp?.version ?? 0, changed };
  }

  function firstRoot(now: number): { signed: RootJson; bytes: Bytes } {
    return signRoot(null, {
      keys: signers,
      ...(settings.thresholds && { thresholds: settings.thresholds }),
      expires: expiryAfter(now, days.root),
    });
  }

  function signRoot(previous: RootJson | null, next: NextRoot) {
    const signed = nextRoot(previous, next);
    const by = [...signersFor("root", signed, signers)];
    if (previous !== null) by.push(...signersFor("root", previous, signers));
    return { signed, bytes: signMetadata(signed, by) };
  }

  async function publish({ targets, keep, now }: Parameters<Repository["publish"]>[0]) {
    return alone(async () => {
      const list: Record<string, TargetFileJson> = {};
      for (const [path, file] of Object.entries(state.targets?.targets ?? {})) {
        const { length, hashes, custom } = file;
        if (keep?.({ path, length, hashes, custom })) list[path] = file;
      }
      const seen = new Set<string>();
      for (const { path, bytes, custom } of targets) {
        if (!isTargetPath(path)) throw new OperatorError(`"${path}" is no path of a target`);
        if (seen.has(path)) throw new OperatorError(`${path}: is given twice`);
        seen.add(path);
        list[path] = describeTarget(bytes, custom);
      }
      const before = state.targets;
      const same = before !== null && canonicalJson(list) === canonicalJson(before.targets);
      if (same) return commit({ files: targets, now });
      const delegations = before?.delegations;
      return commit({
        targets: { targets: list, ...(delegations && { delegations }) },
        files: targets,
        now,
      });
    });
  }

  async function rotateRoot({
    keys: changed = {},
    thresholds,
    now,
  }: Parameters<Repository["rotateRoot"]>[0]) {
    return alone(async () => {
      if (state.root === null) throw new OperatorError(`${folder}: has no root yet`);
      const before = signers;
      // Old root keys sign too, so both must be at hand while the root is signed.
      const root = [...before.root, ...(changed.root ?? [])];
      signers = { ...before, ...changed, root };
      try {
        const next = signRoot(state.root, {
          keys: changed,
          ...(thresholds && { thresholds }),
          expires: expiryAfter(now, days.root),
        });
        return await commit({ root: next, now });
      } catch (error) {
        signers = before;
        throw error;
      }
    });
  }

  function changeDelegations(
    now: number,
    change: (old: DelegationsJson | undefined) => DelegationsJson,
  ): Promise<Published> {
    return alone(async () => {
      if (state.targets === null) throw new OperatorError(`${folder}: has no feed yet`);
      const { targets, delegations } = state.targets;
      return commit({ targets: { targets, delegations: change(delegations) }, now });
    });
  }

  async function includeUnit({ now, ...handedIn }: Parameters<Repository["includeUnit"]>[0]) {
    return alone(async () => {
      const name = unitRole(handedIn.unit);
      const last = state.snapshot?.meta[`${name}.json`]?.version ?? 0;
      const { version, files: all } = await checkHandedIn(handedIn, last, files);
      return commit({ delegated: { name, version, bytes: handedIn.metadata }, files: all, now });
    });
  }

  async function history(count: number) {
    const versions: { version: number; targets: ReadonlyMap<string, TargetInfo> }[] = [];
    for (let version = state.targets?.version ?? 0; version > 0; version--) {
      if (versions.length >= count) break;
      const bytes = await files.readMetadata("targets", version);
      // What is gone or damaged by now is only a base less for deltas.
      const known = bytes && readTargets(bytes);
      if (known === null) break;
      versions.push({ version, targets: known });
    }
    return versions;
  }

  async function prune({ versions }: { versions: number }): Promise<number> {
    return alone(async () => {
      const newest = new Map([["snapshot", state.snapshot?.version ?? 0]]);
      for (const [file, { version }] of Object.entries(state.snapshot?.meta ?? {})) {
        newest.set(file.replace(/\.json$/, ""), version);
      }
      const keepTargets = new Set<string>();
      for (const [role, last] of newest) {
        if (role === "snapshot") continue;
        for (let version = last; version > Math.max(0, last - versions); version--) {
          const bytes = await files.readMetadata(role, version);
          if (bytes === null) continue;
          const { targets } = signedOf<TargetsJson>(bytes);
          for (const [path, { hashes }] of Object.entries(targets)) {
            keepTargets.add(`${hashes.sha256} ${path}`);
          }
        }
      }
      const isKept = (role: string, version: number) =>
        version > (newest.get(role) ?? Number.POSITIVE_INFINITY) - Math.max(1, versions);
      return files.prune(isKept, keepTargets);
    });
  }

  return {
    version: () => state.targets?.version ?? 0,
    root: () => state.rootBytes,
    expiries: () => {
      const { root, timestamp, snapshot, targets } = state;
      return Object.fromEntries(
        Object.entries({ root, timestamp, snapshot, targets }).flatMap(([role, signed]) =>
          signed === null ? [] : [[role, Date.parse(signed.expires)]],
        ),
      );
    },
    requireSigners: (input) =>
      requireSigners({
        ...input,
        root: state.root,
        signers,
        folder,
        thresholds: settings.thresholds ?? {},
      }),
    targets: () =>
      new Map(
        Object.entries(state.targets?.targets ?? {}).map(([path, { length, hashes, custom }]) => [
          path,
          { path, length, hashes, custom },
        ]),
      ),
    history,
    read: (target) => files.readTarget(target),
    publish,
    rotateRoot,
    units: () => readUnits(files, state),
    delegate: ({ unit, keys: unitKeys, threshold = 1, now }) =>
      changeDelegations(now, (old) => withUnit(old, unit, { keys: unitKeys, threshold })),
    withdraw: ({ unit, now }) => changeDelegations(now, (old) => withoutUnit(old, unit)),
    includeUnit,
    prune,
  };
}

function readTargets(bytes: Bytes): ReadonlyMap<string, TargetInfo> | null {
  try {
    return targetsByPath(parseMetadata("targets", bytes).signed);
  } catch (error) {
    if (error instanceof FeedError) return null;
    throw error;
  }
}
