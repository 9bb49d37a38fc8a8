import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createFeedClient } from "../../src/core/feed/feed-client.ts";
import type { FeedFetcher } from "../../src/core/feed/types.ts";
import { createSync, SYNC_ALARM } from "../../src/extension/background/lists/sync.ts";
import { fetchBytes } from "../../src/node/fetch-bytes.ts";
import { memoryStore } from "../fixtures/feed/memory-store.ts";
import { fakeFeed, gunzip } from "../unit/extension/background/fakes/fake-feed.ts";
import { fakeAlarms } from "../unit/extension/background/fakes/fake-platform.ts";
import { sha256 } from "../unit/extension/background/fakes/lists.ts";
import { openWorkshop } from "../unit/extension/background/fakes/workshop.ts";
import { seededRandom } from "./random.ts";
import { atMost, type RowGroup } from "./row.ts";
import { runNode } from "./run-node.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const MINUTE = 60_000;
const POLLS = 400;
/** New versions thrown into each pause between two polls, at random moments. */
const PUBLISHED_EACH = 10;

/** How long a new entry waits until a running browser asks for it, and what asking in vain costs. */
export const freshnessRows: RowGroup = async function* ({ say }) {
  say("polls of the feed");
  const waits = await waitsForAPoll();
  yield atMost(
    `published → asked for, 95 % of the time, default settings, over ${POLLS} polls of a running browser`,
    "min",
    (waits.toSorted((a, b) => a - b)[Math.ceil(waits.length * 0.95) - 1] ?? 0) / MINUTE,
    15,
  );
  yield atMost(
    "a poll that finds nothing new, body without headers",
    "bytes",
    await idlePoll(),
    1000,
  );
};

/** Milliseconds from a publication to the next poll, by the extension's own schedule on a clock of the bench. */
async function waitsForAPoll(): Promise<number[]> {
  const shop = await openWorkshop();
  const feed = fakeFeed(Number.MAX_SAFE_INTEGER);
  feed.publish({ blocklist: ["listed.example"] });
  const alarms = fakeAlarms(() => shop.now);
  const random = seededRandom(15);
  const sync = createSync({
    store: shop.store,
    alarms,
    policy: async () => shop.policy,
    feed: async () => ({ id: "feed", client: feed.client }),
    gunzip,
    sha256,
    now: () => shop.now,
    random: () => random.below(1_000_000) / 1_000_000,
    damaged: async () => [],
    updateContent: async () => undefined,
    onChange: async () => undefined,
    onProblem: (problem) => {
      if (problem !== null) throw new Error(`the poll failed: ${JSON.stringify(problem)}`);
    },
  });
  const waits: number[] = [];
  for (let poll = 0; poll < POLLS; poll++) {
    await sync.update();
    const next = await alarms.next(SYNC_ALARM);
    if (next === null) throw new Error("no further poll is planned");
    for (let i = 0; i < PUBLISHED_EACH; i++) waits.push(random.below(next - shop.now));
    shop.now = next;
  }
  return waits;
}

/** Bytes that the feed's client reads from a feed that it knows already. */
async function idlePoll(): Promise<number> {
  using folder = temporaryFolder();
  const inFolder = (name: string) => join(folder.path, name);
  writeFileSync(inFolder("hosts.txt"), "listed.example\n");
  writeFileSync(
    inFolder("sources.json"),
    JSON.stringify({
      sources: [
        { id: "bench", name: "Bench", licence: "CC0-1.0", format: "plain", from: "hosts.txt" },
      ],
    }),
  );
  await runNode(["src/publisher/main.ts", "keygen", "--out", inFolder("keys")]);
  await runNode([
    ...["src/publisher/main.ts", "build", "--sources", inFolder("sources.json")],
    ...["--keys", inFolder("keys"), "--out", inFolder("feed")],
  ]);
  let bytes = 0;
  const counting: FeedFetcher = async (url, limits) => {
    const body = await fetchBytes(url, limits);
    bytes += body.length;
    return body;
  };
  const base = pathToFileURL(`${inFolder("feed")}/`).href;
  const client = createFeedClient({
    store: memoryStore(),
    fetcher: counting,
    crypto: globalThis.crypto.subtle,
    now: Date.now,
    metadataUrl: new URL("metadata/", base).href,
    targetsUrl: new URL("targets/", base).href,
    trustedRoot: new Uint8Array(readFileSync(inFolder("feed/metadata/1.root.json"))),
    rootCheck: "when-changed",
  });
  await client.refresh();
  bytes = 0;
  await client.refresh();
  return bytes;
}
