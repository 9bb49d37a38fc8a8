import { readFileSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readFeed } from "../../../src/publisher/read-feed.ts";
import { contentOf, DAY, publisherDesk, START } from "./feed-command.ts";

const YEAR = START + 366 * DAY;

describe("a feed whose root expires", { timeout: 30_000 }, () => {
  it("is renewed by rotate-root also after that day, and browsers follow from their old root", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: ["evil.example"] });
    const dead = await desk.build({ now: YEAR });
    expect(dead.status).toBe(1);
    expect(dead.err).toContain(`feed rotate-root ${desk.feed} --keys DIR`);
    const rotated = await desk.run(["rotate-root", desk.feed, "--keys", desk.keys], YEAR);
    expect(rotated).toMatchObject({ status: 0, err: "" });
    expect(rotated.out).toContain("is renewed, good until 2028-09-01");
    expect((await desk.build({ list: ["evil2.example"], now: YEAR })).status).toBe(0);
    const { feed } = await readFeed(desk.feed, path.join(desk.feed, "metadata/1.root.json"), YEAR);
    expect(feed.version).toBeGreaterThan(1);
  });

  it("is announced from 60 days before in every command, not earlier", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: ["evil.example"] });
    const soon = START + 306 * DAY;
    const keys = ["--keys", desk.keys];
    const early = await desk.run(["refresh-timestamp", desk.feed, ...keys], START + 304 * DAY);
    expect(early.err).toBe("");
    const refreshed = await desk.run(["refresh-timestamp", desk.feed, ...keys], soon);
    const warning = `warning: the root expires in 59 days (2027-09-01); renew it: feed rotate-root ${desk.feed}`;
    expect(refreshed.err).toContain(warning);
    expect((await desk.build({ now: soon })).err).toContain(warning);
    expect((await desk.run(["verify", desk.feed], soon)).err).toContain(warning);
    expect((await desk.run(["inspect", desk.feed], soon)).err).toContain(warning);
  });

  it("is shown by inspect with the expiry of each role", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: ["evil.example"] });
    const { out } = await desk.run(["inspect", desk.feed, "--json"]);
    expect(JSON.parse(out).roles).toEqual({
      root: "2027-09-01T08:00:00.000Z",
      timestamp: "2026-09-08T08:00:00.000Z",
      snapshot: "2026-10-01T08:00:00.000Z",
      targets: "2026-11-30T08:00:00.000Z",
    });
    expect((await desk.run(["inspect", desk.feed])).out).toMatch(/root +until 2027-09-01/);
  });
});

describe("feed rotate-root --new-keys", { timeout: 30_000 }, () => {
  it("hands the feed over to new keys: the old ones can no longer publish", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: ["evil.example"] });
    const next = path.join(desk.folder, "next");
    await desk.run(["keygen", "--out", next, "--root-keys", "3", "--threshold", "2"]);
    const args = ["rotate-root", desk.feed, "--keys", desk.keys, "--new-keys", next];
    const { status, out } = await desk.run(args);
    expect(status).toBe(0);
    expect(out).toContain("New keys sign: root, timestamp, snapshot, targets.");
    const root = JSON.parse(readFileSync(path.join(desk.feed, "metadata/2.root.json"), "utf8"));
    expect(root.signed.roles.root).toMatchObject({ threshold: 2 });
    const before = contentOf(desk.feed);
    const old = await desk.build({ list: ["evil2.example"] });
    expect(old.status).toBe(1);
    expect(old.err).toContain(`the keys in ${desk.keys} are not those that sign ${desk.feed}`);
    expect(contentOf(desk.feed)).toEqual(before);
    const now = await desk.build({ list: ["evil2.example"], args: ["--keys", next] });
    expect(now.status).toBe(0);
    expect((await desk.run(["verify", desk.feed])).status).toBe(0);
  });

  it("replaces one role's key and leaves the others", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: ["evil.example"] });
    const next = path.join(desk.folder, "next");
    await desk.run(["keygen", "--out", next]);
    for (const role of ["root", "snapshot", "targets"]) await rm(path.join(next, `${role}.pem`));
    const args = ["rotate-root", desk.feed, "--keys", desk.keys, "--new-keys", next];
    expect((await desk.run(args)).out).toContain("New keys sign: timestamp.");
    await rename(path.join(next, "timestamp.pem"), path.join(desk.keys, "timestamp.pem"));
    expect((await desk.build({ list: ["evil2.example"] })).status).toBe(0);
  });

  it("says which key is missing and leaves the feed as it was", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: ["evil.example"] });
    const before = contentOf(desk.feed);
    await rm(path.join(desk.keys, "root.pem"));
    const { status, err } = await desk.run(["rotate-root", desk.feed, "--keys", desk.keys]);
    expect(status).toBe(1);
    expect(err).toContain(`root.pem is not in ${desk.keys}`);
    expect(contentOf(desk.feed)).toEqual(before);
  });
});

describe("keys that don't fit", { timeout: 30_000 }, () => {
  it("are told before any source is read, by the folder they came from", async () => {
    const desk = await publisherDesk();
    await desk.build({ list: ["evil.example"] });
    const other = path.join(desk.folder, "other");
    await desk.run(["keygen", "--out", other]);
    const { status, err } = await desk.build({ list: ["com.vn"], args: ["--keys", other] });
    expect(status).toBe(1);
    expect(err).toBe(
      `feed build: the keys in ${other} are not those that sign ${desk.feed} (timestamp)\n`,
    );
  });

  it("lack the root for the first build: said first", async () => {
    const desk = await publisherDesk();
    await rm(path.join(desk.keys, "root.pem"));
    const { status, err } = await desk.build({ list: ["evil.example"] });
    expect(status).toBe(1);
    expect(err).toBe(`feed build: the first build needs root.pem, which is not in ${desk.keys}\n`);
  });
});
