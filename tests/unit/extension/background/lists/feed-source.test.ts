import { beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_POLICY } from "../../../../../src/core/policy/policy.ts";
import { feedSource } from "../../../../../src/extension/background/lists/feed-source.ts";
import { openStore, type Store } from "../../../../../src/extension/background/store/store.ts";
import { sha256 } from "../fakes/lists.ts";
import { freshDatabase } from "../fakes/workshop.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
let store: Store;

beforeEach(async () => {
  freshDatabase();
  store = await openStore();
});

/** Name under which an extension with this root keeps the feed. */
async function idOf(trustedRoot: string): Promise<string> {
  const source = feedSource({
    platform: {
      crypto: crypto.subtle,
      fetcher: () => Promise.reject(new Error("not asked here")),
      now: () => 0,
      sha256,
    },
    config: { feedUrl: "https://feed.example/", trustedRoot, reportUrl: null, welcome: false },
    policy: async () => DEFAULT_POLICY,
    store,
  });
  return (await source())?.id ?? "";
}

/** An extension with this root has followed the feed up to some root and timestamp. */
async function followed(trustedRoot: string, reached: string): Promise<void> {
  const id = await idOf(trustedRoot);
  await store.metadata(id).put("root", bytes(reached));
  await store.metadata(id).put("timestamp", bytes("timestamp 7"));
  await store.commit((state) => ({
    state: { ...state, feed: { id, version: 7, expires: 0, confirmedAt: 0 } },
  }));
}

describe("an extension that comes with a newer root", () => {
  test("goes on with what was trusted, where the feed had led to that very root", async () => {
    await followed("root 1", "root 2");
    const id = await idOf("root 2");
    expect(await store.metadata(id).get("timestamp")).toEqual(bytes("timestamp 7"));
    expect(await store.metadata(id).get("root")).toEqual(bytes("root 2"));
    expect(await store.metadata(await idOf("root 1")).get("timestamp")).toBeNull();
  });

  test("takes nothing over that another root vouches for", async () => {
    await followed("root 1", "root 2");
    expect(await store.metadata(await idOf("root of others")).get("timestamp")).toBeNull();
  });
});
