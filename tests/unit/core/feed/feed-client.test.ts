import { describe, expect, it } from "vitest";
import { createFeedClient } from "../../../../src/core/feed/feed-client.ts";
import { FetchError } from "../../../../src/core/feed/fetch-error.ts";
import type { TargetInfo } from "../../../../src/core/feed/types.ts";
import { FeedSimulator, NOW, PAST, utf8 } from "../../../fixtures/feed/feed-simulator.ts";
import { memoryStore } from "../../../fixtures/feed/memory-store.ts";
import { testSigner } from "../../../fixtures/feed/test-signer.ts";

const failure = (code: string) => expect.objectContaining({ name: "FeedError", code });
const START = ["metadata/2.root.json", "metadata/timestamp.json"];

describe("a refresh", () => {
  it("asks for the next root, the timestamp, the snapshot and the targets, in this order", async () => {
    const feed = new FeedSimulator();
    await feed.client().refresh();
    expect(feed.requests).toEqual([
      ...START,
      "metadata/1.snapshot.json",
      "metadata/1.targets.json",
    ]);
  });

  it("asks for names without versions where the repository has no consistent snapshots", async () => {
    const feed = new FeedSimulator({ consistent: false });
    feed.addTarget("a/list.gz", utf8("list"));
    feed.publish("targets", "snapshot", "timestamp");
    const client = feed.client();
    const target = (await client.refresh()).targets.get("a/list.gz");
    expect(await client.download(target as TargetInfo)).toEqual(utf8("list"));
    expect(feed.requests).toEqual([
      ...START,
      "metadata/snapshot.json",
      "metadata/targets.json",
      "targets/a/list.gz",
    ]);
  });

  it("tells versions, earliest expiry, targets, and that something changed", async () => {
    const feed = new FeedSimulator();
    feed.addTarget("list.gz", utf8("list"), { custom: { kind: "x", more: [1, "ư"] } });
    feed.snapshot.expires = "2026-07-05T00:00:00Z";
    feed.publish("targets", "snapshot", "timestamp", "timestamp");
    const trusted = await feed.client().refresh();
    expect(trusted).toMatchObject({
      version: 2,
      timestampVersion: 3,
      expires: Date.parse("2026-07-05T00:00:00Z"),
      changed: true,
    });
    expect(trusted.targets.get("list.gz")).toMatchObject({
      path: "list.gz",
      length: 4,
      custom: { kind: "x", more: [1, "ư"] },
    });
  });

  it("fetches neither snapshot nor targets when the timestamp is the trusted one", async () => {
    const feed = new FeedSimulator();
    const store = memoryStore();
    await feed.client({ store }).refresh();
    feed.requests.length = 0;
    const again = await feed.client({ store }).refresh();
    expect(again.changed).toBe(false);
    expect(feed.requests).toEqual(START);
  });

  it("says that nothing changed when only the timestamp is new", async () => {
    const feed = new FeedSimulator();
    const store = memoryStore();
    await feed.client({ store }).refresh();
    feed.publish("timestamp");
    expect(await feed.client({ store }).refresh()).toMatchObject({
      changed: false,
      timestampVersion: 2,
    });
  });

  it("stores each role as the bytes that came, as soon as it is trusted", async () => {
    const feed = new FeedSimulator();
    const store = memoryStore();
    feed.files.delete("metadata/1.targets.json");
    await expect(feed.client({ store }).refresh()).rejects.toEqual(failure("not-found"));
    expect([...store.files.keys()].sort()).toEqual(["snapshot", "timestamp"]);
    expect(store.files.get("timestamp")).toBe(feed.files.get("metadata/timestamp.json"));
  });

  it("goes on where a cut-off refresh ended, and reports the change", async () => {
    const feed = new FeedSimulator();
    const store = memoryStore();
    await feed.client({ store }).refresh();
    feed.addTarget("list.gz", utf8("list"));
    feed.publish("targets", "snapshot", "timestamp");
    const targets = feed.file("metadata/2.targets.json");
    feed.files.delete("metadata/2.targets.json");
    await expect(feed.client({ store }).refresh()).rejects.toEqual(failure("not-found"));
    expect((await feed.client({ store }).trusted())?.version).toBe(1);
    feed.files.set("metadata/2.targets.json", targets);
    feed.requests.length = 0;
    const trusted = await feed.client({ store, rootCheck: "when-changed" }).refresh();
    expect(trusted).toMatchObject({ version: 2, changed: true });
    expect(feed.requests).toEqual([...START, "metadata/2.targets.json"]);
  });

  it("is shared by calls that overlap", async () => {
    const feed = new FeedSimulator();
    const client = feed.client();
    const [one, two] = await Promise.all([client.refresh(), client.refresh()]);
    expect(one).toBe(two);
    expect(feed.requests).toHaveLength(4);
  });

  it.each([
    [new FetchError("offline", "no route"), "offline"],
    [new FetchError("status", "HTTP 503", { status: 503 }), "server"],
    [new FetchError("too-large", "endless"), "too-large"],
  ])("tells a failed connection, server and limit apart (%s)", async (error, code) => {
    const feed = new FeedSimulator();
    const fetcher = async () => {
      throw error;
    };
    await expect(feed.client({ fetcher }).refresh()).rejects.toEqual(failure(code));
  });

  it("takes 403 and 404 for the end of the chain of roots, and any other answer for a failure", async () => {
    const feed = new FeedSimulator();
    const answering = (status: number) =>
      feed.client({
        fetcher: async (url, limits) => {
          if (url.endsWith("root.json")) throw new FetchError("status", "no", { status });
          return feed.fetcher(url, limits);
        },
      });
    await answering(403).refresh();
    await answering(404).refresh();
    await expect(answering(500).refresh()).rejects.toEqual(failure("server"));
  });

  it("passes on what the store throws", async () => {
    const feed = new FeedSimulator();
    const full = new Error("disk full");
    const store = {
      ...memoryStore(),
      put: async () => {
        throw full;
      },
    };
    await expect(feed.client({ store }).refresh()).rejects.toBe(full);
  });
});

describe('with rootCheck "when-changed", a refresh', () => {
  it("makes one request when nothing changed", async () => {
    const feed = new FeedSimulator();
    const store = memoryStore();
    await feed.client({ store }).refresh();
    feed.requests.length = 0;
    const client = feed.client({ store, rootCheck: "when-changed" });
    expect(await client.refresh()).toMatchObject({ changed: false, version: 1 });
    expect(feed.requests).toEqual(["metadata/timestamp.json"]);
  });

  it("walks the whole way, asking for the timestamp once, when the timestamp is new", async () => {
    const feed = new FeedSimulator();
    const store = memoryStore();
    await feed.client({ store }).refresh();
    feed.setKeys("timestamp", [testSigner()]);
    feed.publish("root", "timestamp");
    feed.requests.length = 0;
    await feed.client({ store, rootCheck: "when-changed" }).refresh();
    expect(feed.requests).toEqual([
      "metadata/timestamp.json",
      "metadata/2.root.json",
      "metadata/3.root.json",
    ]);
  });

  it("asks for a new root once the trusted one has expired", async () => {
    const feed = new FeedSimulator();
    feed.root.expires = "2026-07-02T00:00:00Z";
    feed.publish("root");
    const store = memoryStore();
    const soon = Date.parse("2026-07-03T00:00:00Z");
    await feed.client({ store }).refresh();
    feed.requests.length = 0;
    const late = feed.client({ store, rootCheck: "when-changed", now: () => soon });
    await expect(late.refresh()).rejects.toEqual(failure("expired"));
    expect(feed.requests).toContain("metadata/3.root.json");
  });
});

describe("the trusted root", () => {
  it("is the one that came with the program where nothing or something broken is stored", async () => {
    const feed = new FeedSimulator();
    const store = memoryStore();
    await store.put("root", utf8("{"));
    expect((await feed.client({ store }).refresh()).version).toBe(1);
  });

  it("is the newer one of the stored and the shipped root", async () => {
    const feed = new FeedSimulator();
    feed.publish("root");
    const second = feed.file("metadata/2.root.json");
    const first = feed.trustedRoot;
    for (const [stored, trustedRoot] of [
      [first, second],
      [second, first],
    ] as const) {
      const store = memoryStore();
      await store.put("root", stored);
      feed.requests.length = 0;
      await feed.client({ store, trustedRoot }).refresh();
      expect(feed.requests[0]).toBe("metadata/3.root.json");
    }
  });

  it("must be there, and be signed by its own keys, before any request is made", async () => {
    const feed = new FeedSimulator();
    const other = new FeedSimulator();
    feed.signers.set("root", other.signers.get("root") ?? []);
    const unsigned = feed.client({ trustedRoot: feed.sign("root") });
    await expect(unsigned.refresh()).rejects.toEqual(failure("forged"));
    const none = createFeedClient({
      store: memoryStore(),
      fetcher: feed.fetcher,
      crypto: crypto.subtle,
      now: () => NOW,
      metadataUrl: "https://feed.example/metadata",
    });
    await expect(none.refresh()).rejects.toEqual(failure("not-found"));
    expect(feed.requests).toEqual([]);
  });
});

describe("what is trusted without network", () => {
  it("is nothing before the first refresh, and the last good feed afterwards, expired or not", async () => {
    const feed = new FeedSimulator();
    const store = memoryStore();
    expect(await feed.client({ store }).trusted()).toBeNull();
    await feed.client({ store }).refresh();
    feed.requests.length = 0;
    const years = 5 * 365 * 24 * 3600 * 1000;
    const trusted = await feed.client({ store, now: () => NOW + years }).trusted();
    expect(trusted).toMatchObject({ version: 1, changed: false });
    expect(feed.requests).toEqual([]);
  });

  it("is nothing if a stored file was tampered with", async () => {
    const feed = new FeedSimulator();
    const store = memoryStore();
    await feed.client({ store }).refresh();
    feed.signers.set("targets", [testSigner()]);
    await store.put("targets", feed.sign("targets"));
    expect(await feed.client({ store }).trusted()).toBeNull();
  });
});

describe("a download", () => {
  async function withTarget() {
    const feed = new FeedSimulator();
    feed.addTarget("lists/a.gz", utf8("list"));
    feed.publish("targets", "snapshot", "timestamp");
    const cached = new Map<string, Uint8Array<ArrayBuffer>>();
    const client = feed.client({
      artifacts: {
        get: async ({ path }) => cached.get(path) ?? null,
        put: async ({ path }, bytes) => {
          cached.set(path, bytes);
        },
      },
    });
    const target = (await client.target("lists/a.gz")) as TargetInfo;
    return { feed, client, cached, target };
  }

  it("asks for the file by its hash and never for more bytes than signed", async () => {
    const { feed, client, target } = await withTarget();
    expect(await client.download(target)).toEqual(utf8("list"));
    const path = `targets/lists/${target.hashes.sha256}.a.gz`;
    expect(feed.requests.at(-1)).toBe(path);
    expect(feed.limits.get(path)).toBe(4);
  });

  it("comes from the cache the second time", async () => {
    const { feed, client, target } = await withTarget();
    await client.download(target);
    feed.files.clear();
    expect(await client.download(target)).toEqual(utf8("list"));
  });

  it("is made again when the cached file is not the signed one", async () => {
    const { client, cached, target } = await withTarget();
    cached.set(target.path, utf8("evil"));
    expect(await client.download(target)).toEqual(utf8("list"));
    expect(cached.get(target.path)).toEqual(utf8("list"));
  });

  it("of other content, of half a file, or of a missing file is refused and not kept", async () => {
    const { feed, client, cached, target } = await withTarget();
    const path = `targets/lists/${target.hashes.sha256}.a.gz`;
    feed.files.set(path, utf8("evil"));
    await expect(client.download(target)).rejects.toEqual(failure("damaged"));
    feed.files.set(path, utf8("li"));
    await expect(client.download(target)).rejects.toEqual(failure("damaged"));
    feed.files.delete(path);
    await expect(client.download(target)).rejects.toEqual(failure("not-found"));
    expect(cached.size).toBe(0);
  });

  it("needs a hash that this client knows, and all known ones to fit", async () => {
    const { feed, client, target } = await withTarget();
    const sha256 = target.hashes.sha256 ?? "";
    const unknown = { ...target, hashes: { blake9: sha256 } };
    await expect(client.download(unknown)).rejects.toEqual(failure("damaged"));
    const wrong = { ...target, hashes: { sha256, sha512: "00" } };
    await expect(client.download(wrong)).rejects.toEqual(failure("damaged"));
    feed.requests.length = 0;
    await client.download({ ...target, hashes: { blake9: "00", sha256 } });
  });
});

it("judges expiry by the clock that it is given", async () => {
  const feed = new FeedSimulator();
  feed.timestamp.expires = PAST;
  feed.publish("timestamp");
  await expect(feed.client().refresh()).rejects.toEqual(failure("expired"));
  await feed.client({ now: () => Date.parse(PAST) - 1 }).refresh();
});
