import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { checkLines } from "../../src/cli/check-lines.ts";
import { DEFAULT_POLICY } from "../../src/core/policy/policy.ts";
import { openKnowledge } from "../../src/core/verdict/knowledge.ts";
import { honestHosts, listedHosts } from "./bench-data.ts";
import { median } from "./measure.ts";
import { seededRandom } from "./random.ts";
import { atLeast, type RowGroup } from "./row.ts";

const BRANDS = new URL("../../assets/snapshot/brands.json.gz", import.meta.url);
const LINES = 1_000_000;
const CHUNK_BYTES = 0x10000;

/** The command line, once started. */
export const checkRows: RowGroup = async function* ({ say }) {
  say("command line");
  const { hosts, list } = listedHosts();
  // The brands that ship: each host is asked for look-alikes as well.
  const brands = gunzipSync(readFileSync(BRANDS));
  const knowledge = openKnowledge(
    [
      { path: "list", kind: "blocklist", category: "scam", bytes: list },
      { path: "brands", kind: "brands", category: null, bytes: brands },
    ],
    { feedVersion: 1, policy: DEFAULT_POLICY, overriddenUntil: () => null },
  );
  const random = seededRandom(7);
  const honest = honestHosts(() => false);
  const forms = [
    () => `https://${random.pick(honest)}/a/b/c?id=${random.below(1e6)}`,
    () => random.pick(honest),
    () => `http://login.${random.pick(hosts)}/index.php\r`,
    () => random.pick(hosts),
    () => (random.below(2) === 0 ? "" : "no address at all"),
  ];
  const text = Array.from({ length: LINES }, () => random.pick(forms)()).join("\n");
  const bytes = Buffer.from(`${text}\n`);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
      yield bytes.subarray(at, at + CHUNK_BYTES);
  }
  const rates: number[] = [];
  for (let round = 0; round < 4; round++) {
    const start = performance.now();
    let answers = 0;
    for await (const batch of checkLines(chunks(), knowledge))
      answers += batch.split("\n").length - 1;
    if (answers !== LINES) throw new Error(`${answers} answers to ${LINES} lines`);
    if (round > 0) rates.push(LINES / ((performance.now() - start) / 1000));
  }
  yield atLeast(
    "command line check, once started, 1,000,000 mixed lines",
    "lines/s",
    median(rates),
    50_000,
  );
};
