// A process that has just started, asked for one host. Run by memory-rows.ts: cold-load.ts list|set FOLDER
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openBlocklist } from "../../src/core/blocklist/open-blocklist.ts";

const [mode, folder = ""] = process.argv.slice(2);
const read = (name: string) => new Uint8Array(readFileSync(join(folder, name))).buffer;
const HOST = "www.vietcombank.com.vn";

const heapInUse = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

if (mode === "list") {
  const list = read("list");
  const index = read("index");
  const start = performance.now();
  const found = openBlocklist(list, index).covering(HOST) !== null;
  report(performance.now() - start, 0, found);
} else {
  let text = readFileSync(join(folder, "hosts.txt"), "utf8");
  const before = heapInUse();
  const start = performance.now();
  const set = new Set(text.split("\n"));
  const found = set.has(HOST);
  const ms = performance.now() - start;
  const textBytes = text.length;
  text = "";
  // Most of the set's strings are slices that keep the text alive, as in any program that reads a list this way.
  report(ms, heapInUse() - before + textBytes, found || set.has("vn"));
}

function report(ms: number, heapBytes: number, found: boolean): void {
  if (found) throw new Error(`${HOST} is not listed`);
  process.stdout.write(JSON.stringify({ ms, heapBytes }));
}
