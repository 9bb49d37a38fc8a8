import type { Policy } from "../../../core/policy/policy.ts";
import type { BuildConfig } from "../../build-config.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Store } from "../store/store.ts";
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
  store: Pick<Store, "state" | "metadata" | "moveMetadata">;
}): () => Promise<Feed | null> {
  const { platform, config, policy, store } = needs;
  const { crypto, fetcher, now, sha256 } = platform;
  const clients = new Map<string, Feed>();

  /**
   * An update of the extension may bring the root that the feed has rotated to already. What was trusted under that very
   * root goes on, so that nobody can hand out older lists again. A root that was not reached yet begins anew: until the
   * feed is asked once, only what has not expired could be handed out.
   */
  async function carryOver(id: string): Promise<void> {
    const last = (await store.state()).feed?.id ?? id;
    if (last === id || (await store.metadata(id).get("timestamp")) !== null) return;
    const reached = await store.metadata(last).get("root");
    if (reached === null || new TextDecoder().decode(reached) !== config.trustedRoot) return;
    await store.moveMetadata(last, id);
  }

  return async () => {
    const address = feedAddress(config, (await policy()).feedUrl);
    if (address === null || config.trustedRoot === null) return null;
    const known = clients.get(address);
    if (known) return known;
    const trustedRoot = new TextEncoder().encode(config.trustedRoot);
    const hash = await sha256(new TextEncoder().encode(`${address}\n${config.trustedRoot}`));
    const id = hash.slice(0, 16);
    await carryOver(id);
    // Set up when the feed is first followed: a background that starts must answer about addresses at once.
    const { createFeedClient } = await import("../../../core/feed/feed-client.ts");
    const client = createFeedClient({
      store: store.metadata(id),
      fetcher,
      crypto,
      now,
      metadataUrl: new URL("metadata/", address).href,
      targetsUrl: new URL("targets/", address).href,
      trustedRoot,
      rootCheck: "when-changed",
    });
    const feed = { id, client };
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
