import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createFeedClient } from "../core/feed/feed-client.ts";
import { FeedError } from "../core/feed/feed-error.ts";
import type { FeedClient, MetadataStore } from "../core/feed/types.ts";
import { fetchBytes } from "./fetch-bytes.ts";
import { readFileIfAny } from "./read-file-if-any.ts";

/**
 * The very client that browsers run, over a published feed's folder and without memory of earlier versions.
 *
 * @param folder holds metadata/ and targets/
 * @param rootFile the root to trust; unless given, the oldest in the folder
 * @param now milliseconds since the epoch, by which expiry is judged
 * @returns the client and the path of the root that it trusts
 * @throws FeedError "not-found" if the folder is no feed or the root is missing
 */
export async function feedFolderClient(
  folder: string,
  rootFile: string | undefined,
  now: () => number,
): Promise<{ client: FeedClient; trustedRoot: string }> {
  const trustedRoot = rootFile ?? (await oldestRoot(folder));
  const root = await readFileIfAny(trustedRoot);
  if (root === null) throw new FeedError("not-found", `${trustedRoot}: no such file`);
  const base = pathToFileURL(path.resolve(folder)).href;
  const client = createFeedClient({
    store: memoryStore(),
    fetcher: fetchBytes,
    crypto: crypto.subtle,
    now,
    metadataUrl: `${base}/metadata/`,
    targetsUrl: `${base}/targets/`,
    trustedRoot: root,
  });
  return { client, trustedRoot };
}

async function oldestRoot(folder: string): Promise<string> {
  const metadata = path.join(folder, "metadata");
  let names: string[];
  try {
    names = await readdir(metadata);
  } catch (cause) {
    const problem = `${folder}: is no published feed (it has no metadata folder)`;
    throw new FeedError("not-found", problem, { cause });
  }
  const versions = names.flatMap((name) => {
    const version = /^(\d+)\.root\.json$/.exec(name)?.[1];
    return version === undefined ? [] : [Number(version)];
  });
  if (versions.length === 0) {
    throw new FeedError("not-found", `${folder}: has no root (1.root.json)`);
  }
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
