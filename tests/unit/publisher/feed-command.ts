import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { runCommandLine } from "../../../src/publisher/run-command-line.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export const START = Date.parse("2026-09-01T08:00:00Z");
export const DAY = 86_400_000;

export interface Outcome {
  status: number;
  out: string;
  err: string;
}

/** A publisher's desk: keys, a sources file with one plain list, and a feed's folder. */
export interface Desk {
  folder: string;
  feed: string;
  keys: string;
  write(name: string, content: string | Uint8Array): Promise<string>;
  /** Runs the publisher's command line at a time. */
  run(args: string[], now?: number): Promise<Outcome>;
  /** Builds from the desk's sources file. */
  build(options?: { args?: string[]; now?: number; list?: string[] }): Promise<Outcome>;
}

export async function publisherDesk(): Promise<Desk> {
  const { path: folder, write } = temporaryFolder();
  const feed = path.join(folder, "feed");
  const keys = path.join(folder, "keys");
  const run: Desk["run"] = async (args, now = START) => {
    const out: string[] = [];
    let err = "";
    const status = await runCommandLine(args, {
      print: (line) => out.push(line),
      stderr: { write: (text) => (err += text) },
      now: () => now,
      elapsed: () => 0,
      stopped: async () => undefined,
    });
    return { status, out: out.join("\n"), err };
  };
  await write(
    "sources.json",
    JSON.stringify({
      sources: [
        {
          id: "ours",
          name: "Ours",
          licence: "CC0-1.0",
          url: "https://ours.example/",
          format: "plain",
          from: "list.txt",
        },
      ],
    }),
  );
  await run(["keygen", "--out", keys]);
  return {
    folder,
    feed,
    keys,
    write,
    run,
    async build({ args = [], now = START, list } = {}) {
      if (list !== undefined) await write("list.txt", `${list.join("\n")}\n`);
      const sources = path.join(folder, "sources.json");
      const fixed = ["build", "--sources", sources, "--keys", keys, "--out", feed];
      return run([...fixed, ...args], now);
    },
  };
}

/** SHA-256 of every file below a folder, by its path. */
export function contentOf(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const hash = createHash("sha256").update(readFileSync(file)).digest("hex");
    files[path.relative(folder, file)] = hash;
  }
  return files;
}

/** Hosts that make a list long enough for deltas to be worth it. */
export function manyHosts(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `lua-dao-${(i * 7919) % 104_729}.example`);
}
