import { createHash } from "node:crypto";
import type { Artifact } from "../core/feed/artifacts.ts";
import { FeedError } from "../core/feed/feed-error.ts";
import { fetchArtifact } from "../core/feed/fetch-artifact.ts";
import { planUpdate } from "../core/feed/update-plan.ts";
import type { KnowledgeFile } from "../core/verdict/knowledge.ts";
import { feedFolderClient } from "../node/feed-folder-client.ts";
import { gunzip } from "../node/gzip.ts";

/** What a feed holds for verdicts. */
export interface FeedContent {
  /** 0 if it is not signed: the snapshot of the package. */
  version: number;
  /** When its signatures ran out, in milliseconds since the epoch; null if they hold. */
  expiredAt: number | null;
  files: KnowledgeFile[];
}

/**
 * Reads a published feed from its folder, with signatures and hashes verified as a browser would. An expired feed is
 * judged by all the same, as in a browser that took it in when it held, and is said to be expired.
 *
 * @param folder holds metadata/ and targets/
 * @param rootFile the trusted root; unless given, the oldest root in the folder is trusted
 * @throws FeedError if the feed is forged or damaged
 */
export async function readFeedFolder(
  folder: string,
  rootFile: string | undefined,
  wanted: (artifact: Artifact) => boolean,
): Promise<FeedContent> {
  try {
    return { ...(await readAt(Date.now, folder, rootFile, wanted)), expiredAt: null };
  } catch (error) {
    if (!(error instanceof FeedError) || error.code !== "expired") throw error;
    const { expires, ...content } = await readAt(() => 0, folder, rootFile, wanted);
    return { ...content, expiredAt: expires };
  }
}

async function readAt(
  now: () => number,
  folder: string,
  rootFile: string | undefined,
  wanted: (artifact: Artifact) => boolean,
): Promise<{ version: number; expires: number; files: KnowledgeFile[] }> {
  const { client } = await feedFolderClient(folder, rootFile, now);
  const feed = await client.refresh();
  const files: KnowledgeFile[] = [];
  for (const step of planUpdate(new Map(), feed, wanted)) {
    if (step.kind !== "full") continue;
    const { bytes } = await fetchArtifact(step, {
      client,
      gunzip,
      sha256: async (data) => createHash("sha256").update(data).digest("hex"),
      patch: () => {
        throw new Error("nothing is installed that could be patched");
      },
      installedBytes: async () => null,
    });
    const { kind, category } = step.artifact;
    files.push({ path: step.path, kind, category, bytes });
  }
  return { version: feed.version, expires: feed.expires, files };
}
