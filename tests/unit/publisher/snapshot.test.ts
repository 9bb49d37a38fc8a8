import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openBlocklist } from "../../../src/core/blocklist/open-blocklist.ts";
import { DEFAULT_FILES } from "../../../src/node/default-files.ts";
import { makeSnapshot } from "../../../src/publisher/make-snapshot.ts";
import { silentProgress } from "../../../src/publisher/progress.ts";
import { contentOf, publisherDesk } from "./feed-command.ts";

const SHIPPED = path.resolve("assets/snapshot");

describe("the snapshot that ships", { timeout: 30_000 }, () => {
  it("is what the lists in src/content give: run `npm run -s feed -- snapshot` after a change", async () => {
    const { sources, brands, model, content } = DEFAULT_FILES;
    const made = await makeSnapshot(
      { sources, brands, model, content, popular: [], shared: [], exclude: [], contacts: [] },
      silentProgress,
    );
    if (made.violations !== null) throw new Error("refused");
    for (const [name, bytes] of made.files) {
      const shipped = readFileSync(path.join(SHIPPED, name));
      // zlib's output differs between processors; what is inside must not.
      const same = name.endsWith(".gz")
        ? gunzipSync(shipped).equals(gunzipSync(bytes))
        : shipped.equals(bytes);
      expect(same, name).toBe(true);
    }
    expect(Object.keys(contentOf(SHIPPED)).sort()).toEqual([...made.files.keys()].sort());
  });

  it("dates what people are told by its newest item, so that a newer package comes before an older feed", () => {
    const { artifacts } = JSON.parse(readFileSync(path.join(SHIPPED, "index.json"), "utf8"));
    const made = (kind: string) =>
      artifacts.find((artifact: { kind: string }) => artifact.kind === kind)?.made;
    expect(made("tips")).toBe("2026-11-25T00:00:00.000Z");
    expect(made("alerts")).toBe("2026-03-16T00:00:00.000Z");
  });

  it("knows a listed host, its source and its licence", () => {
    const list = openBlocklist(
      new Uint8Array(gunzipSync(readFileSync(path.join(SHIPPED, "blocklist/scam.ttb.gz")))),
    );
    expect(list.covering("www.garena.mobi")?.name).toBe("garena.mobi");
    expect(list.covering("cracktube.net")).toBeNull();
    expect(list.sources).toMatchObject([{ id: "hostsvn", licence: "MIT" }]);
    expect(readFileSync(path.join(SHIPPED, "SOURCES.md"), "utf8")).toContain(
      "Permission is hereby granted",
    );
  });
});

describe("feed snapshot", { timeout: 30_000 }, () => {
  it("replaces its own folder and never another", async () => {
    const desk = await publisherDesk();
    const out = path.join(desk.folder, "snapshot");
    expect((await desk.run(["snapshot", "--out", out])).status).toBe(0);
    await desk.write("snapshot/stray.txt", "x");
    expect((await desk.run(["snapshot", "--out", out])).status).toBe(0);
    expect(Object.keys(contentOf(out))).not.toContain("stray.txt");
    const { status, err } = await desk.run(["snapshot", "--out", desk.keys]);
    expect(status).toBe(1);
    expect(err).toContain("is there, and is no snapshot");
  });

  it("is refused like a build if an entry may not enter", async () => {
    const desk = await publisherDesk();
    const popular = await desk.write("top.txt", "garena.mobi\n");
    const out = path.join(desk.folder, "snapshot");
    const result = await desk.run(["snapshot", "--out", out, "--popular", popular]);
    expect(result.status).toBe(1);
    expect(result.out).toMatch(/threat\.txt:\d+ {2}garena\.mobi {2}popular/);
  });
});
