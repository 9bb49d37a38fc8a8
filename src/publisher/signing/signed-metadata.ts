import { createHash } from "node:crypto";
import { canonicalJson } from "../../core/feed/canonical-json.ts";
import { toHex } from "../../core/feed/hex.ts";
import type { TopLevelRole } from "../../core/feed/role-name.ts";
import type { PublicKey, SigningKey } from "./signing-key.ts";

// TUF metadata as the publisher writes it (specification §4). Reading goes through src/core/feed/metadata.ts.

export type Bytes = Uint8Array<ArrayBuffer>;

interface Common {
  spec_version: string;
  version: number;
  expires: string;
}

/** Which keys sign for a role, and how many of them it takes. */
export interface RoleKeysJson {
  keyids: string[];
  threshold: number;
}

export interface RootJson extends Common {
  _type: "root";
  consistent_snapshot: boolean;
  keys: Record<string, PublicKey>;
  roles: Record<TopLevelRole, RoleKeysJson>;
}

export interface MetaFileJson {
  version: number;
  length: number;
  hashes: { sha256: string };
}

export interface TimestampJson extends Common {
  _type: "timestamp";
  meta: { "snapshot.json": MetaFileJson };
}

export interface SnapshotJson extends Common {
  _type: "snapshot";
  meta: Record<string, MetaFileJson>;
}

export interface DelegatedRoleJson extends RoleKeysJson {
  name: string;
  terminating: boolean;
  paths: string[];
}

export interface TargetFileJson {
  length: number;
  hashes: { sha256: string };
  custom?: unknown;
}

export interface TargetsJson extends Common {
  _type: "targets";
  targets: Record<string, TargetFileJson>;
  delegations?: { keys: Record<string, PublicKey>; roles: DelegatedRoleJson[] };
}

export type SignedJson = RootJson | TimestampJson | SnapshotJson | TargetsJson;

/** The version of the specification that is written. */
export const SPEC_VERSION = "1.0.31";

/** A metadata file, signed by all of these keys, each once. */
export function signMetadata(signed: SignedJson, signers: readonly SigningKey[]): Bytes {
  const data = new TextEncoder().encode(canonicalJson(signed));
  const byId = new Map(signers.map((key) => [key.keyid, key]));
  const signatures = [...byId.values()]
    .sort((a, b) => (a.keyid < b.keyid ? -1 : 1))
    .map((key) => ({ keyid: key.keyid, sig: toHex(key.sign(data)) }));
  return new TextEncoder().encode(JSON.stringify({ signatures, signed }));
}

/** What the role above writes about a metadata file. */
export function metaFileOf(version: number, bytes: Bytes): MetaFileJson {
  return { version, length: bytes.length, hashes: { sha256: sha256(bytes) } };
}

/** What targets metadata says of a file. @param custom as it is to be read back from JSON */
export function describeTarget(bytes: Bytes, custom?: unknown): TargetFileJson {
  return {
    length: bytes.length,
    hashes: { sha256: sha256(bytes) },
    // As it will be read back: without members that are undefined.
    ...(custom !== undefined && { custom: JSON.parse(JSON.stringify(custom)) as unknown }),
  };
}

/** Lower-case hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const DAY = 24 * 60 * 60 * 1000;

/** TUF's form of a time: to the second, UTC. */
export function expiryAfter(now: number, days: number): string {
  return new Date(now + days * DAY).toISOString().replace(/\.\d+Z$/, "Z");
}
