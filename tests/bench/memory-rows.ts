import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildIndex } from "../../src/core/blocklist/list-index.ts";
import { openBlocklist } from "../../src/core/blocklist/open-blocklist.ts";
import { listedHosts } from "./bench-data.ts";
import { median } from "./measure.ts";
import { againstBaseline, atMost, type RowGroup } from "./row.ts";
import { runNode } from "./run-node.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const STARTS = 5;

/** What 1,000,000 hosts take in memory, and how long a starting process waits for its first answer. */
export const memoryRows: RowGroup = async function* ({ say }) {
  say("memory and cold load");
  const { hosts, list } = listedHosts();
  const index = buildIndex(list);
  const opened = openBlocklist(list, index);

  using folder = temporaryFolder();
  writeFileSync(join(folder.path, "hosts.txt"), `${hosts.join("\n")}\n`);
  writeFileSync(join(folder.path, "list"), list);
  writeFileSync(join(folder.path, "index"), index);
  const run = async (mode: "list" | "set") => {
    const { stdout } = await runNode([
      "--expose-gc",
      "tests/bench/cold-load.ts",
      mode,
      folder.path,
    ]);
    return JSON.parse(stdout) as { ms: number; heapBytes: number };
  };
  const loads: { list: number[]; set: number[]; heap: number[] } = { list: [], set: [], heap: [] };
  for (let start = 0; start < STARTS; start++) {
    loads.list.push((await run("list")).ms);
    const { ms, heapBytes } = await run("set");
    loads.set.push(ms);
    loads.heap.push(heapBytes);
  }

  const bytesPerHost = opened.byteLength / opened.count;
  yield atMost("list in memory, filter included, columns aside", "bytes a host", bytesPerHost, 13);
  yield againstBaseline(
    "list in memory (baseline: Set<string>)",
    "bytes a host",
    bytesPerHost,
    median(loads.heap) / hosts.length,
    1 / 6,
  );
  yield againstBaseline(
    "cold load, new process: bytes in memory to first answer, checksums included (baseline: Set<string> from text)",
    "ms",
    median(loads.list),
    median(loads.set),
    1 / 50,
  );
};
