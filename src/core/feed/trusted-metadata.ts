import { FeedError } from "./feed-error.ts";
import { checkFile } from "./file-check.ts";
import { meetsThreshold } from "./keys.ts";
import {
  type Keys,
  type MetadataType,
  type MetaFile,
  parseMetadata,
  type RoleKeys,
  type Root,
  type Signed,
  type Snapshot,
  type Targets,
  type Timestamp,
} from "./metadata.ts";
import type { FeedCrypto } from "./types.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Who vouches for a role: the keys of its delegator and which of them sign for it. */
export interface Delegator {
  keys: Keys;
  role: RoleKeys;
}

/**
 * The rules of the TUF client workflow (§5.3 to §5.6) over bytes that others fetch and store: what may follow what is
 * trusted. Each `accept…` verifies its bytes and either trusts them or throws a FeedError and leaves all as it was.
 */
export class TrustedMetadata {
  #root: Root;
  #timestamp: Timestamp | null = null;
  #snapshot: Snapshot | null = null;
  readonly #crypto: FeedCrypto;
  readonly #now: number;

  private constructor(root: Root, crypto: FeedCrypto, now: number) {
    this.#root = root;
    this.#crypto = crypto;
    this.#now = now;
  }

  /**
   * @param rootBytes the root to start from, trusted because it came with the program or was trusted before. It must
   *   verify by its own keys; that it may have expired is no matter yet (§5.3.10)
   * @param now milliseconds since the epoch, against which all expiry is judged
   */
  static async open(rootBytes: Bytes, crypto: FeedCrypto, now: number): Promise<TrustedMetadata> {
    const parsed = parseMetadata("root", rootBytes);
    const root = parsed.signed;
    const by = { keys: root.keys, role: root.roles.root };
    await verify("root", parsed, by, crypto);
    return new TrustedMetadata(root, crypto, now);
  }

  get root(): Root {
    return this.#root;
  }

  get timestamp(): Timestamp | null {
    return this.#timestamp;
  }

  get snapshot(): Snapshot | null {
    return this.#snapshot;
  }

  /** §5.3.4, §5.3.5: the next root is signed by a threshold of the old one's keys and of its own. */
  async acceptRoot(bytes: Bytes): Promise<void> {
    const parsed = parseMetadata("root", bytes);
    const next = parsed.signed;
    const old = this.#root;
    await verify("root", parsed, { keys: old.keys, role: old.roles.root }, this.#crypto);
    await verify("root", parsed, { keys: next.keys, role: next.roles.root }, this.#crypto);
    checkVersion("root", next.version, old.version + 1);
    this.#root = next;
  }

  /** §5.3.10. Throws "expired". */
  requireFreshRoot(): void {
    this.#requireFresh("root", this.#root);
  }

  /**
   * §5.4. Takes expired ones too, for a stored timestamp that has expired still guards against rollback:
   * requireFreshTimestamp comes after.
   *
   * @returns false if it has the version that is trusted already, which then stays
   */
  async acceptTimestamp(bytes: Bytes): Promise<boolean> {
    const next = await this.verified("timestamp", bytes);
    const old = this.#timestamp;
    if (old !== null) {
      checkNoRollback("timestamp", next.version, old.version);
      if (next.version === old.version) return false;
      const file = "snapshot.json";
      checkNoRollback("snapshot", next.meta[file].version, old.meta[file].version);
    }
    this.#timestamp = next;
    return true;
  }

  /** §5.4.4. Throws "expired". */
  requireFreshTimestamp(): Timestamp {
    const timestamp = required(this.#timestamp, "timestamp");
    this.#requireFresh("timestamp", timestamp);
    return timestamp;
  }

  /**
   * A snapshot that was trusted before. It guards against rollback whether or not it is still the one that the
   * timestamp names.
   *
   * @returns whether it is, so that none needs fetching
   */
  async acceptStoredSnapshot(bytes: Bytes): Promise<boolean> {
    const meta = this.requireFreshTimestamp().meta["snapshot.json"];
    const stored = await this.verified("snapshot", bytes);
    this.#snapshot = stored;
    return (
      stored.version === meta.version &&
      stored.expires > this.#now &&
      (await fits("snapshot", bytes, meta, this.#crypto))
    );
  }

  /** §5.5. */
  async acceptSnapshot(bytes: Bytes): Promise<void> {
    const meta = this.requireFreshTimestamp().meta["snapshot.json"];
    await checkFile("snapshot", bytes, meta, this.#crypto);
    const next = await this.verified("snapshot", bytes);
    checkVersion("snapshot", next.version, meta.version);
    for (const [file, { version }] of this.#snapshot?.meta ?? []) {
      const now = next.meta.get(file);
      if (now === undefined) throw new FeedError("rolled-back", `snapshot: ${file} is gone`);
      checkNoRollback(file, now.version, version);
    }
    this.#requireFresh("snapshot", next);
    this.#snapshot = next;
  }

  /** §5.6: targets, or a delegated role, as the snapshot names it and signed as its delegator wants it. */
  async verifiedTargets(name: string, bytes: Bytes, delegator: Delegator): Promise<Targets> {
    const meta = this.metaOf(name);
    await checkFile(name, bytes, meta, this.#crypto);
    const parsed = parseMetadata("targets", bytes, name);
    await verify(name, parsed, delegator, this.#crypto);
    checkVersion(name, parsed.signed.version, meta.version);
    this.#requireFresh(name, parsed.signed);
    return parsed.signed;
  }

  /** What the snapshot says of a role's file. */
  metaOf(name: string): MetaFile {
    const meta = required(this.#snapshot, "snapshot").meta.get(`${name}.json`);
    if (meta === undefined) throw new FeedError("forged", `${name}: not in the snapshot`);
    return meta;
  }

  /** Reads a top-level role and checks its signatures by the trusted root, and nothing more. */
  async verified<T extends Exclude<MetadataType, "root">>(
    type: T,
    bytes: Bytes,
  ): Promise<Signed<T>> {
    const parsed = parseMetadata(type, bytes);
    await verify(type, parsed, this.delegatorOf(type), this.#crypto);
    return parsed.signed;
  }

  delegatorOf(role: MetadataType): Delegator {
    return { keys: this.#root.keys, role: this.#root.roles[role] };
  }

  #requireFresh(name: string, signed: { expires: number }): void {
    if (signed.expires <= this.#now) {
      throw new FeedError("expired", `${name}: expired ${new Date(signed.expires).toISOString()}`);
    }
  }
}

async function verify(
  name: string,
  metadata: { signatures: { keyid: string; sig: string }[]; signedBytes: Bytes },
  by: Delegator,
  crypto: FeedCrypto,
): Promise<void> {
  if (
    !(await meetsThreshold(by.role, by.keys, metadata.signatures, metadata.signedBytes, crypto))
  ) {
    throw new FeedError(
      "forged",
      `${name}: fewer than ${by.role.threshold} good signatures of its keys`,
    );
  }
}

async function fits(
  name: string,
  bytes: Bytes,
  meta: MetaFile,
  crypto: FeedCrypto,
): Promise<boolean> {
  try {
    await checkFile(name, bytes, meta, crypto);
    return true;
  } catch (error) {
    if (error instanceof FeedError) return false;
    throw error;
  }
}

/** The version that the file's name or the signed metadata above it promises. */
function checkVersion(name: string, version: number, promised: number): void {
  checkNoRollback(name, version, promised);
  if (version > promised) {
    throw new FeedError("forged", `${name}: version ${version} where ${promised} is signed`);
  }
}

function checkNoRollback(name: string, version: number, trusted: number): void {
  if (version < trusted) {
    throw new FeedError("rolled-back", `${name}: version ${version} after ${trusted}`);
  }
}

function required<T>(value: T | null, name: string): T {
  if (value === null) throw new Error(`${name} must be trusted first`);
  return value;
}
