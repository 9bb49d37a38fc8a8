// A process that has just started, with the day's update to apply. Run by update-rows.ts: apply-update.ts patch|build FOLDER
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { patchBlocklist } from "../../src/core/blocklist/delta.ts";
import { listOf } from "./list-of.ts";

const [mode, folder = ""] = process.argv.slice(2);
const read = (name: string) => readFileSync(join(folder, name));
const bytes = (name: string) => new Uint8Array(read(name));

if (mode === "patch") {
  const list = bytes("list");
  const delta = bytes("delta");
  report(() => patchBlocklist(list, delta).list);
} else {
  const [old = "", added = ""] = ["old.txt", "added.txt"].map((name) => read(name).toString());
  report(() => listOf(old.split("\n"), added.split("\n")));
}

function report(work: () => Uint8Array): void {
  const start = performance.now();
  const made = work();
  const ms = performance.now() - start;
  process.stdout.write(
    JSON.stringify({ ms, sha256: createHash("sha256").update(made).digest("hex") }),
  );
}
