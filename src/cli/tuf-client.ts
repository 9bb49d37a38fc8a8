#!/usr/bin/env node
// The extension's feed client on its own, with the command line of the public conformance suite
// (theupdateframework/tuf-conformance, CLIENT-CLI.md): any TUF repository can be read with it.
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { createFeedClient } from "../core/feed/feed-client.ts";
import { FeedError } from "../core/feed/feed-error.ts";
import { fetchBytes } from "../node/fetch-bytes.ts";
import { fileArtifactCache } from "../node/file-artifact-cache.ts";
import { fileMetadataStore } from "../node/file-metadata-store.ts";

const USAGE = `Usage:
  tuf-client --metadata-dir DIR init ROOT_FILE
  tuf-client --metadata-dir DIR --metadata-url URL refresh
  tuf-client --metadata-dir DIR --metadata-url URL --target-name PATH [--target-name PATH ...]
             --target-base-url URL --target-dir DIR download
`;

/** A command line that cannot be understood. */
class UsageError extends Error {}

async function run(args: string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const [command, file] = positionals;
  const needed = (name: Exclude<keyof typeof values, "target-name" | "help">): string => {
    const value = values[name];
    if (value === undefined) throw new UsageError(`--${name} is missing`);
    return value;
  };
  const client = (targets?: { targetsUrl: string; folder: string }) =>
    createFeedClient({
      store: fileMetadataStore(needed("metadata-dir")),
      fetcher: fetchBytes,
      crypto: globalThis.crypto.subtle,
      now: Date.now,
      metadataUrl: needed("metadata-url"),
      ...(targets && {
        targetsUrl: targets.targetsUrl,
        artifacts: fileArtifactCache(targets.folder),
      }),
    });

  if (command === "init") {
    if (file === undefined) throw new UsageError("init needs the file of the trusted root");
    const root = new Uint8Array(await readFile(file));
    await fileMetadataStore(needed("metadata-dir")).put("root", root);
  } else if (command === "refresh") {
    await client().refresh();
  } else if (command === "download") {
    const names = values["target-name"] ?? [];
    if (names.length === 0) throw new UsageError("--target-name is missing");
    const { refresh, target, download } = client({
      targetsUrl: needed("target-base-url"),
      folder: needed("target-dir"),
    });
    await refresh();
    for (const name of names) {
      const found = await target(name);
      if (found === null) throw new FeedError("not-found", `${name}: no role names this target`);
      await download(found);
    }
  } else {
    throw new UsageError(command === undefined ? "a command is missing" : `no command ${command}`);
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        "metadata-dir": { type: "string" },
        "metadata-url": { type: "string" },
        "target-name": { type: "string", multiple: true },
        "target-base-url": { type: "string" },
        "target-dir": { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const args = process.argv.slice(2);
if (args.includes("--help") || args.includes("-h")) {
  process.stdout.write(USAGE);
} else {
  try {
    await run(args);
  } catch (error) {
    const code = error instanceof FeedError ? `${error.code}: ` : "";
    process.stderr.write(`${code}${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof UsageError) process.stderr.write(USAGE);
    process.exitCode = 1;
  }
}
