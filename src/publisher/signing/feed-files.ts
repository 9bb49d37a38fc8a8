import { mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { encodeRoleName } from "../../core/feed/role-name.ts";
import type { TargetInfo } from "../../core/feed/types.ts";
import { OperatorError } from "../../node/operator-error.ts";
import { readFileIfAny } from "../../node/read-file-if-any.ts";
import { systemReason } from "../../node/system-reason.ts";
import { writeFileAtomic } from "../../node/write-file-atomic.ts";
import { type Bytes, sha256 } from "./signed-metadata.ts";

/** The files of a feed on disk: `metadata/` and `targets/`, named for consistent snapshots (§6.2). */
export interface FeedFiles {
  /** The newest version of the root that is there, 0 if there is none. */
  newestRoot(): Promise<number>;
  /** @param version omitted for timestamp.json */
  readMetadata(role: string, version?: number): Promise<Bytes | null>;
  writeMetadata(role: string, bytes: Bytes, version?: number): Promise<void>;
  /** The bytes of a published target, null if the file is gone or is not what was signed. */
  readTarget(target: Pick<TargetInfo, "path" | "hashes">): Promise<Bytes | null>;
  writeTarget(path: string, bytes: Bytes): Promise<void>;
  /**
   * Deletes what is not to be kept.
   *
   * @param keepMetadata by role and version; roots are always kept
   * @param keepTargets by "<sha256> <path>"
   * @returns number of files deleted
   */
  prune(
    keepMetadata: (role: string, version: number) => boolean,
    keepTargets: ReadonlySet<string>,
  ): Promise<number>;
}

export function feedFiles(folder: string): FeedFiles {
  const metadata = join(folder, "metadata");
  const targets = join(folder, "targets");
  const metadataPath = (role: string, version?: number) =>
    join(metadata, `${version === undefined ? "" : `${version}.`}${encodeRoleName(role)}.json`);
  const targetPath = (path: string, hash: string) => {
    const slash = path.lastIndexOf("/") + 1;
    return join(targets, path.slice(0, slash), `${hash}.${path.slice(slash)}`);
  };

  return {
    async newestRoot() {
      const versions = (await listIfAny(metadata)).map((name) => {
        const version = /^(\d+)\.root\.json$/.exec(name)?.[1];
        return version === undefined ? 0 : Number(version);
      });
      return Math.max(0, ...versions);
    },
    readMetadata: (role, version) => readFileIfAny(metadataPath(role, version)),
    async writeMetadata(role, bytes, version) {
      await mkdir(metadata, { recursive: true });
      await writeFileAtomic(metadataPath(role, version), bytes);
    },
    async readTarget({ path, hashes }) {
      const hash = hashes.sha256;
      if (hash === undefined) return null;
      const bytes = await readFileIfAny(targetPath(path, hash));
      return bytes !== null && sha256(bytes) === hash ? bytes : null;
    },
    async writeTarget(path, bytes) {
      const file = targetPath(path, sha256(bytes));
      // The same name means the same content, unless a disk or a hand has damaged it.
      const there = await readFileIfAny(file);
      if (there !== null && sha256(there) === sha256(bytes)) return;
      await mkdir(dirname(file), { recursive: true });
      await writeFileAtomic(file, bytes);
    },
    async prune(keepMetadata, keepTargets) {
      let deleted = 0;
      for (const name of await listIfAny(metadata)) {
        const match = /^(\d+)\.(.+)\.json$/.exec(name);
        const role = decodeURIComponent(match?.[2] ?? "root");
        if (match === null || role === "root" || keepMetadata(role, Number(match[1]))) continue;
        await rm(join(metadata, name));
        deleted++;
      }
      for (const name of await listIfAny(targets, true)) {
        const match = /^(.*\/)?([0-9a-f]{64})\.([^/]+)$/.exec(name.replaceAll("\\", "/"));
        if (match === null) continue;
        if (keepTargets.has(`${match[2]} ${match[1] ?? ""}${match[3]}`)) continue;
        await rm(join(targets, name));
        deleted++;
      }
      return deleted;
    },
  };
}

async function listIfAny(folder: string, recursive = false): Promise<string[]> {
  try {
    return await readdir(folder, { recursive });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw new OperatorError(`${folder} can't be read: ${systemReason(error)}`, { cause: error });
  }
}
