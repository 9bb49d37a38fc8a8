import { chmod, copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFeedClient } from "../../../src/core/feed/feed-client.ts";
import type { FeedNeeds, TargetInfo } from "../../../src/core/feed/types.ts";
import { fetchBytes } from "../../../src/node/fetch-bytes.ts";
import {
  openRepository,
  type Repository,
  type TargetInput,
} from "../../../src/publisher/repository.ts";
import {
  createKeyFolder,
  type RoleSigners,
  readKeyFolder,
} from "../../../src/publisher/signing/key-folder.ts";
import { sha256 } from "../../../src/publisher/signing/signed-metadata.ts";
import { generateSigningKey } from "../../../src/publisher/signing/signing-key.ts";
import { signUnitMetadata } from "../../../src/publisher/signing/unit-metadata.ts";
import { utf8 } from "../../fixtures/feed/feed-simulator.ts";
import { memoryStore } from "../../fixtures/feed/memory-store.ts";

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.parse("2026-07-01T00:00:00Z");
const refusal = (text: string | RegExp) =>
  expect.objectContaining({ name: "OperatorError", message: expect.stringMatching(text) });

let folder: string;
let feed: string;
let keys: RoleSigners;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "repository-"));
  feed = join(folder, "feed");
  keys = await createKeyFolder(join(folder, "keys"));
});
afterEach(() => rm(folder, { recursive: true }));

const target = (path: string, text: string, custom?: unknown): TargetInput => ({
  path,
  bytes: utf8(text),
  custom,
});

/** The extension's own client, reading the folder, starting from the first root. */
async function client(needs: Partial<FeedNeeds> = {}) {
  return createFeedClient({
    store: memoryStore(),
    fetcher: fetchBytes,
    crypto: crypto.subtle,
    now: () => NOW,
    metadataUrl: pathToFileURL(join(feed, "metadata")).href,
    targetsUrl: pathToFileURL(join(feed, "targets")).href,
    trustedRoot: new Uint8Array(await readFile(join(feed, "metadata", "1.root.json"))),
    ...needs,
  });
}

async function published(...texts: string[]): Promise<Repository> {
  const repository = await openRepository(feed, keys);
  for (const text of texts) {
    await repository.publish({ targets: [target("blocklist/scam.ttb.gz", text)], now: NOW });
  }
  return repository;
}

async function textOf(path: string): Promise<string | null> {
  const reader = await client();
  const found = await reader.target(path);
  return found && new TextDecoder().decode(await reader.download(found));
}

describe("a publish", () => {
  it("is read by the feed's client, with custom data and bytes", async () => {
    const repository = await openRepository(feed, keys);
    const custom = { kind: "x", note: 'tiếng "Việt"\n\\', gone: undefined };
    const result = await repository.publish({
      targets: [target("blocklist/scam.ttb.gz", "hosts", custom), target("brands.json.gz", "b")],
      now: NOW,
    });
    expect(result).toEqual({ version: 1, timestampVersion: 1, changed: true });
    const reader = await client();
    const { targets } = await reader.refresh();
    expect([...targets.keys()].sort()).toEqual(["blocklist/scam.ttb.gz", "brands.json.gz"]);
    const info = targets.get("blocklist/scam.ttb.gz") as TargetInfo;
    expect(info.custom).toEqual({ kind: "x", note: 'tiếng "Việt"\n\\' });
    expect(await reader.download(info)).toEqual(utf8("hosts"));
  });

  it("lays files out for any web server, with a timestamp under 1 kB", async () => {
    await published("one");
    expect((await readdir(join(feed, "metadata"))).sort()).toEqual([
      "1.root.json",
      "1.snapshot.json",
      "1.targets.json",
      "root.json",
      "timestamp.json",
    ]);
    expect(await readdir(join(feed, "targets", "blocklist"))).toEqual([
      `${sha256(utf8("one"))}.scam.ttb.gz`,
    ]);
    expect((await stat(join(feed, "metadata", "timestamp.json"))).size).toBeLessThan(1000);
  });

  it("replaces the targets before, and keeps those that it is told to keep", async () => {
    const repository = await published("one");
    await repository.publish({
      targets: [target("tips.json.gz", "t")],
      keep: () => true,
      now: NOW,
    });
    expect([...repository.targets().keys()].sort()).toEqual([
      "blocklist/scam.ttb.gz",
      "tips.json.gz",
    ]);
    await repository.publish({ targets: [target("tips.json.gz", "t")], now: NOW });
    expect([...repository.targets().keys()]).toEqual(["tips.json.gz"]);
    expect(await textOf("blocklist/scam.ttb.gz")).toBeNull();
  });

  it("of the same targets renews the timestamp alone", async () => {
    const repository = await published("one");
    const again = { targets: [target("blocklist/scam.ttb.gz", "one")], now: NOW + DAY };
    expect(await repository.publish(again)).toEqual({
      version: 1,
      timestampVersion: 2,
      changed: false,
    });
    expect(await readdir(join(feed, "metadata"))).not.toContain("2.snapshot.json");
  });

  it("renews targets and snapshot before they expire", async () => {
    const repository = await published("one");
    const again = { targets: [target("blocklist/scam.ttb.gz", "one")], now: NOW + 60 * DAY };
    expect(await repository.publish(again)).toMatchObject({ version: 2, timestampVersion: 2 });
    const later = await client({ now: () => NOW + 66 * DAY });
    expect((await later.refresh()).version).toBe(2);
  });

  it("goes on in another process, from the files alone and without the root's key", async () => {
    await published("one");
    const next = await openRepository(feed, { ...keys, root: [] });
    expect(next.version()).toBe(1);
    await next.publish({ targets: [target("blocklist/scam.ttb.gz", "two")], now: NOW });
    expect(await textOf("blocklist/scam.ttb.gz")).toBe("two");
  });

  it("that breaks off leaves the last one whole, and the next one repairs all", async () => {
    const repository = await published("one");
    const timestamp = join(feed, "metadata", "timestamp.json");
    await copyFile(timestamp, join(folder, "old-timestamp"));
    await repository.publish({ targets: [target("blocklist/scam.ttb.gz", "two")], now: NOW });
    await copyFile(join(folder, "old-timestamp"), timestamp);
    expect(await textOf("blocklist/scam.ttb.gz")).toBe("one");
    const next = await openRepository(feed, keys);
    expect(next.version()).toBe(1);
    await next.publish({ targets: [target("blocklist/scam.ttb.gz", "three")], now: NOW });
    expect(await textOf("blocklist/scam.ttb.gz")).toBe("three");
  });

  it.each(["/a", "../a", "a/../b", "a//b", "a?b", "", ".hidden", "a b"])(
    "refuses %j as a path",
    async (path) => {
      const repository = await openRepository(feed, keys);
      const bad = { targets: [target(path, "x")], now: NOW };
      await expect(repository.publish(bad)).rejects.toEqual(refusal("is no path of a target"));
    },
  );

  it("refuses a path given twice", async () => {
    const repository = await openRepository(feed, keys);
    const twice = { targets: [target("a", "1"), target("a", "2")], now: NOW };
    await expect(repository.publish(twice)).rejects.toEqual(refusal("a: is given twice"));
  });

  it("waits for no other publisher but refuses beside one, and takes over from a dead one", async () => {
    const repository = await published("one");
    const lock = join(feed, ".publishing");
    const again = { targets: [target("blocklist/scam.ttb.gz", "two")], now: NOW };
    await writeFile(lock, String(process.ppid));
    await expect(repository.publish(again)).rejects.toEqual(refusal("is publishing here"));
    await writeFile(lock, "999999999");
    expect(await repository.publish(again)).toMatchObject({ version: 2 });
  });
});

describe("without the right keys", () => {
  it("the first publish says which role has none", async () => {
    const repository = await openRepository(feed, { ...keys, snapshot: [] });
    await expect(repository.publish({ targets: [], now: NOW })).rejects.toEqual(
      refusal("snapshot: has 0 keys"),
    );
    expect(await readdir(feed)).toEqual([]);
  });

  it("a later publish changes nothing", async () => {
    await published("one");
    const stranger = { ...keys, targets: [generateSigningKey()] };
    const repository = await openRepository(feed, stranger);
    await expect(
      repository.publish({ targets: [target("blocklist/scam.ttb.gz", "two")], now: NOW }),
    ).rejects.toEqual(refusal("targets: 0 of its keys are at hand"));
    expect(await textOf("blocklist/scam.ttb.gz")).toBe("one");
  });

  it("what someone else put into the folder is not signed over again", async () => {
    await published("one");
    const file = join(feed, "metadata", "1.targets.json");
    await writeFile(file, (await readFile(file, "utf8")).replace("scam", "spam"));
    await expect(openRepository(feed, keys)).rejects.toEqual(
      refusal(/1\.targets\.json is damaged or was not signed/),
    );
  });
});

describe("a root", () => {
  it("with a threshold takes that many keys", async () => {
    keys = await createKeyFolder(join(folder, "more"), { root: 3 });
    expect((await readdir(join(folder, "more"))).sort()).toContain("root-3.pem");
    const repository = await openRepository(feed, keys, { thresholds: { root: 2 } });
    await repository.publish({ targets: [], now: NOW });
    expect((await (await client()).refresh()).version).toBe(1);
    const [one] = keys.root;
    const few = await openRepository(feed, { ...keys, root: one ? [one] : [] });
    await expect(few.rotateRoot({ now: NOW })).rejects.toEqual(
      refusal("root: 1 of its keys are at hand, signing takes 2"),
    );
  });

  it("is rotated with all keys of all roles, and old clients follow", async () => {
    const repository = await published("one");
    const store = memoryStore();
    await (await client({ store })).refresh();
    const next = await createKeyFolder(join(folder, "next"));
    await repository.rotateRoot({ keys: next, now: NOW });
    await repository.publish({ targets: [target("blocklist/scam.ttb.gz", "two")], now: NOW });
    expect((await (await client({ store, rootCheck: "when-changed" })).refresh()).version).toBe(3);
    const later = await openRepository(feed, next);
    expect(later.root()).toEqual(
      new Uint8Array(await readFile(join(feed, "metadata", "2.root.json"))),
    );
    await later.publish({ targets: [target("blocklist/scam.ttb.gz", "three")], now: NOW });
    expect(await textOf("blocklist/scam.ttb.gz")).toBe("three");
  });

  it("is renewed with the same keys", async () => {
    const repository = await published("one");
    await repository.rotateRoot({ now: NOW + 300 * DAY });
    const later = NOW + 306 * DAY;
    expect((await (await client({ now: () => later })).refresh()).version).toBe(2);
  });

  it("whose rotation broke off before the timestamp is completed by the next publish", async () => {
    const repository = await published("one");
    const timestamp = join(feed, "metadata", "timestamp.json");
    await copyFile(timestamp, join(folder, "old-timestamp"));
    const next = await createKeyFolder(join(folder, "next"));
    await repository.rotateRoot({ keys: next, now: NOW });
    await copyFile(join(folder, "old-timestamp"), timestamp);
    const later = await openRepository(feed, next);
    await later.publish({ targets: [target("blocklist/scam.ttb.gz", "one")], now: NOW });
    expect(await textOf("blocklist/scam.ttb.gz")).toBe("one");
  });

  it("can't be given a threshold that nobody meets", async () => {
    const repository = await published("one");
    await expect(repository.rotateRoot({ thresholds: { targets: 2 }, now: NOW })).rejects.toEqual(
      refusal("targets: has 1 keys and a threshold of 2"),
    );
  });
});

describe("a unit", () => {
  const path = "local/hue/alerts.json.gz";
  const key = generateSigningKey();

  function alerts(version: number, text: string, signer = key) {
    const bytes = utf8(text);
    const described = { length: bytes.length, hashes: { sha256: sha256(bytes) } };
    return {
      unit: "hue",
      metadata: signUnitMetadata("hue", version, { [path]: described }, [signer], {
        now: NOW,
        days: 30,
      }),
      files: [{ path, bytes }],
      now: NOW,
    };
  }

  it("publishes in its folder under its own key, again and again", async () => {
    const repository = await published("one");
    await repository.delegate({ unit: "hue", keys: [key.public], now: NOW });
    expect(await repository.units()).toMatchObject([{ unit: "hue", version: 0, problem: null }]);
    await repository.includeUnit(alerts(1, "first"));
    expect(await textOf(path)).toBe("first");
    await repository.includeUnit(alerts(2, "second"));
    expect(await textOf(path)).toBe("second");
    await repository.publish({ targets: [target("blocklist/scam.ttb.gz", "two")], now: NOW });
    expect(await textOf(path)).toBe("second");
  });

  it("is withdrawn, and its targets are found no more", async () => {
    const repository = await published("one");
    const store = memoryStore();
    await repository.delegate({ unit: "hue", keys: [key.public], now: NOW });
    await repository.includeUnit(alerts(1, "first"));
    expect(await (await client({ store })).target(path)).not.toBeNull();
    await repository.withdraw({ unit: "hue", now: NOW });
    expect(await (await client({ store })).target(path)).toBeNull();
    await expect(repository.withdraw({ unit: "hue", now: NOW })).rejects.toEqual(
      refusal("local-hue: is not delegated"),
    );
  });

  it("is refused under another key, an old version, or without its file", async () => {
    const repository = await published("one");
    await repository.delegate({ unit: "hue", keys: [key.public], now: NOW });
    await expect(repository.includeUnit(alerts(1, "x", generateSigningKey()))).rejects.toEqual(
      refusal("nothing was published"),
    );
    await expect(repository.includeUnit({ ...alerts(1, "x"), files: [] })).rejects.toEqual(
      refusal("the file is missing"),
    );
    await repository.includeUnit(alerts(3, "x"));
    await expect(repository.includeUnit(alerts(3, "y"))).rejects.toEqual(
      refusal("version 3 does not follow 3"),
    );
    expect(await textOf(path)).toBe("x");
  });

  it("can't name targets outside its folder", async () => {
    const stray = { "blocklist/scam.ttb.gz": { length: 1, hashes: { sha256: sha256(utf8("x")) } } };
    expect(() => signUnitMetadata("hue", 1, stray, [key], { now: NOW, days: 1 })).toThrow(
      refusal("is no path in local/hue/"),
    );
    await expect(
      published("one").then((r) => r.delegate({ unit: "../x", keys: [], now: NOW })),
    ).rejects.toEqual(refusal("is no name of a unit"));
  });
});

describe("past versions", () => {
  it("are there for deltas, newest first, with their bytes", async () => {
    const repository = await published("one", "two", "three");
    const history = await repository.history(2);
    expect(history.map(({ version }) => version)).toEqual([3, 2]);
    const old = history[1]?.targets.get("blocklist/scam.ttb.gz") as TargetInfo;
    expect(await repository.read(old)).toEqual(utf8("two"));
  });

  it("are pruned without harm to the newest", async () => {
    const repository = await published("one", "two", "three");
    expect(await repository.prune({ versions: 1 })).toBe(6);
    expect((await repository.history(9)).map(({ version }) => version)).toEqual([3]);
    expect(await textOf("blocklist/scam.ttb.gz")).toBe("three");
    expect(await readdir(join(feed, "targets", "blocklist"))).toHaveLength(1);
  });

  it("that were damaged on disk are not given out, and are written anew when published again", async () => {
    const repository = await published("one");
    const info = repository.targets().get("blocklist/scam.ttb.gz") as TargetInfo;
    const file = join(feed, "targets", "blocklist", `${info.hashes.sha256}.scam.ttb.gz`);
    await writeFile(file, "bad");
    expect(await repository.read(info)).toBeNull();
    await repository.publish({ targets: [target("blocklist/scam.ttb.gz", "one")], now: NOW });
    expect(await textOf("blocklist/scam.ttb.gz")).toBe("one");
  });
});

describe("key files", () => {
  it("are readable by their owner alone, and never written over", async () => {
    const path = join(folder, "keys", "root.pem");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, "utf8")).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    await expect(createKeyFolder(join(folder, "keys"))).rejects.toEqual(
      refusal("holds keys already"),
    );
  });

  it("come back as they were made", async () => {
    const again = await readKeyFolder(join(folder, "keys"));
    expect(again.timestamp.map(({ keyid }) => keyid)).toEqual(
      keys.timestamp.map(({ keyid }) => keyid),
    );
  });

  it("that are none are named in the error", async () => {
    const path = join(folder, "keys", "root.pem");
    await chmod(path, 0o600);
    await writeFile(path, "not a key");
    await expect(readKeyFolder(join(folder, "keys"))).rejects.toEqual(
      refusal(/root\.pem: not a private key in PEM/),
    );
    await expect(readKeyFolder(join(folder, "none"))).rejects.toEqual(refusal("no such file"));
  });
});
