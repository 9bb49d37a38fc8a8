import { readdir } from "node:fs/promises";
import path from "node:path";
import { FeedError } from "../core/feed/feed-error.ts";
import { meetsThreshold } from "../core/feed/keys.ts";
import { type MetadataType, parseMetadata, type Root } from "../core/feed/metadata.ts";
import { TOP_LEVEL_ROLES, type TopLevelRole } from "../core/feed/role-name.ts";
import { readOrdinaryFile } from "../node/open-ordinary-file.ts";
import { OperatorError } from "../node/operator-error.ts";
import type { Repository } from "./repository.ts";
import { signedOf } from "./signing/repository-state.ts";
import { type Bytes, type SnapshotJson, sha256 } from "./signing/signed-metadata.ts";

interface Stored {
  name: string;
  role: string;
  version: number;
  bytes: Bytes;
}

/**
 * Checks every file that lies in a feed's folder, not only those that a browser asks for now: old versions and deltas
 * are still fetched by whoever has just read an older timestamp. Roots must follow one another, "root.json" must be
 * the newest of them, other metadata must be signed by keys of some root (a unit's: be what a snapshot names), and a
 * target's SHA-256 must be the one in its name.
 *
 * @returns number of files checked
 * @throws OperatorError that names the first file that is damaged, or that is gone although it is needed
 */
export async function verifyStoredFiles(
  folder: string,
  repository: Pick<Repository, "targets">,
): Promise<number> {
  const metadata = await readMetadata(folder);
  const roots = await checkRoots(folder, metadata);
  const named = new Map<string, string>();
  for (const stored of metadata) {
    const role = TOP_LEVEL_ROLES.find((known) => known === stored.role);
    if (role === undefined || role === "root") continue;
    await checkSignatures(stored, role, roots);
    if (role !== "snapshot") continue;
    for (const [file, meta] of Object.entries(signedOf<SnapshotJson>(stored.bytes).meta)) {
      named.set(`${meta.version}.${file}`, meta.hashes.sha256);
    }
  }
  for (const { name, bytes } of metadata) {
    const hash = named.get(decodeURIComponent(name));
    if (hash !== undefined && sha256(bytes) !== hash) throw damaged(`metadata/${name}`);
  }
  const targets = await checkTargets(folder, repository);
  return metadata.length + targets;
}

async function readMetadata(folder: string): Promise<Stored[]> {
  const files: Stored[] = [];
  const entries = await readdir(path.join(folder, "metadata"), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  for (const name of names.sort()) {
    const [, version, role = ""] = /^(?:(\d+)\.)?(.+)\.json$/.exec(name) ?? [];
    if (role === "" || (version === undefined && role !== "timestamp")) continue;
    const bytes = await readOrdinaryFile(path.join(folder, "metadata", name));
    files.push({ name, role: decodeURIComponent(role), version: Number(version ?? 0), bytes });
  }
  return files;
}

async function checkRoots(folder: string, metadata: readonly Stored[]): Promise<Root[]> {
  const stored = metadata
    .filter(({ role }) => role === "root")
    .sort((a, b) => a.version - b.version);
  const roots: Root[] = [];
  for (const file of stored) {
    const before = roots.at(-1);
    if (before !== undefined && file.version !== before.version + 1) {
      throw new OperatorError(
        `metadata/${before.version + 1}.root.json is gone: browsers need every root in between`,
      );
    }
    const root = read(file, "root");
    for (const by of before === undefined ? [root.signed] : [before, root.signed]) {
      if (!(await isSigned(root, "root", by))) throw damaged(`metadata/${file.name}`);
    }
    roots.push(root.signed);
  }
  const newest = stored.at(-1);
  const shipped = path.join(folder, "metadata", "root.json");
  const bytes = await readOrdinaryFile(shipped).catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") {
      throw new OperatorError("metadata/root.json is gone", { cause });
    }
    throw cause;
  });
  if (newest !== undefined && Buffer.compare(bytes, newest.bytes) !== 0) {
    throw new OperatorError(
      `metadata/root.json is another file than the newest root, ${newest.name}`,
    );
  }
  return roots;
}

async function checkSignatures(
  file: Stored,
  role: Exclude<TopLevelRole, "root">,
  roots: readonly Root[],
): Promise<void> {
  const parsed = read(file, role);
  // An old file was signed by the keys of its day.
  for (const root of roots) if (await isSigned(parsed, role, root)) return;
  throw damaged(`metadata/${file.name}`);
}

/** Metadata in its form, of the version that its name says. */
function read<T extends MetadataType>({ name, version, bytes }: Stored, type: T) {
  try {
    const parsed = parseMetadata(type, bytes);
    if (version !== 0 && parsed.signed.version !== version) throw damaged(`metadata/${name}`);
    return parsed;
  } catch (cause) {
    if (!(cause instanceof FeedError)) throw cause;
    throw damaged(`metadata/${name}`, cause);
  }
}

function isSigned(
  { signatures, signedBytes }: Pick<ReturnType<typeof parseMetadata>, "signatures" | "signedBytes">,
  role: TopLevelRole,
  by: Root,
): Promise<boolean> {
  return meetsThreshold(by.roles[role], by.keys, signatures, signedBytes, crypto.subtle);
}

async function checkTargets(
  folder: string,
  repository: Pick<Repository, "targets">,
): Promise<number> {
  const root = path.join(folder, "targets");
  const there = new Set<string>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const hash = /^([0-9a-f]{64})\./.exec(entry.name)?.[1];
    if (!entry.isFile() || hash === undefined) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = `targets/${path.relative(root, file).replaceAll("\\", "/")}`;
    if (sha256(await readOrdinaryFile(file)) !== hash) throw damaged(name);
    there.add(name);
  }
  for (const { path: target, hashes } of repository.targets().values()) {
    const slash = target.lastIndexOf("/") + 1;
    const name = `targets/${target.slice(0, slash)}${hashes.sha256}.${target.slice(slash)}`;
    if (!there.has(name)) throw new OperatorError(`${name} is gone`);
  }
  return there.size;
}

function damaged(name: string, cause?: unknown): OperatorError {
  return new OperatorError(`${name} is damaged: its content is not what was signed`, { cause });
}
