import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DEFAULT_LIMITS } from "../../src/core/feed/feed-client.ts";
import type { FeedFetcher } from "../../src/core/feed/types.ts";
import { browserFetcher } from "../../src/extension/platform/feed-fetcher.ts";
import { FeedSimulator, NOW } from "../fixtures/feed/feed-simulator.ts";
import { memoryStore } from "../fixtures/feed/memory-store.ts";

const SECOND = 1000;
const offline = expect.objectContaining({ name: "FeedError", code: "offline" });

/** A feed whose every file takes its time, but never longer than the fetcher was allowed. */
function slowFeed(feed: FeedSimulator, seconds: number) {
  const clock = { now: NOW };
  const timeouts: number[] = [];
  const fetcher: FeedFetcher = async (url, limits) => {
    timeouts.push(limits.timeout);
    clock.now += Math.min(seconds * SECOND, limits.timeout);
    return feed.fetcher(url, limits);
  };
  return { clock, timeouts, needs: { fetcher, now: () => clock.now } };
}

describe("a mirror that sends every file of the metadata slowly", () => {
  test("with a long chain of roots is given up in a minute, and the next try goes on where it ended", async () => {
    const feed = new FeedSimulator();
    for (let i = 0; i < 20; i++) feed.publish("root");
    const store = memoryStore();
    const slow = slowFeed(feed, 9);
    const client = feed.client({ store, ...slow.needs });
    await expect(client.refresh()).rejects.toEqual(offline);
    expect(slow.clock.now - NOW).toBeLessThanOrEqual(DEFAULT_LIMITS.metadataTime);
    const asked = feed.requests.length;
    await expect(client.refresh()).rejects.toEqual(offline);
    expect(feed.requests[asked]).not.toBe(feed.requests[0]);
    // 21 roots to ask for and three more files, some seven a minute.
    for (let tries = 0; tries < 2; tries++) await client.refresh().catch(() => null);
    expect((await client.refresh()).version).toBe(1);
  });

  test("leaves each later file only what the earlier ones have left", async () => {
    const feed = new FeedSimulator();
    const slow = slowFeed(feed, 10);
    await feed.client(slow.needs).refresh();
    expect(slow.timeouts).toEqual([60, 50, 40, 30].map((seconds) => seconds * SECOND));
  });

  test("gains nothing where the machine's clock is set back meanwhile", async () => {
    const feed = new FeedSimulator();
    const slow = slowFeed(feed, -86_400);
    await feed.client(slow.needs).refresh();
    expect(Math.max(...slow.timeouts)).toBe(DEFAULT_LIMITS.metadataTime);
  });
});

test("a target has as long as a slow line needs for its signed length, and no longer", async () => {
  const feed = new FeedSimulator();
  const slow = slowFeed(feed, 1);
  const target = { path: "a", length: 4_000_000, hashes: { sha256: "0".repeat(64) }, custom: null };
  await feed
    .client(slow.needs)
    .download(target)
    .catch(() => null);
  expect(slow.timeouts.at(-1)).toBe(DEFAULT_LIMITS.targetTime + 1_000 * SECOND);
});

describe("the browser's fetcher", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  /** A server whose answer is there after some seconds, and whose body has one byte more every five. */
  function trickle(headersAfter: number): { cancelled: boolean } {
    const server = { cancelled: false };
    vi.stubGlobal("fetch", async (_url: string, { signal }: { signal: AbortSignal }) => {
      await new Promise<void>((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        setTimeout(resolve, headersAfter * SECOND);
      });
      let timer: ReturnType<typeof setInterval>;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          timer = setInterval(() => controller.enqueue(Uint8Array.of(32)), 5 * SECOND);
          signal.addEventListener("abort", () => {
            clearInterval(timer);
            server.cancelled = true;
            controller.error(signal.reason);
          });
        },
      });
      return new Response(body);
    });
    return server;
  }

  test.each([0, 12])(
    "ends an answer that trickles, its headers after %i s",
    async (headersAfter) => {
      const server = trickle(headersAfter);
      const fetched = browserFetcher()("https://feed.example/a", {
        maxLength: 1_000_000,
        timeout: 60 * SECOND,
      });
      const failed = expect(fetched).rejects.toMatchObject({
        name: "FetchError",
        problem: "offline",
      });
      await vi.advanceTimersByTimeAsync(59 * SECOND);
      expect(server.cancelled).toBe(false);
      await vi.advanceTimersByTimeAsync(2 * SECOND);
      await failed;
      expect(server.cancelled).toBe(true);
      expect(vi.getTimerCount()).toBe(0);
    },
  );
});
