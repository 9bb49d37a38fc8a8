import { buildIndex } from "../../src/core/blocklist/list-index.ts";
import { openBlocklist } from "../../src/core/blocklist/open-blocklist.ts";
import { honestHosts, listedHosts } from "./bench-data.ts";
import { inTurns } from "./measure.ts";
import { seededRandom } from "./random.ts";
import { againstBaseline, atMost, type RowGroup } from "./row.ts";

const ASKED = 50_000;
/** A scan is so slow that a few hosts must do. */
const SCANNED = 5;
const NS_PER_MS = 1e6;

/** Look-ups with the walk over all parents, among 1,000,000 hosts. */
export const lookUpRows: RowGroup = function* ({ say }) {
  say("look-ups");
  const { hosts, list: bytes } = listedHosts();
  const list = openBlocklist(bytes, buildIndex(bytes));
  const set = new Set(hosts);
  const walkSet = (host: string): boolean => {
    for (let at = 0; ; at = host.indexOf(".", at) + 1) {
      if (set.has(at === 0 ? host : host.slice(at))) return true;
      if (host.indexOf(".", at) === -1) return false;
    }
  };
  const scan = (host: string): boolean =>
    hosts.some((listed) => host === listed || host.endsWith(`.${listed}`));

  const random = seededRandom(5);
  const unlisted = copies(random.shuffle(honestHosts(walkSet)).slice(0, ASKED));
  const listed = copies(random.shuffle([...hosts]).slice(0, ASKED));
  const count = (asked: readonly string[], isListed: (host: string) => boolean) => () => {
    let found = 0;
    for (const host of asked) if (isListed(host)) found++;
    return found;
  };
  const inList = (host: string) => list.covering(host) !== null;
  const times = inTurns(
    {
      unlistedList: count(unlisted, inList),
      unlistedSet: count(unlisted, walkSet),
      listedList: count(listed, inList),
      listedSet: count(listed, walkSet),
    },
    { rounds: 25, warmUps: 5 },
  );
  const scans = inTurns(
    { scan: count(unlisted.slice(0, SCANNED), scan) },
    { rounds: 3, warmUps: 1 },
  );
  if (
    times.unlistedList.result !== 0 ||
    times.unlistedSet.result !== 0 ||
    scans.scan.result !== 0
  ) {
    throw new Error("an unlisted host was found");
  }
  if (times.listedList.result !== listed.length) throw new Error("a listed host was not found");

  const each = (ms: number, asked: number) => (ms / asked) * NS_PER_MS;
  const ours = each(times.unlistedList.ms, unlisted.length);
  yield againstBaseline(
    "look-up of an unlisted host (baseline: Set<string>, same walk)",
    "ns",
    ours,
    each(times.unlistedSet.ms, unlisted.length),
    0.5,
  );
  yield againstBaseline(
    "look-up of an unlisted host (baseline: linear scan over the list)",
    "ns",
    ours,
    each(scans.scan.ms, SCANNED),
    0.5,
  );
  const listedNs = each(times.listedList.ms, listed.length);
  const baseline = each(times.listedSet.ms, listed.length);
  yield {
    ...atMost(
      "look-up of a listed host, with its columns (baseline: Set<string>, same walk)",
      "ns",
      listedNs,
      5_000,
    ),
    baseline,
    ratio: listedNs / baseline,
  };
};

/** Strings of their own, as they come from a browser: not slices of a text that lies in the cache. */
function copies(hosts: readonly string[]): string[] {
  return hosts.map((host) => Buffer.from(host).toString());
}
