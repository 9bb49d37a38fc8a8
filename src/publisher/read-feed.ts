import { FeedError } from "../core/feed/feed-error.ts";
import type { FeedClient, TrustedFeed } from "../core/feed/types.ts";
import { feedFolderClient } from "../node/feed-folder-client.ts";
import { OperatorError } from "../node/operator-error.ts";

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
  const { client, trustedRoot } = await feedFolderClient(folder, rootFile, () => now).catch(
    operatorError(""),
  );
  const feed = await client.refresh().catch(operatorError(`${folder}: `));
  return { client, feed, trustedRoot };
}

/** What is missing names itself; what a client refuses is told with the folder it stands in. */
function operatorError(folder: string): (cause: unknown) => never {
  return (cause) => {
    if (!(cause instanceof FeedError)) throw cause;
    const code = folder === "" ? "" : `${cause.code}: `;
    throw new OperatorError(`${folder}${code}${cause.message}`, { cause });
  };
}
