import { access, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { feedFolderClient } from "../../../src/node/feed-folder-client.ts";
import { DAY, type Desk, publisherDesk, START } from "./feed-command.ts";

let desk: Desk;
/** What the unit has at home: its key and its files. */
let home: string;
const at = (...names: string[]) => path.join(home, ...names);

beforeEach(async () => {
  desk = await publisherDesk();
  await desk.build({ list: ["evil.example"] });
  home = path.join(desk.folder, "hue");
  await mkdir(at("files", "tuan-1"), { recursive: true });
  await writeFile(at("files", "alerts.json"), "cảnh báo");
  await writeFile(at("files", "tuan-1", "bai.json"), "bài");
  await desk.run(["keygen", "--unit", "hue", "--out", home]);
});

const delegate = (key = at("local-hue.pub"), ...more: string[]) =>
  desk.run(["delegate", desk.feed, "hue", "--unit-key", key, "--keys", desk.keys, ...more]);
const sign = (...more: string[]) =>
  desk.run([
    ...["sign-unit", "hue", "--files", at("files"), "--out", at("local-hue.json")],
    ...["--key", at("local-hue.pem"), ...more],
  ]);
const publish = (...more: string[]) =>
  desk.run([
    ...["publish-unit", desk.feed, "hue", "--signed", at("local-hue.json")],
    ...["--files", at("files"), "--keys", desk.keys, ...more],
  ]);

/** A file as the feed's client finds it, or null. */
async function found(name: string, now = START): Promise<string | null> {
  const { client } = await feedFolderClient(desk.feed, undefined, () => now);
  const target = await client.target(name);
  return target && new TextDecoder().decode(await client.download(target));
}

describe("a unit with leave to publish", () => {
  test("has its files found by browsers, in new versions too, and in the feed's own builds", async () => {
    expect(await delegate()).toMatchObject({ status: 0, err: "" });
    expect(await sign()).toMatchObject({ status: 0, out: expect.stringContaining("version 1") });
    expect(await publish()).toMatchObject({ status: 0, err: "" });
    expect(await found("local/hue/alerts.json")).toBe("cảnh báo");
    expect(await found("local/hue/tuan-1/bai.json")).toBe("bài");

    await writeFile(at("files", "alerts.json"), "cảnh báo mới");
    expect(await sign()).toMatchObject({ out: expect.stringContaining("version 2") });
    expect(await publish()).toMatchObject({ status: 0 });
    await desk.build({ list: ["evil.example", "worse.example"], now: START + 1 });
    expect(await found("local/hue/alerts.json")).toBe("cảnh báo mới");
  });

  test("is shown with its files by inspect, and counted by verify", async () => {
    await delegate();
    expect((await desk.run(["inspect", desk.feed])).out).toMatch(/local\/hue\/ .* nothing yet/);
    await sign("--days", "30");
    await publish();
    const { out } = await desk.run(["inspect", desk.feed]);
    expect(out).toMatch(/local\/hue\/ {2}version 1, good until 2026-10-01/);
    expect(out).toMatch(/local\/hue\/tuan-1\/bai\.json {2}4 bytes/);
    const { units } = JSON.parse((await desk.run(["inspect", desk.feed, "--json"])).out);
    expect(units).toMatchObject([{ unit: "hue", version: 1, problem: null, threshold: 1 }]);
    const verified = await desk.run(["verify", desk.feed, "--json"]);
    expect(JSON.parse(verified.out)).toMatchObject({ unitFiles: 2, unitProblems: [] });
  });

  test("needs the timestamp's and the snapshot's key of the feed, and no more", async () => {
    await delegate();
    await sign();
    for (const role of ["root", "targets"]) await rm(path.join(desk.keys, `${role}.pem`));
    expect(await publish()).toMatchObject({ status: 0 });
    await rm(path.join(desk.keys, "snapshot.pem"));
    await sign();
    expect(await publish()).toMatchObject({
      status: 1,
      err: expect.stringMatching(/snapshot\.pem/),
    });
  });

  test("may need several keys to sign", async () => {
    await desk.run(["keygen", "--unit", "hue", "--out", at("second")]);
    const second = at("second", "local-hue");
    await delegate(at("local-hue.pub"), "--unit-key", `${second}.pub`, "--threshold", "2");
    await sign();
    expect(await publish()).toMatchObject({
      status: 1,
      err: expect.stringContaining("fewer than 2 good signatures"),
    });
    await sign("--key", `${second}.pem`, "--version", "1");
    expect(await publish()).toMatchObject({ status: 0 });
    expect(await found("local/hue/alerts.json")).toBe("cảnh báo");
  });

  test("is warned of when it must sign anew, for new keys or because its time is over", async () => {
    await delegate();
    await sign("--days", "1");
    await publish();
    const late = await desk.run(["verify", desk.feed], START + 2 * DAY);
    expect(late).toMatchObject({
      status: 0,
      err: expect.stringMatching(/local\/hue\/: .*expired/),
    });
    await desk.run(["keygen", "--unit", "hue", "--out", at("new")]);
    const changed = await delegate(at("new", "local-hue.pub"));
    expect(changed).toMatchObject({ status: 0, err: expect.stringContaining("new keys") });
    expect((await desk.run(["inspect", desk.feed])).out).toContain("new keys");
    await sign("--key", at("new", "local-hue.pem"));
    await publish();
    expect((await desk.run(["verify", desk.feed])).err).not.toContain("warning");
  });

  test("can lose it again, and its files are found no more", async () => {
    await delegate();
    await sign();
    await publish();
    const withdraw = ["withdraw", desk.feed, "hue", "--keys", desk.keys];
    expect(await desk.run(withdraw)).toMatchObject({ status: 0 });
    expect(await found("local/hue/alerts.json")).toBeNull();
    await sign();
    expect(await publish()).toMatchObject({
      status: 1,
      err: expect.stringContaining("not delegated"),
    });
    expect(await desk.run(withdraw)).toMatchObject({
      status: 1,
      err: expect.stringContaining("not delegated"),
    });
  });

  test("whose file is damaged in the feed's folder makes verify fail", async () => {
    await delegate();
    await sign();
    await publish();
    await rm(path.join(desk.feed, "targets", "local"), { recursive: true });
    expect(await desk.run(["verify", desk.feed])).toMatchObject({
      status: 1,
      err: expect.stringContaining("local/hue/alerts.json"),
    });
  });
});

describe("publishing for a unit is refused, and says why,", () => {
  test("without leave", async () => {
    await sign();
    expect(await publish()).toMatchObject({
      status: 1,
      err: expect.stringContaining("not delegated"),
    });
  });

  test("if a file is another than was signed, or gone", async () => {
    await delegate();
    await sign();
    await writeFile(at("files", "alerts.json"), "giả");
    const err = expect.stringMatching(
      /alerts\.json: the file is missing or is not what was signed/,
    );
    expect(await publish()).toMatchObject({ status: 1, err });
    await rm(at("files", "alerts.json"));
    expect(await publish()).toMatchObject({ status: 1, err });
    expect((await desk.run(["inspect", desk.feed])).out).toContain("nothing yet");
  });

  test("if the version is not a new one", async () => {
    await delegate();
    await sign();
    await publish();
    await rm(at("local-hue.json"));
    await sign();
    expect(await publish()).toMatchObject({
      status: 1,
      err: expect.stringContaining("does not follow 1"),
    });
    await sign("--version", "7");
    expect(await publish()).toMatchObject({ status: 0 });
  });

  test("if what it hands in is no signed metadata", async () => {
    await delegate();
    await writeFile(at("local-hue.json"), "{}");
    expect(await publish()).toMatchObject({ status: 1, err: expect.stringContaining("local-hue") });
    expect(await sign()).toMatchObject({
      status: 1,
      err: expect.stringContaining("local-hue.json"),
    });
  });
});

describe("a wrong call says what is wrong:", () => {
  test("a private key where the public one belongs", async () => {
    expect(await delegate(at("local-hue.pem"))).toMatchObject({
      status: 1,
      err: expect.stringContaining(".pub"),
    });
  });

  test("a name that a file of a feed can't have, or a folder without files", async () => {
    await writeFile(at("files", "tin mới.json"), "x");
    expect(await sign()).toMatchObject({ status: 1, err: expect.stringContaining("tin mới.json") });
    await rm(at("files"), { recursive: true });
    expect(await sign()).toMatchObject({ status: 1, err: expect.stringContaining("no such file") });
    await mkdir(at("files"));
    expect(await sign()).toMatchObject({ status: 1, err: expect.stringContaining("no files") });
    await expect(access(at("local-hue.json"))).rejects.toThrow("ENOENT");
  });

  test.each([
    [["delegate", "FEED", "hue", "--keys", "KEYS"], 2, "--unit-key is needed"],
    [["delegate", "FEED"], 2, "name UNIT"],
    [["withdraw", "FEED", "hue"], 2, "--keys is needed"],
    [["sign-unit", "hue", "--out", "x", "--key", "x"], 2, "--files is needed"],
    [["sign-unit", "Huế", "--files", "x", "--out", "x", "--key", "x"], 1, "no name of a unit"],
    [["publish-unit", "FEED", "hue", "--files", "x", "--keys", "x"], 2, "--signed is needed"],
    [["keygen", "--unit", "../x", "--out", "KEYS"], 1, "no name of a unit"],
    [["withdraw", "none", "hue", "--keys", "KEYS"], 1, "is no published feed"],
  ])("%j", async (args, status, message) => {
    const known: Record<string, string> = { FEED: desk.feed, KEYS: desk.keys };
    const outcome = await desk.run(args.map((arg) => known[arg] ?? arg));
    expect(outcome).toMatchObject({ status, err: expect.stringContaining(message) });
  });

  test("a key that is there already, which stays", async () => {
    const before = await readFile(at("local-hue.pem"), "utf8");
    expect(await desk.run(["keygen", "--unit", "hue", "--out", home])).toMatchObject({
      status: 1,
      err: expect.stringContaining("never written over"),
    });
    expect(await readFile(at("local-hue.pem"), "utf8")).toBe(before);
  });
});
