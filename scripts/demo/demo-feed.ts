import { execFile } from "node:child_process";
import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
import { csvLine } from "../../src/node/csv-line.ts";
import { readSourcesFile } from "../../src/publisher/sources/sources-file.ts";
import { packageEnvironment } from "../packages.mjs";
import { DemoError } from "./demo-error.ts";
import { type DemoHost, LISTED, NEWCOMER } from "./demo-hosts.ts";
import type { FeedState } from "./demo-world.ts";

/** The demo's signed feed: the shipped list and the demo's own hosts. */
export interface DemoFeed {
  folder: string;
  /** Path of its first root.json. */
  trustedRoot: string;
  state(): FeedState;
  /** Publishes a version that lists NEWCOMER as well. @throws DemoError with what the publisher said */
  addNewcomer(): Promise<void>;
}

const run = promisify(execFile);

/** The list of scam hosts, which alone is on unless a policy says otherwise. */
const LIST = "blocklist/scam.ttb.gz";

/** What the demo reads of a build's report. */
const reportSchema = z.object({
  feedVersion: z.int(),
  artifacts: z.array(z.object({ path: z.string(), count: z.int(), bytes: z.int() })),
  deltas: z.array(z.object({ of: z.string(), bytes: z.int() })),
});

/** Signs the first version of a feed with keys of its own. @throws DemoError with what the publisher said */
export async function makeDemoFeed(root: string, folder: string): Promise<DemoFeed> {
  const paths = {
    sources: join(folder, "sources.json"),
    hosts: join(folder, "hosts.csv"),
    keys: join(folder, "keys"),
    feed: join(folder, "feed"),
  };
  const publish = async (hosts: readonly DemoHost[]): Promise<z.infer<typeof reportSchema>> => {
    await writeFile(paths.hosts, csvOf(hosts));
    const { sources, keys, feed } = paths;
    const flags = ["--sources", sources, "--keys", keys, "--out", feed, "--json"];
    return reportSchema.parse(JSON.parse(await publisher(root, "build", ...flags)));
  };
  await writeFile(paths.sources, JSON.stringify(await sourcesWith(root, paths.hosts), null, 2));
  await publisher(root, "keygen", "--out", paths.keys);
  let state = stateAfter(await publish([LISTED]), null);
  let adding: Promise<void> | null = null;
  return {
    folder: paths.feed,
    trustedRoot: join(paths.feed, "metadata", "1.root.json"),
    state: () => state,
    addNewcomer() {
      adding ??= (async () => {
        const report = await publish([LISTED, NEWCOMER]);
        // Nobody sees a new version before its timestamp is in place.
        const { mtimeMs } = await stat(join(paths.feed, "metadata", "timestamp.json"));
        state = stateAfter(report, mtimeMs);
      })().finally(() => {
        adding = null;
      });
      return adding;
    },
  };
}

function stateAfter(
  { feedVersion, artifacts, deltas }: z.infer<typeof reportSchema>,
  publishedAt: number | null,
): FeedState {
  const list = artifacts.find(({ path }) => path === LIST);
  if (!list) throw new DemoError(`the publisher made no ${LIST}`);
  const delta = deltas.find(({ of }) => of === LIST);
  return {
    version: feedVersion,
    hosts: list.count,
    update:
      publishedAt === null
        ? null
        : { publishedAt, fullBytes: list.bytes, deltaBytes: delta?.bytes ?? list.bytes },
  };
}

/** The shipped sources, and the demo's hosts as one more. */
async function sourcesWith(root: string, hostsFile: string): Promise<unknown> {
  const { exclude, sources } = await readSourcesFile(join(root, "src/content/sources.json"));
  const demo = {
    id: "demo",
    name: "Tỉnh Táo (bản thử)",
    licence: "Apache-2.0",
    format: "csv",
    from: hostsFile,
  };
  return { exclude, sources: [...sources, demo] };
}

function csvOf(hosts: readonly DemoHost[]): string {
  const today = new Date().toISOString().slice(0, 10);
  const lines = hosts.map(({ host, brand, form }) => csvLine([host, today, brand, form]));
  return ["url,date,brand,form", ...lines, ""].join("\n");
}

/** Runs `feed`, the publisher's command line. @returns what it printed */
async function publisher(root: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await run("node", [join("src", "publisher", "main.ts"), ...args], {
      cwd: root,
      env: packageEnvironment(),
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { stdout = "", stderr = String(error) } = error as { stdout?: string; stderr?: string };
    throw new DemoError(`the publisher failed (feed ${args[0]}):\n${stdout}${stderr}`.trim(), {
      cause: error,
    });
  }
}
