import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readSnapshot, type SnapshotArtifact } from "../core/feed/snapshot.ts";
import type { KnowledgeFile } from "../core/verdict/knowledge.ts";
import { gunzip } from "../node/gzip.ts";
import type { FeedContent } from "./read-feed-folder.ts";

/**
 * Reads the feed that ships inside the package from its folder.
 *
 * @throws Error that names the file if one is missing or is not as index.json describes it
 */
export async function readSnapshotFolder(
  folder: string,
  wanted: (artifact: SnapshotArtifact) => boolean,
): Promise<FeedContent> {
  const artifacts = await readSnapshot({
    file: async (path) => new Uint8Array(await readFile(join(folder, path))),
    gunzip,
    sha256: async (bytes) => createHash("sha256").update(bytes).digest("hex"),
  });
  const files: KnowledgeFile[] = [];
  for (const artifact of artifacts.filter(wanted)) {
    const { path, kind, category } = artifact;
    try {
      files.push({ path, kind, category, bytes: await artifact.read() });
    } catch (cause) {
      throw new Error(`${folder}: ${cause instanceof Error ? cause.message : String(cause)}`, {
        cause,
      });
    }
  }
  return { version: 0, expiredAt: null, files };
}
