import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FeedSimulator, utf8 } from "../../fixtures/feed/feed-simulator.ts";
import { writeFileIn } from "../../fixtures/feed/write-file-in.ts";

// Each call starts Node anew.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let metadata: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tuf-client-"));
  metadata = join(folder, "trusted");
});
afterEach(() => rm(folder, { recursive: true }));

interface Outcome {
  status: number | null;
  stderr: string;
}

function tufClient(...args: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, ["src/cli/tuf-client.ts", ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stderr }));
  });
}

/** A feed that does not expire while the test runs, as files; init has been done. */
async function initialised(feed = new FeedSimulator()) {
  for (const doc of [feed.root, feed.timestamp, feed.snapshot, feed.targets()]) {
    doc.expires = "9999-01-01T00:00:00Z";
  }
  feed.publish("root", "targets", "snapshot", "timestamp");
  for (const [path, bytes] of feed.files) await writeFileIn(join(folder, "feed"), path, bytes);
  const root = join(folder, "feed", "metadata", "1.root.json");
  expect(await tufClient("--metadata-dir", metadata, "init", root)).toEqual({
    status: 0,
    stderr: "",
  });
}

const url = (name: string) => pathToFileURL(join(folder, "feed", name)).href;
const from = () => ["--metadata-dir", metadata, "--metadata-url", url("metadata")];
const into = () => ["--target-base-url", url("targets"), "--target-dir", join(folder, "out")];

it("starts from the given root, then keeps trusted metadata as files named for their roles", async () => {
  await initialised();
  expect(await readdir(metadata)).toEqual(["root.json"]);
  expect(await tufClient(...from(), "refresh")).toEqual({ status: 0, stderr: "" });
  expect((await readdir(metadata)).sort()).toEqual([
    "root.json",
    "snapshot.json",
    "targets.json",
    "timestamp.json",
  ]);
});

it("downloads several targets, and stops at the first that fails", async () => {
  const feed = new FeedSimulator();
  feed.addTarget("a/one", utf8("1"));
  feed.addTarget("two", utf8("2"));
  await initialised(feed);
  const names = ["a/one", "none", "two"].flatMap((name) => ["--target-name", name]);
  const { status, stderr } = await tufClient(...from(), ...names, ...into(), "download");
  expect(status).toBe(1);
  expect(stderr).toBe("not-found: none: no role names this target\n");
  expect(await readdir(join(folder, "out"))).toEqual(["a%2Fone"]);
  expect(await readFile(join(folder, "out", "a%2Fone"), "utf8")).toBe("1");
});

it("says in one line why a feed is refused", async () => {
  const feed = new FeedSimulator();
  await initialised(feed);
  await writeFileIn(join(folder, "feed"), "metadata/timestamp.json", utf8("{}"));
  const { status, stderr } = await tufClient(...from(), "refresh");
  expect(status).toBe(1);
  expect(stderr).toMatch(/^damaged: timestamp: .+\n$/);
});

it.each([
  [[], "a command is missing"],
  [["--metadata-dir", "x", "fly"], "no command fly"],
  [["--metadata-dir", "x", "refresh"], "--metadata-url is missing"],
  [["--metadata-dir", "x", "init"], "init needs the file of the trusted root"],
  [["--metadata-dri", "x", "refresh"], "--metadata-dri"],
])("shows its usage when called as %j", async (args, message) => {
  const { status, stderr } = await tufClient(...args);
  expect(status).toBe(1);
  expect(stderr).toContain(message);
  expect(stderr).toContain("Usage:");
});
