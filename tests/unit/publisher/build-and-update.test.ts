import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { patchBlocklist } from "../../../src/core/blocklist/delta.ts";
import { openBlocklist } from "../../../src/core/blocklist/open-blocklist.ts";
import { fetchArtifact } from "../../../src/core/feed/fetch-artifact.ts";
import { planUpdate } from "../../../src/core/feed/update-plan.ts";
import { gunzip } from "../../../src/node/gzip.ts";
import { readFeed } from "../../../src/publisher/read-feed.ts";
import { sha256 } from "../../../src/publisher/signing/signed-metadata.ts";
import { contentOf, DAY, manyHosts, publisherDesk, START } from "./feed-command.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Brings installed files up to date as a browser does. */
async function update(feedFolder: string, installed: Map<string, Bytes>, now = START) {
  const { client, feed } = await readFeed(feedFolder, undefined, now);
  const hashes = new Map([...installed].map(([name, bytes]) => [name, sha256(bytes)]));
  const steps: string[] = [];
  for (const step of planUpdate(hashes, feed, () => true)) {
    if (step.kind === "drop") installed.delete(step.path);
    if (step.kind !== "delta" && step.kind !== "full") {
      steps.push(`${step.kind} ${step.path}`);
      continue;
    }
    const { bytes, via } = await fetchArtifact(step, {
      client,
      gunzip,
      sha256: async (data) => sha256(data),
      patch: (_, base, delta) => patchBlocklist(base, delta).list,
      installedBytes: async (name) => installed.get(name) ?? null,
    });
    installed.set(step.path, bytes);
    steps.push(`${via} ${step.path}`);
  }
  return steps;
}

function entryOf(installed: Map<string, Bytes>, list: string, name: string) {
  const bytes = installed.get(list);
  return bytes === undefined ? null : openBlocklist(bytes).get(name);
}

const SCAM = "blocklist/scam.ttb.gz";

describe("a feed", { timeout: 30_000 }, () => {
  it("reaches browsers whole at first, then by deltas, and says of each entry since when it is listed", async () => {
    const desk = await publisherDesk();
    const hosts = manyHosts(2000);
    const first = await desk.build({
      list: [...hosts, "https://sites.google.com/view/trung-thuong"],
    });
    expect(first).toMatchObject({ status: 0 });
    expect(first.out).toContain("Published version 1");
    const browser = new Map<string, Bytes>();
    expect(await update(desk.feed, browser)).toEqual([
      `full ${SCAM}`,
      "full paths/scam.ttb.gz",
      "full brands.json.gz",
      "full alerts.json.gz",
      "full portals.json.gz",
      "full model.json.gz",
      "full tips.json.gz",
    ]);
    expect(
      entryOf(browser, "paths/scam.ttb.gz", "sites.google.com/view/trung-thuong"),
    ).not.toBeNull();
    expect((await desk.run(["verify", desk.feed])).status).toBe(0);

    const later = START + 3 * DAY;
    const next = [
      ...hosts.slice(5),
      "moi-toi.example",
      "https://sites.google.com/view/trung-thuong",
    ];
    const second = await desk.build({ list: next, now: later });
    expect(second.out).toContain("(+1 −5)");
    expect(await update(desk.feed, browser, later)).toEqual([
      `delta ${SCAM}`,
      "keep paths/scam.ttb.gz",
      "keep brands.json.gz",
      "keep alerts.json.gz",
      "keep portals.json.gz",
      "keep model.json.gz",
      "keep tips.json.gz",
    ]);
    const day = Math.floor(START / DAY);
    expect(entryOf(browser, SCAM, "moi-toi.example")?.since).toBe(day + 3);
    expect(entryOf(browser, SCAM, hosts[9] ?? "")?.since).toBe(day);
    expect(entryOf(browser, SCAM, hosts[0] ?? "")).toBeNull();
    expect((await desk.run(["verify", desk.feed], later)).out).toMatch(/7 artifacts, 1 deltas/);

    await desk.build({ list: [...next, "moi-nua.example"], now: later + DAY });
    const fresh = await readFeed(desk.feed, undefined, later + DAY);
    const deltas = [...fresh.feed.targets.keys()].filter((name) => name.startsWith("deltas/"));
    expect(deltas).toHaveLength(2);
    const { status, out } = await desk.run(["inspect", desk.feed, "http://www.moi-toi.example/x"]);
    expect(status).toBe(0);
    expect(out).toContain("moi-toi.example  source ours, since 2026-09-04");
    expect((await desk.run(["inspect", desk.feed, "fine.example"])).out).toContain(
      "No entry covers",
    );
    const whole = await desk.run(["inspect", desk.feed], later + DAY);
    expect(whole.out).toMatch(/Version 3, good until 2026-09-12/);
    expect(whole.out).toMatch(/ours {2}1,997/);
  });

  it("is left alone but for its timestamp when nothing changed", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: manyHosts(50) });
    const before = contentOf(desk.feed);
    const { out } = await desk.build({ now: START + DAY });
    expect(out).toContain("Nothing changed: version 1 stays");
    const after = contentOf(desk.feed);
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed.sort()).toEqual(["build-report.json", "metadata/timestamp.json"]);
  });

  it("is the same, byte for byte, for the same input, keys and time", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: manyHosts(300) });
    const once = contentOf(desk.feed);
    await rm(desk.feed, { recursive: true });
    await desk.build({
      list: manyHosts(300).reverse(),
      args: ["--now", new Date(START).toISOString()],
    });
    const again = contentOf(desk.feed);
    for (const name of Object.keys(once)) {
      if (name !== "build-report.json") expect(again[name], name).toBe(once[name]);
    }
  });

  it("needs the root's keys for its first version only", async () => {
    const desk = await publisherDesk();
    const away = path.join(desk.folder, "root.pem");
    await rename(path.join(desk.keys, "root.pem"), away);
    const early = await desk.build({ list: ["evil.example"] });
    expect(early.status).toBe(1);
    expect(early.err).toMatch(/root/);
    await rename(away, path.join(desk.keys, "root.pem"));
    expect((await desk.build()).status).toBe(0);
    await rename(path.join(desk.keys, "root.pem"), away);
    expect((await desk.build({ list: ["evil2.example"] })).status).toBe(0);
    expect((await desk.run(["refresh-timestamp", desk.feed, "--keys", desk.keys])).out).toContain(
      "Version 2 has timestamp 3",
    );
    expect((await desk.run(["verify", desk.feed])).status).toBe(0);
  });

  it("forgets files of versions that nobody needs any more", async () => {
    const desk = await publisherDesk();
    for (let i = 1; i <= 6; i++) {
      await desk.build({ list: manyHosts(10 * i), args: ["--deltas", "1"] });
    }
    const lists = readdirSync(path.join(desk.feed, "targets/blocklist"));
    expect(lists).toHaveLength(4);
    expect(existsSync(path.join(desk.feed, "metadata/1.root.json"))).toBe(true);
    expect(existsSync(path.join(desk.feed, "metadata/2.targets.json"))).toBe(false);
  });

  it("has no delta that is larger than the whole file", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: manyHosts(3000) });
    const { err } = await desk.build({
      list: ["all-new.example", "other.example"],
      args: ["--allow-loss"],
    });
    expect(err).toContain("0 deltas, 1 left out: not smaller than the whole file");
    expect((await desk.run(["verify", desk.feed])).out).toContain("6 artifacts, 0 deltas");
  });

  it("loses a category when its source is gone and that is said to be meant, with a warning", async () => {
    const desk = await publisherDesk();
    const source = { name: "x", licence: "CC0-1.0", format: "plain" };
    const both = [
      { ...source, id: "a", from: "a.txt" },
      { ...source, id: "b", from: "b.txt", category: "gambling" },
    ];
    await desk.write("a.txt", "evil.example\n");
    await desk.write("b.txt", "bet.example\n");
    await desk.write("sources.json", JSON.stringify({ sources: both }));
    await desk.build();
    await desk.write("sources.json", JSON.stringify({ sources: both.slice(0, 1) }));
    const { err } = await desk.build({ args: ["--allow-loss"] });
    expect(err).toContain("warning: blocklist/gambling.ttb.gz loses 1 of its 1 entries");
    const { feed } = await readFeed(desk.feed, undefined, START);
    const lists = [...feed.targets.keys()].filter((name) => name.endsWith(".ttb.gz"));
    expect(lists).toEqual([SCAM]);
  });
});

describe("a build with paths beyond the rules of browsers", { timeout: 30_000 }, () => {
  it("says how many they are", async () => {
    const desk = await publisherDesk();
    const paths = ["https://chung.example/view/x", "https://chung.example/uu*dai"];
    const { status, err } = await desk.build({ list: paths });
    expect(status).toBe(0);
    expect(err).toContain(
      "warning: Chromium has rules for 1 of the 2 paths; of the other 1 a page",
    );
    expect((await desk.build({ list: paths.slice(0, 1) })).err).not.toContain("Chromium has rules");
  });
});

describe("a build that fails", { timeout: 30_000 }, () => {
  it("for an entry that may not enter, names source and line and leaves the feed as it was", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: ["evil.example"] });
    const before = contentOf(desk.feed);
    const popular = await desk.write("top.csv", "1,famous.example\n");
    const { status, out } = await desk.build({
      list: ["evil.example", "vietcombank.com.vn", "com.vn", "www.famous.example", "ok.example"],
      args: ["--popular", popular],
    });
    expect(status).toBe(1);
    expect(out).toMatch(
      /^ours .*list\.txt:2 {2}vietcombank\.com\.vn {2}official-domain {2}\(belongs to Vietcombank/m,
    );
    expect(out).toMatch(/^ours .*list\.txt:3 {2}com\.vn {2}public-suffix/m);
    expect(out).toMatch(/^ours .*list\.txt:4 {2}www\.famous\.example {2}popular/m);
    expect(out).toContain("Refused: 3 entries may not enter. Nothing was published.");
    expect(contentOf(desk.feed)).toEqual(before);
  });

  it("makes no folder for a feed that was refused", async () => {
    const desk = await publisherDesk();
    expect((await desk.build({ list: ["com.vn"] })).status).toBe(1);
    expect(existsSync(desk.feed)).toBe(false);
  });

  it("goes on without such entries when told to, and lists each in the report", async () => {
    const desk = await publisherDesk();
    const { status, out } = await desk.build({
      list: ["evil.example", "vietcombank.com.vn", "com.vn"],
      args: ["--drop-violations"],
    });
    expect(status).toBe(0);
    expect(out).toContain("Dropped: 2 entries");
    const printed = (await desk.build({ args: ["--drop-violations", "--json"] })).out;
    expect(printed).not.toContain(desk.folder);
    expect(JSON.parse(printed).violations[0]).toMatchObject({ file: "list.txt", line: 2 });
    const written = readFileSync(path.join(desk.feed, "build-report.json"), "utf8");
    expect(written).not.toContain(desk.folder);
    const report = JSON.parse(written);
    expect(report.sources).toMatchObject([{ from: "list.txt" }]);
    expect(report.violations).toMatchObject([
      { source: "ours", line: 2, entry: "vietcombank.com.vn", rule: "official-domain" },
      { source: "ours", line: 3, entry: "com.vn", rule: "public-suffix" },
    ]);
    expect((await desk.run(["inspect", desk.feed, "www.vietcombank.com.vn"])).out).toContain(
      "No entry",
    );
  });

  it("goes on with reviewed exclusions, and says which are no longer needed", async () => {
    const desk = await publisherDesk();
    const exclude = await desk.write("no.txt", "com.vn  a suffix\ngone.example  cleaned\n");
    const { status, err } = await desk.build({
      list: ["evil.example", "com.vn"],
      args: ["--exclude", exclude],
    });
    expect(status).toBe(0);
    expect(err).toContain(`warning: ${exclude}:2  gone.example  excluded, but in no source`);
  });

  it("for a damaged file of the published feed, names it and the way on", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: manyHosts(100) });
    const folder = path.join(desk.feed, "targets/blocklist");
    const file = path.join(folder, readdirSync(folder)[0] ?? "");
    const bytes = readFileSync(file);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const before = contentOf(desk.feed);
    const { status, err } = await desk.build({ list: manyHosts(101) });
    expect(status).toBe(1);
    expect(err).toContain(`targets/blocklist/${path.basename(file)} is missing or damaged`);
    expect(contentOf(desk.feed)).toEqual(before);
    expect((await desk.build({ args: ["--without-previous"] })).status).toBe(0);
    expect((await desk.run(["verify", desk.feed])).err).toContain(
      `targets/blocklist/${path.basename(file)} is damaged`,
    );
    await rm(file);
    expect((await desk.run(["verify", desk.feed])).status).toBe(0);
  });

  it("for an earlier version that is gone, makes the other deltas and says so", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: manyHosts(1000) });
    const folder = path.join(desk.feed, "targets/blocklist");
    const [first = ""] = readdirSync(folder);
    await desk.build({ list: manyHosts(1001) });
    await rm(path.join(folder, first));
    const { status, err } = await desk.build({ list: manyHosts(1002) });
    expect(status).toBe(0);
    expect(err).toContain(`warning: ${SCAM} of version 1 is missing or damaged: no delta from it`);
    expect((await desk.run(["verify", desk.feed])).out).toContain("6 artifacts, 1 deltas");
  });

  it("because the disk refuses, keeps the old feed in use", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: ["evil.example"] });
    // A folder in the way of a file is what a test can do to a disk without special rights.
    await mkdir(path.join(desk.feed, "metadata/2.targets.json"));
    const { status, err } = await desk.build({ list: ["evil.example", "new.example"] });
    expect(status).toBe(1);
    expect(err).toContain(`feed build: ${desk.feed}: nothing was published: `);
    expect((await desk.run(["verify", desk.feed])).out).toContain("Version 1 is whole");
  });

  it("for a source that is no list, or none at all, shows why", async () => {
    const desk = await publisherDesk();
    const html = ["<html>", "<h1>Not found</h1>", "<p>this page is gone</p>", "</html> x", "<a b>"];
    expect((await desk.build({ list: html })).err).toMatch(
      /5 of 5 entries are malformed.*\n.*list\.txt:1 {2}<html>/,
    );
    expect((await desk.build({ list: ["# nothing"] })).err).toMatch(/has no entries.*mayBeEmpty/);
    const slip = await desk.build({ list: ["evil.example", "two words"] });
    expect(slip.status).toBe(0);
    expect(slip.err).toMatch(
      /warning: .*list\.txt:2 {2}two words {2}malformed: more than one word/,
    );
  });

  it("for a list that collapses, says what would go, unless that is meant", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: manyHosts(100) });
    const before = contentOf(desk.feed);
    expect((await desk.build({ list: manyHosts(80) })).status).toBe(0);
    const rebuilt = await desk.build({ list: manyHosts(100) });
    expect(rebuilt.status).toBe(0);
    const whole = contentOf(desk.feed);
    expect(whole).not.toEqual(before);
    for (const args of [[], ["--without-previous"]]) {
      const { status, err } = await desk.build({ list: manyHosts(70), args });
      expect(status).toBe(1);
      expect(err).toContain("scam: loses 30 of its 100 entries (30 %)");
      expect(err).toContain("source ours: 70 entries");
      expect(contentOf(desk.feed)).toEqual(whole);
    }
    const meant = await desk.build({ args: ["--allow-loss"] });
    expect(meant.status).toBe(0);
  });

  it("for a list that loses all of its entries, however few, unless that is meant", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: ["evil.example", "https://chung.example/view/qua-tang"] });
    const before = contentOf(desk.feed);
    for (const args of [[], ["--without-previous"]]) {
      const { status, err } = await desk.build({ list: ["evil.example"], args });
      expect(status).toBe(1);
      expect(err).toContain("paths/scam.ttb.gz: loses all of its 1 entries, nothing is left");
      expect(err).toContain("--allow-loss");
      expect(contentOf(desk.feed)).toEqual(before);
    }
    const meant = await desk.build({ args: ["--allow-loss"] });
    expect(meant.status).toBe(0);
  });

  it("for a time at which it would have expired, publishes nothing", async () => {
    const desk = await publisherDesk();
    const args = ["--now", new Date(START - 8 * DAY).toISOString()];
    const { status, err } = await desk.build({ list: ["evil.example"], args });
    expect(status).toBe(2);
    expect(err).toContain("would have expired already");
    expect(existsSync(desk.feed)).toBe(false);
  });

  it("for a source that is not there, names its id", async () => {
    const desk = await publisherDesk();
    const { status, err } = await desk.build();
    expect(status).toBe(1);
    expect(err).toMatch(/source "ours": .*list\.txt: no such file/);
  });

  it("because someone else signed the feed, touches nothing", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: ["evil.example"] });
    const other = path.join(desk.folder, "other");
    await desk.run(["keygen", "--out", other]);
    const before = contentOf(desk.feed);
    const { status } = await desk.build({ list: ["x.example"], args: ["--keys", other] });
    expect(status).toBe(1);
    expect(contentOf(desk.feed)).toEqual(before);
  });
});
