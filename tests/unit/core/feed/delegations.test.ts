import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { encodeRoleName } from "../../../../src/core/feed/role-name.ts";
import { type DelegatedDoc, FeedSimulator, utf8 } from "../../../fixtures/feed/feed-simulator.ts";
import { memoryStore } from "../../../fixtures/feed/memory-store.ts";
import { testSigner } from "../../../fixtures/feed/test-signer.ts";

const failure = (code: string) => expect.objectContaining({ name: "FeedError", code });
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

type Edge = [from: string, to: string, fields?: Partial<DelegatedDoc>];

function publishAll(feed: FeedSimulator): void {
  const roles = [...feed.roles.keys()].filter((role) => role !== "targets");
  feed.publish(...roles, "targets", "snapshot", "timestamp");
}

function feedOf(edges: Edge[]): FeedSimulator {
  const feed = new FeedSimulator();
  for (const [from, to, fields] of edges) feed.delegate(from, to, fields);
  publishAll(feed);
  return feed;
}

/** The delegated roles that a search asked for, in order. */
async function visited(feed: FeedSimulator, path: string): Promise<string[]> {
  expect(await feed.client().target(path)).toBeNull();
  return feed.requests.slice(4).map((request) => request.replace(/^metadata\/1\.|\.json$/g, ""));
}

describe("a search goes through delegated roles", () => {
  const end = { paths: ["*"], terminating: true };
  it.each<[string, Edge[], string[]]>([
    [
      "in their order",
      [
        ["targets", "A"],
        ["targets", "B"],
      ],
      ["A", "B"],
    ],
    [
      "depth first",
      [
        ["targets", "A"],
        ["targets", "B"],
        ["A", "C"],
        ["C", "D"],
      ],
      ["A", "C", "D", "B"],
    ],
    [
      "no further than a terminating one and what it delegates",
      [
        ["targets", "A", end],
        ["targets", "B"],
        ["A", "C"],
      ],
      ["A", "C"],
    ],
    [
      "stopping at a terminating one further down",
      [
        ["targets", "A"],
        ["targets", "B"],
        ["A", "C", end],
        ["A", "D"],
      ],
      ["A", "C"],
    ],
    [
      "once each, in a circle",
      [
        ["targets", "A"],
        ["A", "B"],
        ["B", "A"],
      ],
      ["A", "B"],
    ],
    [
      "only where the path fits",
      [
        ["targets", "A", { paths: ["x/*"] }],
        ["targets", "B", { paths: ["?"] }],
        ["targets", "C"],
      ],
      ["C"],
    ],
    [
      "by the prefix of the path's hash",
      [
        ["targets", "A", { path_hash_prefixes: [sha256("file").slice(0, 2)] }],
        ["targets", "B", { path_hash_prefixes: ["000000"] }],
      ],
      ["A"],
    ],
  ])("%s", async (_, edges, order) => {
    expect(await visited(feedOf(edges), "file")).toEqual(order);
  });

  it("no more of them than the limit", async () => {
    const feed = feedOf([
      ["targets", "A"],
      ["A", "B"],
      ["B", "C"],
    ]);
    expect(await feed.client({ limits: { delegations: 2 } }).target("file")).toBeNull();
    expect(feed.requests.slice(4)).toEqual(["metadata/1.A.json", "metadata/1.B.json"]);
  });
});

describe("a delegated target", () => {
  it("is found, verified and downloaded", async () => {
    const feed = new FeedSimulator();
    feed.delegate("targets", "hue", { paths: ["local/hue/*"] });
    feed.addTarget("local/hue/alerts.gz", utf8("alert"), { role: "hue" });
    publishAll(feed);
    const client = feed.client();
    const target = await client.target("local/hue/alerts.gz");
    expect(target && (await client.download(target))).toEqual(utf8("alert"));
  });

  it("is not found outside the paths that its role is trusted with", async () => {
    const feed = new FeedSimulator();
    feed.delegate("targets", "hue", { paths: ["local/hue/*"] });
    feed.addTarget("blocklist/scam.gz", utf8("mine"), { role: "hue" });
    publishAll(feed);
    expect(await feed.client().target("blocklist/scam.gz")).toBeNull();
  });

  it("gives way to one of the same path in the role above", async () => {
    const feed = new FeedSimulator();
    feed.delegate("targets", "A");
    feed.addTarget("file", utf8("below"), { role: "A" });
    feed.addTarget("file", utf8("above"));
    publishAll(feed);
    expect((await feed.client().target("file"))?.hashes).toEqual({ sha256: sha256("above") });
  });

  it("is not found any more once its role is withdrawn", async () => {
    const feed = new FeedSimulator();
    feed.delegate("targets", "A");
    feed.addTarget("file", utf8("text"), { role: "A" });
    publishAll(feed);
    const store = memoryStore();
    expect(await feed.client({ store }).target("file")).not.toBeNull();
    delete feed.targets().delegations;
    feed.publish("targets", "snapshot", "timestamp");
    expect(await feed.client({ store }).target("file")).toBeNull();
  });
});

describe("delegated metadata is refused", () => {
  it("when others than the delegated keys signed it", async () => {
    const feed = feedOf([["targets", "A"]]);
    feed.signers.set("A", [testSigner()]);
    publishAll(feed);
    await expect(feed.client().target("file")).rejects.toEqual(failure("forged"));
  });

  it("when the snapshot does not name it, without asking for it", async () => {
    const feed = feedOf([["targets", "A"]]);
    delete feed.snapshot.meta["A.json"];
    feed.publish("snapshot", "timestamp");
    await expect(feed.client().target("file")).rejects.toEqual(failure("forged"));
    expect(feed.requests).toHaveLength(4);
  });

  it("when it has expired, or is not the version that the snapshot names", async () => {
    const feed = feedOf([["targets", "A"]]);
    feed.publish("A", "targets", "snapshot", "timestamp");
    const store = memoryStore();
    await feed.client({ store }).target("file");
    feed.targets("A").expires = "2026-06-30T23:59:59Z";
    feed.publish("A", "targets", "snapshot", "timestamp");
    await expect(feed.client({ store }).target("file")).rejects.toEqual(failure("expired"));
    feed.files.set("metadata/3.A.json", feed.file("metadata/2.A.json"));
    await expect(feed.client({ store }).target("file")).rejects.toEqual(failure("damaged"));
  });

  it("when it was trusted by way of one delegator and is reached by another with other keys", async () => {
    const feed = feedOf([
      ["targets", "A", { paths: ["a/*"] }],
      ["targets", "B", { paths: ["b/*"] }],
      ["A", "C", { paths: ["a/*"] }],
      ["B", "C", { paths: ["b/*"] }],
    ]);
    feed.signers.set("C", (feed.signers.get("C") ?? []).slice(0, 1));
    feed.addTarget("a/file", utf8("a"), { role: "C" });
    feed.addTarget("b/file", utf8("b"), { role: "C" });
    publishAll(feed);
    const client = feed.client();
    expect(await client.target("a/file")).not.toBeNull();
    await expect(client.target("b/file")).rejects.toEqual(failure("forged"));
  });

  it.each(["root", "timestamp", "snapshot", "targets", ""])(
    'when a delegated role calls itself "%s"',
    async (name) => {
      const feed = new FeedSimulator();
      feed.delegate("targets", "A");
      publishAll(feed);
      const role = feed.targets().delegations?.roles?.[0];
      if (role) role.name = name;
      feed.publish("targets", "snapshot", "timestamp");
      await expect(feed.client().refresh()).rejects.toEqual(failure("damaged"));
    },
  );
});

describe("hash bins (succinct roles)", () => {
  it("lead to the one bin of a path and nowhere else", async () => {
    const feed = new FeedSimulator();
    const key = testSigner();
    feed.targets().delegations = {
      keys: { [key.keyid]: key.key },
      succinct_roles: { keyids: [key.keyid], threshold: 1, bit_length: 5, name_prefix: "bin" },
    };
    for (let bin = 0; bin < 32; bin++)
      feed.addRole(`bin-${bin.toString(16).padStart(2, "0")}`, key);
    const bin = Number.parseInt(sha256("file").slice(0, 2), 16) >> 3;
    const name = `bin-${bin.toString(16).padStart(2, "0")}`;
    feed.addTarget("file", utf8("text"), { role: name });
    publishAll(feed);
    expect(await feed.client().target("file")).not.toBeNull();
    expect(feed.requests.slice(4)).toEqual([`metadata/1.${name}.json`]);
  });
});

it("role names stay inside their folder, in addresses and in the store", async () => {
  for (const name of ["../root", "?", "#", "/a", "local/hue", "a'(*)!"]) {
    const feed = feedOf([["targets", name]]);
    const store = memoryStore();
    await feed.client({ store }).target("file");
    expect(feed.requests.at(-1)).toBe(`metadata/1.${encodeRoleName(name)}.json`);
    expect(encodeRoleName(name)).toMatch(/^[\w.~%-]+$/);
    expect(store.files.has(name)).toBe(true);
  }
});
