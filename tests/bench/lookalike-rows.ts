import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { registrableDomain } from "../../src/core/host/domain.ts";
import { brandsSchema, indexBrands } from "../../src/core/lookalike/brands.ts";
import { createLookalikes } from "../../src/core/lookalike/lookalike.ts";
import { distance } from "../../src/core/lookalike/slips.ts";
import { honestHosts } from "./bench-data.ts";
import { inTurns } from "./measure.ts";
import { seededRandom } from "./random.ts";
import { againstBaseline, type RowGroup } from "./row.ts";

const BRANDS = new URL("../../assets/snapshot/brands.json.gz", import.meta.url);
const ASKED = 20_000;
/** A scan is so slow that a few hosts must do. */
const SCANNED = 200;
const NS_PER_MS = 1e6;

/** Look-ups of look-alikes, the public suffix included, among the brands that ship. */
export const lookalikeRows: RowGroup = function* ({ say }) {
  say("look-alikes");
  const json = gunzipSync(readFileSync(BRANDS)).toString("utf8");
  const brands = indexBrands(brandsSchema.parse(JSON.parse(json)).brands);
  const lookalikes = createLookalikes(brands);
  const random = seededRandom(11);
  const honest = random.shuffle(honestHosts(() => false)).slice(0, ASKED);
  const names = [
    ...new Set(brands.all.flatMap(({ aliases }) => aliases).filter((alias) => /^\w+$/.test(alias))),
  ];
  const posing = Array.from(
    { length: ASKED },
    () => `${random.pick(names)}-${random.pick(["xacthuc", "vip", "abcd"])}.top`,
  );
  const ours = (hosts: readonly string[]) => () => {
    let found = 0;
    for (const host of hosts) found += lookalikes.of(host, registrableDomain(host)).length;
    return found;
  };
  // What list checkers do: the edit distance of each label to each name.
  const scan = (hosts: readonly string[]) => () => {
    let found = 0;
    for (const host of hosts) {
      for (const label of host.split(".")) {
        for (const name of names) if (distance(label, name) <= 1) found++;
      }
    }
    return found;
  };
  const times = inTurns(
    { honest: ours(honest), posing: ours(posing), scan: scan(honest.slice(0, SCANNED)) },
    { rounds: 7, warmUps: 2 },
  );
  const each = (ms: number, asked: number) => (ms / asked) * NS_PER_MS;
  yield againstBaseline(
    `look-alike of an honest host among ${names.length} names (baseline: edit distance to every name)`,
    "ns",
    each(times.honest.ms, ASKED),
    each(times.scan.ms, SCANNED),
    0.05,
  );
  yield againstBaseline(
    "the same of a host that poses as a brand",
    "ns",
    each(times.posing.ms, ASKED),
    each(times.scan.ms, SCANNED),
    0.05,
  );
};
