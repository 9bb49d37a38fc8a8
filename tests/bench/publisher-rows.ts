import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { popularList, publisherList } from "./bench-data.ts";
import { atMost, type RowGroup } from "./row.ts";
import { runNode } from "./run-node.ts";
import { syntheticHosts } from "./synthetic-hosts.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const LINES = 1_410_000;

/** From 1.4 million lines to a signed feed. */
export const publisherRows: RowGroup = async function* ({ say }) {
  say("publisher");
  using folder = temporaryFolder();
  const inFolder = (name: string) => join(folder.path, name);
  let list = publisherList();
  if (list === null) {
    list = inFolder("hosts.txt");
    writeFileSync(list, `${syntheticHosts(LINES, 6).join("\n")}\n`);
  }
  writeFileSync(
    inFolder("sources.json"),
    JSON.stringify({
      sources: [{ id: "bench", name: "Bench", licence: "CC0-1.0", format: "plain", from: list }],
    }),
  );
  const popular = popularList();
  await runNode(["src/publisher/main.ts", "keygen", "--out", inFolder("keys")]);
  const { ms } = await runNode(
    [
      ...["--import", new URL("report-peak-memory.ts", import.meta.url).href],
      ...["src/publisher/main.ts", "build", "--drop-violations"],
      ...["--keys", inFolder("keys"), "--out", inFolder("feed")],
      ...["--sources", inFolder("sources.json")],
      ...(popular === null ? [] : ["--popular", popular]),
    ],
    { PEAK_MEMORY_FILE: inFolder("peak") },
  );
  const peakKilobytes = Number(readFileSync(inFolder("peak"), "utf8"));
  yield atMost("publisher: 1.4 million lines to a signed feed, time", "s", ms / 1000, 60);
  yield atMost(
    "publisher: 1.4 million lines to a signed feed, peak memory",
    "MB",
    peakKilobytes / 1000,
    1000,
  );
};
