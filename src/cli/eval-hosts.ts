#!/usr/bin/env node
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { DEFAULT_POLICY } from "../core/policy/policy.ts";
import { openKnowledge } from "../core/verdict/knowledge.ts";
import { evaluateHosts } from "./evaluate/evaluate-hosts.ts";
import { readHosts } from "./evaluate/read-hosts.ts";
import { readSnapshotFolder } from "./read-snapshot-folder.ts";

const USAGE = `Usage: eval:hosts --scam FILE --benign FILE [--benign FILE …] [--out FILE]

Measures the look-alike detector, without any list, on hosts of which it is known what they are, and prints one JSON
object last: counts, recall (of all, and of those that carry a brand's name), false positives, each with its 95 %
interval, per class as [strong, weak], and by halves of the registrable domains ("fit" to build on, "measure").

  --scam FILE    scam hosts; may be given again
  --benign FILE  honest hosts; may be given again
  --out FILE     one JSON a line for each case: {"host","level","expect","reasons"}

A FILE has one host a line, or is a tab-separated table with a column "host"; it may be gzip.
Exit status: 0, or 2 if the command line or a file is wrong.
`;

const SNAPSHOT = fileURLToPath(new URL("../../assets/snapshot", import.meta.url));

async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      scam: { type: "string", multiple: true },
      benign: { type: "string", multiple: true },
      out: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const { scam = [], benign = [] } = values;
  if (scam.length === 0 || benign.length === 0) {
    throw new Error("--scam FILE and --benign FILE are needed");
  }
  const { files } = await readSnapshotFolder(SNAPSHOT, ({ kind }) => kind === "brands");
  const { brands } = openKnowledge(files, {
    feedVersion: 0,
    policy: DEFAULT_POLICY,
    overriddenUntil: () => null,
  });
  const scamHosts = await readAll(scam);
  const benignHosts = await readAll(benign);
  const out = values.out === undefined ? null : createWriteStream(values.out);
  // A stream that fails says so at its end.
  const written = out === null ? null : finished(out);
  const summary = evaluateHosts(scamHosts, benignHosts, brands, (one) => {
    out?.write(`${JSON.stringify(one)}\n`);
  });
  out?.end();
  await written;
  process.stdout.write(`${JSON.stringify(summary)}\n`);
}

async function readAll(paths: readonly string[]): Promise<string[]> {
  const all = new Set<string>();
  for (const path of paths) {
    const { hosts, unreadable } = await readHosts(path);
    for (const host of hosts) all.add(host);
    const left = unreadable === 0 ? "" : `, ${unreadable.toLocaleString("en")} lines hold none`;
    process.stderr.write(`${path}: ${hosts.length.toLocaleString("en")} hosts${left}\n`);
  }
  return [...all];
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`eval:hosts: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
