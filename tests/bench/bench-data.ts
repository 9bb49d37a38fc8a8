import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { listOf } from "./list-of.ts";
import { seededRandom } from "./random.ts";
import { syntheticHosts } from "./synthetic-hosts.ts";

/** Measured hosts: real ones where the data lies beside the checkout, or in the folder that TINHTAO_SHARED names. */
const SHARED =
  process.env.TINHTAO_SHARED ?? fileURLToPath(new URL("../../../shared", import.meta.url));
const BLOCKLISTS = join(SHARED, "data", "blocklist");

export const HOSTS = 1_000_000;

/** Where the hosts come from, for the head of the report. */
export const origin = existsSync(join(BLOCKLISTS, "day0.txt.gz")) ? "real" : "synthetic";

let listed: { hosts: readonly string[]; list: Uint8Array<ArrayBuffer> } | null = null;

/** 1,000,000 listed hosts, sorted, and the list of them. Made once. */
export function listedHosts(): { hosts: readonly string[]; list: Uint8Array<ArrayBuffer> } {
  if (listed === null) {
    const hosts =
      origin === "synthetic"
        ? syntheticHosts(HOSTS, 1)
        : seededRandom(1).sample(lines("blocklist/day0.txt.gz"), HOSTS);
    listed = { hosts, list: listOf(hosts) };
  }
  return listed;
}

/** Hosts that people visit, none of them listed or below a listed one. */
export function honestHosts(isListed: (host: string) => boolean): string[] {
  const hosts = origin === "real" ? lines("benign/top.txt.gz") : syntheticHosts(170_000, 2);
  return hosts.flatMap((host) => [host, `www.${host}`]).filter((host) => !isListed(host));
}

/** One day's change of a list: all hosts of the first day, sorted, and what comes and goes by the next. */
export function dayChange(): { before: string[]; added: string[]; removed: string[] } {
  if (origin === "synthetic") {
    const hosts = seededRandom(3).shuffle(syntheticHosts(HOSTS + 8_000, 1));
    const added = hosts.splice(0, 8_000).sort();
    const before = hosts.sort();
    return { before, added, removed: seededRandom(4).sample(before, 1_300) };
  }
  const delta = lines("blocklist/day1.delta.gz");
  const by = (sign: string) =>
    delta.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
  return { before: lines("blocklist/day0.txt.gz"), added: by("+"), removed: by("-") };
}

/** A list of 1.4 million lines for the publisher; null where there is only made-up data. */
export function publisherList(): string | null {
  const path = join(BLOCKLISTS, "permissive.txt.gz");
  return existsSync(path) ? path : null;
}

/** Hosts that no list may contain, for the publisher's checks. */
export function popularList(): string | null {
  const path = join(SHARED, "data", "benign", "top.txt.gz");
  return existsSync(path) ? path : null;
}

function lines(name: string): string[] {
  const text = gunzipSync(readFileSync(join(SHARED, "data", name))).toString("utf8");
  return text.trimEnd().split("\n");
}
