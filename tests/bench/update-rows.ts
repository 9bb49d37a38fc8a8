import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { diffBlocklists } from "../../src/core/blocklist/delta.ts";
import { gzip } from "../../src/node/gzip.ts";
import { dayChange, listedHosts } from "./bench-data.ts";
import { listOf } from "./list-of.ts";
import { median } from "./measure.ts";
import { againstBaseline, type RowGroup } from "./row.ts";
import { runNode } from "./run-node.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Of the system: the row is left out where it is missing. */
const XZ = "xz";
const STARTS = 5;

/** What a browser downloads, the first time and each day, and what it does with it. */
export const updateRows: RowGroup = async function* ({ say }) {
  say("downloads and patches");
  const { hosts, list } = listedHosts();
  yield againstBaseline(
    "full download, 1,000,000 hosts (baseline: gzip -9 of the sorted text)",
    "bytes",
    (await gzip(list)).length,
    (await gzip(utf8(`${hosts.join("\n")}\n`))).length,
    0.9,
  );

  const { before, added, removed } = dayChange();
  const gone = new Set(removed);
  const old = listOf(before);
  const next = listOf(
    before.filter((host) => !gone.has(host)),
    added,
  );
  const delta = diffBlocklists(old, next);
  const expected = createHash("sha256").update(next).digest("hex");
  const change = `${before.length.toLocaleString("en")} hosts, +${added.length} −${removed.length}`;

  const diff = [...added.map((host) => `+${host}`), ...removed.map((host) => `-${host}`)];
  const xz = spawnSync(XZ, ["-9e", "--stdout"], {
    input: `${diff.join("\n")}\n`,
    maxBuffer: 1 << 26,
  });
  if (xz.error !== undefined || xz.status !== 0) {
    say("left out: the day's update, since there is no program xz to compare with");
  } else {
    yield againstBaseline(
      `a day's update, gzipped, ${change} (baseline: xz -9e of the text diff)`,
      "bytes",
      (await gzip(delta)).length,
      xz.stdout.length,
      0.95,
    );
  }

  using folder = temporaryFolder();
  const write = (name: string, content: Uint8Array | string) =>
    writeFileSync(join(folder.path, name), content);
  write("list", old);
  write("delta", delta);
  write("old.txt", before.filter((host) => !gone.has(host)).join("\n"));
  write("added.txt", added.join("\n"));
  const times: Record<"patch" | "build", number[]> = { patch: [], build: [] };
  for (let start = 0; start < STARTS; start++) {
    for (const mode of ["patch", "build"] as const) {
      const { stdout } = await runNode(["tests/bench/apply-update.ts", mode, folder.path]);
      const { ms, sha256 } = JSON.parse(stdout) as { ms: number; sha256: string };
      if (sha256 !== expected) throw new Error(`${mode} makes another list`);
      times[mode].push(ms);
    }
  }
  yield againstBaseline(
    "applying that update, in a new process (baseline: there a full build from text)",
    "ms",
    median(times.patch),
    median(times.build),
    0.1,
  );
};

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
