import { spawnSync } from "node:child_process";
import { diffBlocklists, patchBlocklist } from "../../src/core/blocklist/delta.ts";
import { gzip } from "../../src/node/gzip.ts";
import { dayChange, listedHosts } from "./bench-data.ts";
import { listOf } from "./list-of.ts";
import { inTurns } from "./measure.ts";
import { againstBaseline, type RowGroup } from "./row.ts";

/** Of the system: the row is left out where it is missing. */
const XZ = "xz";

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

  const text = `${[...before.filter((host) => !gone.has(host)), ...added].sort().join("\n")}\n`;
  const { patch, build } = inTurns(
    {
      patch: () => patchBlocklist(old, delta).list.length,
      build: () => listOf(text.trimEnd().split("\n")).length,
    },
    { rounds: 3, warmUps: 1 },
  );
  if (!Buffer.from(patchBlocklist(old, delta).list).equals(next)) {
    throw new Error("the patched list is another than the built one");
  }
  yield againstBaseline(
    "applying that update (baseline: a full build from text)",
    "ms",
    patch.ms,
    build.ms,
    0.1,
  );
};

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
