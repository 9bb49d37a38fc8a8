import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../../../src/core/feed/feed-client.ts";
import type { TargetInfo } from "../../../../src/core/feed/types.ts";
import {
  FeedSimulator,
  NOW,
  PAST,
  type SimulatorOptions,
  utf8,
} from "../../../fixtures/feed/feed-simulator.ts";
import { memoryStore } from "../../../fixtures/feed/memory-store.ts";
import { testSigner } from "../../../fixtures/feed/test-signer.ts";

const failure = (code: string) => expect.objectContaining({ name: "FeedError", code });
const ALL = ["targets", "snapshot", "timestamp"];
const ways: [string, SimulatorOptions][] = [
  ["with hashes in the metadata", { hashes: true }],
  ["with versions alone in the metadata", { hashes: false }],
];

/** A feed at version 2 of all roles, and the store of a client that has seen it. */
async function seen(options: SimulatorOptions = {}) {
  const feed = new FeedSimulator(options);
  feed.publish(...ALL);
  const store = memoryStore();
  await feed.client({ store }).refresh();
  const before = new Map(store.files);
  return { feed, store, before, again: () => feed.client({ store }).refresh() };
}

describe.each(ways)("rollback is refused, %s:", (_, options) => {
  it("of the timestamp", async () => {
    const { feed, store, before, again } = await seen(options);
    feed.timestamp.version = 1;
    feed.write("timestamp");
    await expect(again()).rejects.toEqual(failure("rolled-back"));
    expect(store.files).toEqual(before);
  });

  it("of the snapshot, by a new timestamp", async () => {
    const { feed, store, before, again } = await seen(options);
    feed.snapshot.version = 1;
    feed.write("snapshot");
    feed.publish("timestamp");
    await expect(again()).rejects.toEqual(failure("rolled-back"));
    expect(store.files).toEqual(before);
  });

  it("of the targets, by a new snapshot", async () => {
    const { feed, store, before, again } = await seen(options);
    feed.targets().version = 1;
    feed.write("targets");
    feed.publish("snapshot", "timestamp");
    await expect(again()).rejects.toEqual(failure("rolled-back"));
    expect(store.files.get("snapshot")).toBe(before.get("snapshot"));
    expect(store.files.get("targets")).toBe(before.get("targets"));
  });

  it("by leaving a role out of the snapshot", async () => {
    const { feed, again } = await seen(options);
    feed.delegate("targets", "unit");
    feed.publish("unit", ...ALL);
    await again();
    delete feed.snapshot.meta["unit.json"];
    feed.publish("snapshot", "timestamp");
    await expect(again()).rejects.toEqual(failure("rolled-back"));
  });
});

it("a timestamp of the same version with other content is not taken", async () => {
  const { feed, store, before, again } = await seen();
  feed.timestamp.meta["snapshot.json"] = { version: 100 };
  feed.write("timestamp");
  expect((await again()).changed).toBe(false);
  expect(store.files).toEqual(before);
});

describe("fast-forward is recovered from by new keys", () => {
  it("of the timestamp", async () => {
    const { feed, again } = await seen();
    feed.timestamp.version = 1000;
    feed.write("timestamp");
    await again();
    feed.setKeys("timestamp", [testSigner()]);
    feed.timestamp.version = 3;
    feed.publish("root");
    feed.write("timestamp");
    expect((await again()).timestampVersion).toBe(3);
  });

  it("of the snapshot, for the targets' version", async () => {
    const { feed, again } = await seen();
    feed.targets().version = 1000;
    feed.write("targets");
    feed.publish("snapshot", "timestamp");
    await again();
    feed.setKeys("snapshot", [testSigner()]);
    feed.targets().version = 3;
    feed.write("targets");
    feed.publish("root", "snapshot", "timestamp");
    expect((await again()).version).toBe(3);
  });
});

describe("freezing is seen", () => {
  it.each(["timestamp", "snapshot", "targets"])("when %s has expired", async (role) => {
    const { feed, store, before, again } = await seen();
    feed.doc(role).expires = PAST;
    feed.publish(...ALL);
    await expect(again()).rejects.toEqual(failure("expired"));
    expect(store.files.get(role)).toBe(before.get(role));
  });

  it("when the newest root has expired, which is trusted nevertheless", async () => {
    const { feed, store, before, again } = await seen();
    feed.root.expires = PAST;
    feed.publish("root", "timestamp");
    await expect(again()).rejects.toEqual(failure("expired"));
    expect(store.files.get("root")).toBe(feed.file("metadata/2.root.json"));
    expect(store.files.get("timestamp")).toBe(before.get("timestamp"));
  });

  it("when the server goes on giving what was once fresh", async () => {
    const { feed, store } = await seen();
    const late = feed.client({ store, now: () => NOW + 60 * 24 * 3600 * 1000 });
    await expect(late.refresh()).rejects.toEqual(failure("expired"));
    expect((await late.trusted())?.version).toBe(2);
  });

  it("when the stored snapshot has expired and the server has no newer one", async () => {
    const feed = new FeedSimulator();
    feed.snapshot.expires = "2026-07-02T00:00:00Z";
    feed.publish(...ALL);
    const store = memoryStore();
    await feed.client({ store }).refresh();
    const late = { store, now: () => Date.parse("2026-07-03T00:00:00Z") };
    await expect(feed.client(late).refresh()).rejects.toEqual(failure("expired"));
    const quick = feed.client({ ...late, rootCheck: "when-changed" });
    await expect(quick.refresh()).rejects.toEqual(failure("expired"));
  });

  it("but a stored root and timestamp that have expired lead on to fresh ones", async () => {
    const feed = new FeedSimulator();
    feed.root.expires = "2026-07-02T00:00:00Z";
    feed.timestamp.expires = "2026-07-02T00:00:00Z";
    feed.publish("root", "timestamp");
    const store = memoryStore();
    await feed.client({ store }).refresh();
    feed.root.expires = "2026-08-01T00:00:00Z";
    feed.timestamp.expires = "2026-08-01T00:00:00Z";
    feed.publish("root", "timestamp");
    const late = feed.client({ store, now: () => Date.parse("2026-07-10T00:00:00Z") });
    expect((await late.refresh()).timestampVersion).toBe(3);
  });
});

describe.each(ways)("mixing versions is refused, %s:", (_, options) => {
  it("old targets under the name of the new", async () => {
    const { feed, again } = await seen(options);
    feed.addTarget("a", utf8("a"));
    feed.publish(...ALL);
    feed.files.set("metadata/3.targets.json", feed.file("metadata/2.targets.json"));
    await expect(again()).rejects.toEqual(failure(options.hashes ? "damaged" : "rolled-back"));
  });

  it("targets newer than the snapshot says", async () => {
    const { feed, again } = await seen(options);
    feed.publish(...ALL);
    feed.targets().version = 9;
    feed.files.set("metadata/3.targets.json", feed.sign("targets"));
    await expect(again()).rejects.toEqual(failure(options.hashes ? "damaged" : "forged"));
  });

  it("an old snapshot under the name of the new", async () => {
    const { feed, again } = await seen(options);
    feed.addTarget("a", utf8("a"));
    feed.publish(...ALL);
    feed.files.set("metadata/3.snapshot.json", feed.file("metadata/2.snapshot.json"));
    await expect(again()).rejects.toEqual(failure(options.hashes ? "damaged" : "rolled-back"));
  });

  it("a snapshot in place of the timestamp", async () => {
    const { feed, again } = await seen(options);
    feed.signers.set("snapshot", [...feed.signers.values()].flat());
    feed.files.set("metadata/timestamp.json", feed.sign("snapshot"));
    await expect(again()).rejects.toEqual(failure("damaged"));
  });
});

describe("signatures", () => {
  it.each(["timestamp", "snapshot", "targets"])(
    "of %s by another key count nothing",
    async (role) => {
      const { feed, store, before, again } = await seen({ hashes: false });
      feed.signers.set(role, [testSigner()]);
      feed.publish(...ALL);
      await expect(again()).rejects.toEqual(failure("forged"));
      expect(store.files.get(role)).toBe(before.get(role));
    },
  );

  it("must reach the threshold", async () => {
    const { feed, again } = await seen();
    const keys = [testSigner(), testSigner(), testSigner()];
    feed.setKeys("targets", keys, 2);
    feed.publish("root", ...ALL);
    await again();
    feed.signers.set("targets", keys.slice(0, 1));
    feed.publish(...ALL);
    await expect(again()).rejects.toEqual(failure("forged"));
  });

  it("of one key under two key ids count once", async () => {
    const { feed, again } = await seen();
    const key = testSigner();
    const twin = { ...key, keyid: "00".repeat(32) };
    feed.setKeys("snapshot", [key, twin], 2);
    feed.publish("root", ...ALL);
    await expect(again()).rejects.toEqual(failure("forged"));
  });

  it("may not name a key twice, nor may a role", async () => {
    const { feed, again } = await seen();
    const key = testSigner();
    feed.setKeys("timestamp", [key], 1, [key, key]);
    feed.publish("root", "timestamp");
    await expect(again()).rejects.toEqual(failure("damaged"));
    feed.setKeys("timestamp", [key, key], 2, [key]);
    feed.publish("root", "timestamp");
    await expect(again()).rejects.toEqual(failure("damaged"));
  });

  it("that are wrong, or of keys that nobody knows, don't spoil good ones", async () => {
    const { feed, again } = await seen();
    const good = testSigner();
    const wrong = { ...testSigner(), sign: () => "00".repeat(64) };
    const odd = { ...testSigner(), sign: () => "not hex" };
    const unknown = testSigner();
    unknown.key.scheme = "post-quantum";
    feed.setKeys("timestamp", [wrong, odd, unknown, good]);
    feed.publish("root", "timestamp");
    expect((await again()).timestampVersion).toBe(3);
    feed.setKeys("timestamp", [wrong, odd, unknown]);
    feed.publish("root", "timestamp");
    await expect(again()).rejects.toEqual(failure("forged"));
  });
});

describe("a chain of roots", () => {
  /** Publishes a root with these keys, signed by those. */
  function rotate(
    feed: FeedSimulator,
    keys: ReturnType<typeof testSigner>[],
    signing: ReturnType<typeof testSigner>[],
    threshold = 1,
  ) {
    feed.setKeys("root", keys, threshold, signing);
    feed.publish("root", "timestamp");
  }

  it("is walked root by root, from the shipped one to the newest", async () => {
    const feed = new FeedSimulator();
    const [a, b] = [testSigner(), testSigner()];
    rotate(feed, [a], [...(feed.signers.get("root") ?? []), a]);
    rotate(feed, [a, b], [a, b], 2);
    rotate(feed, [b], [a, b]);
    const store = memoryStore();
    await feed.client({ store }).refresh();
    expect(store.files.get("root")).toBe(feed.file("metadata/4.root.json"));
  });

  it.each(["the old keys", "the new keys"])(
    "breaks where a root lacks %s' signatures",
    async (lacking) => {
      const { feed, store, again } = await seen();
      const old = feed.signers.get("root") ?? [];
      const next = [testSigner()];
      rotate(feed, next, lacking === "the old keys" ? next : old);
      await expect(again()).rejects.toEqual(failure("forged"));
      expect(store.files.has("root")).toBe(false);
    },
  );

  it("breaks where fewer sign than the old root or the new one wants", async () => {
    const { feed, again } = await seen();
    const keys = [testSigner(), testSigner()];
    rotate(feed, keys, [...(feed.signers.get("root") ?? []), ...keys], 2);
    await again();
    rotate(feed, keys, keys.slice(0, 1), 1);
    await expect(again()).rejects.toEqual(failure("forged"));
  });

  it("breaks where a root is not of the next version", async () => {
    const { feed, again } = await seen();
    feed.root.version = 7;
    feed.files.set("metadata/2.root.json", feed.sign("root"));
    await expect(again()).rejects.toEqual(failure("forged"));
    feed.root.version = 1;
    feed.files.set("metadata/2.root.json", feed.sign("root"));
    await expect(again()).rejects.toEqual(failure("rolled-back"));
  });

  it("is not walked further than the limit in one refresh", async () => {
    const feed = new FeedSimulator();
    for (let i = 0; i < 5; i++) feed.publish("root");
    const store = memoryStore();
    await feed.client({ store, limits: { rootRotations: 3 } }).refresh();
    expect(store.files.get("root")).toBe(feed.file("metadata/4.root.json"));
  });
});

describe("endless data", () => {
  it("is cut off at the limit of each role, or at the signed length", async () => {
    const feed = new FeedSimulator();
    await feed.client().refresh();
    expect(Object.fromEntries(feed.limits)).toEqual({
      "metadata/2.root.json": DEFAULT_LIMITS.root,
      "metadata/timestamp.json": DEFAULT_LIMITS.timestamp,
      "metadata/1.snapshot.json": feed.file("metadata/1.snapshot.json").length,
      "metadata/1.targets.json": feed.file("metadata/1.targets.json").length,
    });
  });

  it("is refused even if it was fetched", async () => {
    const { feed, store } = await seen();
    const client = feed.client({
      store,
      fetcher: async (url, limits) => {
        if (url.includes("root")) return feed.fetcher(url, limits);
        return new Uint8Array(limits.maxLength + 1);
      },
    });
    await expect(client.refresh()).rejects.toEqual(failure("too-large"));
  });

  it("cannot be allowed by signed lengths beyond the limit", async () => {
    const { feed, again } = await seen();
    feed.publish("snapshot");
    Object.assign(feed.timestamp.meta["snapshot.json"] ?? {}, { length: 2 ** 40 });
    feed.publish("timestamp");
    await expect(again()).rejects.toEqual(failure("damaged"));
    expect(feed.limits.get("metadata/3.snapshot.json")).toBe(DEFAULT_LIMITS.snapshot);
  });
});

/** Hundreds of whole refreshes: slow on a busy machine, which says nothing of the code. */
const PATIENCE = 60_000;

describe("any flipped byte", { timeout: PATIENCE }, () => {
  const feed = new FeedSimulator();
  feed.addTarget("list.gz", utf8("a list of hosts"), { custom: { kind: "x", text: 'ẩn, "é"' } });
  feed.publish("root", ...ALL);

  /** The feed with one file changed. */
  function clientOf(path: string, bytes: Uint8Array<ArrayBuffer>) {
    return feed.client({
      fetcher: async (url, limits) => (url.endsWith(path) ? bytes : feed.fetcher(url, limits)),
    });
  }

  it.each([
    "metadata/2.root.json",
    "metadata/timestamp.json",
    "metadata/2.snapshot.json",
    "metadata/2.targets.json",
  ])("in %s is rejected", async (path) => {
    const good = feed.file(path);
    await fc.assert(
      fc.asyncProperty(flip(good), async (bytes) => {
        await expect(clientOf(path, bytes).refresh()).rejects.toMatchObject({ name: "FeedError" });
      }),
      { numRuns: 300 },
    );
  });

  it("in the shipped root is rejected before any request", async () => {
    await fc.assert(
      fc.asyncProperty(flip(feed.trustedRoot), async (trustedRoot) => {
        feed.requests.length = 0;
        await expect(feed.client({ trustedRoot }).refresh()).rejects.toMatchObject({
          name: "FeedError",
        });
        expect(feed.requests).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("in an artifact is rejected", async () => {
    const target = (await feed.client().target("list.gz")) as TargetInfo;
    await fc.assert(
      fc.asyncProperty(flip(utf8("a list of hosts")), async (bytes) => {
        await expect(clientOf(".list.gz", bytes).download(target)).rejects.toEqual(
          failure("damaged"),
        );
      }),
    );
  });

  it("and any cut-off end of metadata is rejected", async () => {
    const good = feed.file("metadata/timestamp.json");
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), async (length) => {
        const client = clientOf("metadata/timestamp.json", good.slice(0, length));
        await expect(client.refresh()).rejects.toEqual(failure("damaged"));
      }),
      { numRuns: 50 },
    );
  });
});

function flip(bytes: Uint8Array<ArrayBuffer>): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  return fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, mask]) => {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ mask;
    return changed;
  });
}
