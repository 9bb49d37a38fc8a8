import { execFile } from "node:child_process";
import { readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
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

/** The list that is delivered by delta. */
const LIST = "blocklist/scam.ttb.gz";

/** Signs the first version of a feed with keys of its own. @throws DemoError with what the publisher said */
export async function makeDemoFeed(root: string, folder: string): Promise<DemoFeed> {
  const paths = {
    sources: join(folder, "sources.json"),
    hosts: join(folder, "hosts.csv"),
    keys: join(folder, "keys"),
    feed: join(folder, "feed"),
  };
  const publish = async (hosts: readonly DemoHost[]): Promise<void> => {
    await writeFile(paths.hosts, csvOf(hosts));
    await publisher(
      root,
      "build",
      "--sources",
      paths.sources,
      "--keys",
      paths.keys,
      "--out",
      paths.feed,
    );
  };
  await writeFile(paths.sources, JSON.stringify(await sourcesWith(root, paths.hosts), null, 2));
  await publisher(root, "keygen", "--out", paths.keys);
  await publish([LISTED]);
  let state: FeedState = { ...(await readTargets(paths.feed)), update: null };
  let adding: Promise<void> | null = null;
  return {
    folder: paths.feed,
    trustedRoot: join(paths.feed, "metadata", "1.root.json"),
    state: () => state,
    addNewcomer() {
      adding ??= (async () => {
        await publish([LISTED, NEWCOMER]);
        // Nobody sees a new version before its timestamp is in place.
        const { mtimeMs } = await stat(join(paths.feed, "metadata", "timestamp.json"));
        const { version, hosts, fullBytes, deltaBytes } = await readTargets(paths.feed);
        state = { version, hosts, update: { publishedAt: mtimeMs, fullBytes, deltaBytes } };
      })().finally(() => {
        adding = null;
      });
      return adding;
    },
  };
}

/** The shipped sources, and the demo's hosts as one more. */
async function sourcesWith(root: string, hostsFile: string): Promise<unknown> {
  const file = join(root, "src/content/sources.json");
  const shipped = z
    .object({ exclude: z.string(), sources: z.array(z.looseObject({ from: z.string() })) })
    .parse(JSON.parse(await readFile(file, "utf8")));
  const absolute = (from: string): string => resolve(dirname(file), from);
  return {
    exclude: absolute(shipped.exclude),
    sources: [
      ...shipped.sources.map((source) => ({ ...source, from: absolute(source.from) })),
      {
        id: "demo",
        name: "Tỉnh Táo (bản thử)",
        licence: "Apache-2.0",
        format: "csv",
        from: hostsFile,
      },
    ],
  };
}

function csvOf(hosts: readonly DemoHost[]): string {
  const today = new Date().toISOString().slice(0, 10);
  const lines = hosts.map(({ host, brand, form }) => `${host},${today},${brand},${form}`);
  return ["url,date,brand,form", ...lines, ""].join("\n");
}

/** Runs `feed`, the publisher's command line. */
async function publisher(root: string, ...args: string[]): Promise<void> {
  try {
    await run("npm", ["run", "-s", "feed", "--", ...args], {
      cwd: root,
      env: packageEnvironment(),
      shell: process.platform === "win32",
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
    throw new DemoError(`the publisher failed (feed ${args[0]}): ${said || String(error)}`, {
      cause: error,
    });
  }
}

const metadata = <T extends z.ZodType>(signed: T) => z.object({ signed });
const versionOf = (role: string) =>
  metadata(z.object({ meta: z.object({ [role]: z.object({ version: z.int() }) }) }));
const targetsSchema = metadata(
  z.object({
    version: z.int(),
    targets: z.record(
      z.string(),
      z.object({
        length: z.int(),
        custom: z.looseObject({ count: z.int().optional(), of: z.string().optional() }),
      }),
    ),
  }),
);

/** What the newest version holds, and the size of the newest delta of its list. */
async function readTargets(folder: string): Promise<{
  version: number;
  hosts: number;
  fullBytes: number;
  deltaBytes: number;
}> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, "metadata", name), "utf8"));
  const { signed: timestamp } = versionOf("snapshot.json").parse(await read("timestamp.json"));
  const at = timestamp.meta["snapshot.json"]?.version;
  const { signed: snapshot } = versionOf("targets.json").parse(await read(`${at}.snapshot.json`));
  const version = snapshot.meta["targets.json"]?.version;
  const { signed } = targetsSchema.parse(await read(`${version}.targets.json`));
  const list = signed.targets[LIST];
  if (list?.custom.count === undefined) throw new DemoError(`the feed has no ${LIST}`);
  const deltas = Object.values(signed.targets).filter(({ custom }) => custom.of === LIST);
  return {
    version: signed.version,
    hosts: list.custom.count,
    fullBytes: list.length,
    deltaBytes: Math.min(...deltas.map(({ length }) => length), list.length),
  };
}
