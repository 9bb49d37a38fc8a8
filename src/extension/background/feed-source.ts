import { createFeedClient } from "../../core/feed/feed-client.ts";
import type { MetadataStore } from "../../core/feed/types.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { BuildConfig } from "../build-config.ts";
import type { Platform } from "../platform/platform.ts";
import type { Feed } from "./sync.ts";

/**
 * The feed to follow: the policy's address, else the build's; trusted by the root that was built in.
 *
 * @returns null if there is no root or no address: the extension lives on the list in its package
 */
export function feedSource(needs: {
  platform: Pick<Platform, "crypto" | "fetcher" | "now" | "sha256">;
  config: BuildConfig;
  policy: () => Promise<Policy>;
  metadata: (feedId: string) => MetadataStore;
}): () => Promise<Feed | null> {
  const { platform, config, policy, metadata } = needs;
  const { crypto, fetcher, now, sha256 } = platform;
  const clients = new Map<string, Feed>();
  return async () => {
    const address = feedAddress(config, (await policy()).feedUrl);
    if (address === null || config.trustedRoot === null) return null;
    const known = clients.get(address);
    if (known) return known;
    const trustedRoot = new TextEncoder().encode(config.trustedRoot);
    const id = await sha256(new TextEncoder().encode(`${address}\n${config.trustedRoot}`));
    const client = createFeedClient({
      store: metadata(id.slice(0, 16)),
      fetcher,
      crypto,
      now,
      metadataUrl: new URL("metadata/", address).href,
      targetsUrl: new URL("targets/", address).href,
      trustedRoot,
      rootCheck: "when-changed",
    });
    const feed = { id: id.slice(0, 16), client };
    clients.set(address, feed);
    return feed;
  };
}

/** The feed's base address with a closing slash, or null if none can be followed. */
export function feedAddress(config: BuildConfig, fromPolicy: string | undefined): string | null {
  const address = fromPolicy ?? config.feedUrl;
  if (address === null || config.trustedRoot === null) return null;
  return address.endsWith("/") ? address : `${address}/`;
}
