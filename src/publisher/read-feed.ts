import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createFeedClient } from "../core/feed/feed-client.ts";
import { FeedError } from "../core/feed/feed-error.ts";
import type { FeedClient, MetadataStore, TrustedFeed } from "../core/feed/types.ts";
import { fetchBytes } from "../node/fetch-bytes.ts";
import { readFileIfAny } from "../node/read-file-if-any.ts";
import { OperatorError } from "./operator-error.ts";

/** A feed's folder, read as a browser reads a feed. */
export interface ReadFeed {
  client: FeedClient;
  feed: TrustedFeed;
  /** Path of the root that was trusted. */
  trustedRoot: string;
}

/**
 * Verifies a feed's metadata with the very client that browsers run.
 *
 * @param rootFile the root to trust; unless given, the oldest in the folder
 * @param now milliseconds since the epoch
 * @throws OperatorError with what a client would refuse
 */
export async function readFeed(
  folder: string,
  rootFile: string | undefined,
  now: number,
): Promise<ReadFeed> {
  const trustedRoot = rootFile ?? (await oldestRoot(folder));
  const root = await readFileIfAny(trustedRoot);
  if (root === null) throw new OperatorError(`${trustedRoot}: no such file`);
  const base = pathToFileURL(path.resolve(folder)).href;
  const client = createFeedClient({
    store: memoryStore(),
    fetcher: fetchBytes,
    crypto: crypto.subtle,
    now: () => now,
    metadataUrl: `${base}/metadata/`,
    targetsUrl: `${base}/targets/`,
    trustedRoot: root,
  });
  try {
    return { client, feed: await client.refresh(), trustedRoot };
  } catch (cause) {
    if (!(cause instanceof FeedError)) throw cause;
    throw new OperatorError(`${folder}: ${cause.code}: ${cause.message}`, { cause });
  }
}

async function oldestRoot(folder: string): Promise<string> {
  const metadata = path.join(folder, "metadata");
  let names: string[];
  try {
    names = await readdir(metadata);
  } catch (cause) {
    throw new OperatorError(`${folder}: is no published feed (it has no metadata folder)`, {
      cause,
    });
  }
  const versions = names.flatMap((name) => {
    const version = /^(\d+)\.root\.json$/.exec(name)?.[1];
    return version === undefined ? [] : [Number(version)];
  });
  if (versions.length === 0) throw new OperatorError(`${folder}: has no root (1.root.json)`);
  return path.join(metadata, `${Math.min(...versions)}.root.json`);
}

function memoryStore(): MetadataStore {
  const roles = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    get: async (role) => roles.get(role) ?? null,
    put: async (role, bytes) => void roles.set(role, bytes),
    delete: async (role) => void roles.delete(role),
  };
}
