import path from "node:path";
import { describe, expect, it } from "vitest";
import { buildBlocklist } from "../../../src/core/blocklist/build-blocklist.ts";
import { diffBlocklists } from "../../../src/core/blocklist/delta.ts";
import { deltaPath } from "../../../src/core/feed/artifacts.ts";
import { gzip } from "../../../src/node/gzip.ts";
import { silentProgress } from "../../../src/publisher/progress.ts";
import { openRepository, type TargetInput } from "../../../src/publisher/repository.ts";
import { createKeyFolder } from "../../../src/publisher/signing/key-folder.ts";
import { sha256 } from "../../../src/publisher/signing/signed-metadata.ts";
import { verifyFeed } from "../../../src/publisher/verify-feed.ts";
import { START } from "./feed-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

type Bytes = Uint8Array<ArrayBuffer>;
const SCAM = "blocklist/scam.ttb.gz";

function listOf(...names: string[]): Bytes {
  const rest = { form: null, brand: null, source: "ours", since: 20_000 };
  const sources = [{ id: "ours", name: "Ours", licence: "CC0-1.0" }];
  return buildBlocklist(
    names.map((name) => ({ name, ...rest })),
    { sources },
  );
}

const rawOf = (raw: Bytes) => ({ length: raw.length, sha256: sha256(raw) });

async function list(raw: Bytes, count: number): Promise<TargetInput> {
  const custom = { kind: "blocklist", category: "scam", raw: rawOf(raw), count };
  return { path: SCAM, bytes: await gzip(raw), custom };
}

async function delta(raw: Bytes, from: Bytes, to: Bytes): Promise<TargetInput> {
  const custom = { kind: "delta", of: SCAM, from: sha256(from), to: sha256(to), raw: rawOf(raw) };
  return { path: deltaPath(SCAM, sha256(from)), bytes: await gzip(raw), custom };
}

/** Signs these versions one after the other, whatever they hold, and verifies the last. */
async function verified(...versions: TargetInput[][]) {
  const folder = temporaryFolder();
  const feed = path.join(folder.path, "feed");
  const keys = await createKeyFolder(path.join(folder.path, "keys"));
  const repository = await openRepository(feed, keys);
  for (const targets of versions) await repository.publish({ targets, now: START });
  return verifyFeed(feed, undefined, START, silentProgress);
}

describe("a feed that was signed with a mistake in it", () => {
  const a = listOf("a.example");
  const b = listOf("a.example", "b.example");
  const c = listOf("c.example");

  it("is found where a list has another number of entries than signed", async () => {
    await expect(verified([await list(b, 3)])).rejects.toThrow(
      `${SCAM}: has 2 entries, 3 are signed`,
    );
  });

  it("is found where a delta leads to no list of the feed", async () => {
    const good = await delta(diffBlocklists(a, b), a, b);
    await expect(verified([await list(a, 1)], [await list(b, 2), good])).resolves.toMatchObject({
      deltas: 1,
      untried: [],
    });
    const stray = await delta(diffBlocklists(a, c), a, c);
    await expect(verified([await list(a, 1)], [await list(b, 2), stray])).rejects.toThrow(
      `does not lead to the ${SCAM} of this feed`,
    );
    await expect(verified([stray])).rejects.toThrow(`${SCAM}, which is not in the feed`);
  });

  it("is found where a delta makes another list than it says", async () => {
    const wrong = await delta(diffBlocklists(a, c), a, b);
    await expect(verified([await list(a, 1)], [await list(b, 2), wrong])).rejects.toThrow(
      /deltas\/.*: makes another file/,
    );
  });

  it("is taken with a word where a delta can't be tried, since its first version is gone", async () => {
    const good = await delta(diffBlocklists(a, b), a, b);
    await expect(verified([await list(b, 2), good])).resolves.toMatchObject({
      untried: [good.path],
    });
  });

  it("is found where a list is no list", async () => {
    const noList = new TextEncoder().encode("evil.example\n");
    await expect(verified([await list(noList, 1)])).rejects.toThrow(
      `${SCAM}: this is no blocklist`,
    );
  });
});
