// npm run -s golden [-- --write]
// Compares what the product says and ships with the records in this folder, to prove that a refactoring changes nothing.
// Prints the lines that differ and exits with 1. --write updates the records; review their diff like any other change.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { bundleSizes, manifests, rules, snapshotFiles } from "./package.ts";
import { addressVerdicts, messageVerdicts, sharedVerdicts } from "./verdicts.ts";
import { wireSchemas } from "./wire.ts";

const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });

/** Differing lines to print for each record. */
const SHOWN = 20;
/** Bundles may grow or shrink by this share. */
const SIZE_TOLERANCE = 0.01;

const asLines = (value: unknown) => JSON.stringify(value, null, 1).split("\n");
const RECORDS: Record<string, () => Promise<string[]> | string[]> = {
  "addresses.txt": addressVerdicts,
  "messages.txt": messageVerdicts,
  "rules.json": () => asLines(rules()),
  "manifests.json": () => asLines(manifests()),
  "schemas.json": () => asLines(wireSchemas()),
  "snapshot.json": () => asLines(snapshotFiles()),
};

let changed = 0;
for (const [name, make] of Object.entries(RECORDS)) compare(name, await make());
compareShared(await sharedVerdicts());
compareSizes();
process.exit(changed > 0 && !values.write ? 1 : 0);

function compare(name: string, now: readonly string[]): void {
  const before = read(name)?.trimEnd().split("\n") ?? [];
  const old = new Set(before);
  const is = new Set(now);
  const gone = before.filter((line) => !is.has(line)).map((line) => `- ${line}`);
  const come = now.filter((line) => !old.has(line)).map((line) => `+ ${line}`);
  tell(name, [...gone, ...come], before.join("\n") === now.join("\n"));
  if (values.write) write(name, `${now.join("\n")}\n`);
}

/** Keeps the records of corpora that this machine lacks. */
function compareShared(now: Record<string, unknown>): void {
  const before: Record<string, unknown> = JSON.parse(read("shared.json") ?? "{}");
  if (Object.keys(now).length === 0) console.log("shared.json: skipped, no shared data here");
  const differing = Object.keys(now).filter(
    (name) => JSON.stringify(now[name]) !== JSON.stringify(before[name]),
  );
  tell("shared.json", differing, differing.length === 0);
  if (values.write) write("shared.json", `${asLines({ ...before, ...now }).join("\n")}\n`);
}

function compareSizes(): void {
  const now = bundleSizes();
  if (now === null) {
    console.log("sizes.json: skipped, nothing is built");
    return;
  }
  const before: typeof now = JSON.parse(read("sizes.json") ?? "{}");
  const differing = Object.entries(now).flatMap(([build, sizes]) =>
    [...new Set([...Object.keys(sizes), ...Object.keys(before[build] ?? {})])].flatMap((file) => {
      const was = before[build]?.[file] ?? 0;
      const is = sizes[file] ?? 0;
      return Math.abs(is - was) > was * SIZE_TOLERANCE ? `${build}/${file}: ${was} → ${is}` : [];
    }),
  );
  tell("sizes.json", differing, differing.length === 0);
  if (values.write && differing.length > 0) write("sizes.json", `${asLines(now).join("\n")}\n`);
}

function tell(name: string, differing: readonly string[], same: boolean): void {
  if (same) {
    console.log(`${name}: unchanged`);
    return;
  }
  changed++;
  console.log(`${name}: ${differing.length || "the order of its"} lines differ`);
  for (const line of differing.slice(0, SHOWN)) console.log(`  ${line.slice(0, 300)}`);
}

function read(name: string): string | null {
  const file = new URL(`records/${name}`, import.meta.url);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

function write(name: string, text: string): void {
  writeFileSync(new URL(`records/${name}`, import.meta.url), text);
}
