import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { contentArtifactSchemas } from "../../../src/core/awareness/content-artifacts.ts";
import { gzip } from "../../../src/node/gzip.ts";
import { readContentFolder } from "../../../src/node/read-content-folder.ts";
import { contentFiles } from "../../../src/publisher/build/make-artifacts.ts";
import { silentProgress } from "../../../src/publisher/progress.ts";
import { openRepository } from "../../../src/publisher/repository.ts";
import { createKeyFolder } from "../../../src/publisher/signing/key-folder.ts";
import { sha256 } from "../../../src/publisher/signing/signed-metadata.ts";
import { verifyFeed } from "../../../src/publisher/verify-feed.ts";
import { contentOf, publisherDesk, START } from "./feed-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function deskWithContent() {
  const desk = await publisherDesk();
  const content = path.join(desk.folder, "awareness");
  cpSync("src/content/awareness", content, { recursive: true });
  return {
    ...desk,
    content,
    change(name: string, edit: (items: Record<string, unknown>[]) => void) {
      const file = path.join(content, name);
      const items = JSON.parse(readFileSync(file, "utf8"));
      edit(items);
      writeFileSync(file, JSON.stringify(items));
    },
  };
}

describe("what people are told, in the feed", { timeout: 30_000 }, () => {
  it("is published and verified with the lists, and a new alert changes one artifact alone", async () => {
    const desk = await deskWithContent();
    const args = ["--content", desk.content, "--json"];
    const first = await desk.build({ list: ["evil.example"], args });
    expect(JSON.parse(first.out).artifacts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "alerts", count: 14 }),
        expect.objectContaining({ kind: "portals" }),
        expect.objectContaining({ kind: "tips" }),
      ]),
    );
    expect((await desk.run(["verify", desk.feed])).status).toBe(0);

    desk.change("alerts.json", (alerts) => {
      alerts.push({ ...alerts[0], id: "alert-new" });
    });
    const second = JSON.parse((await desk.build({ args })).out);
    const changed = second.artifacts.filter((artifact: { changed: boolean }) => artifact.changed);
    expect(changed).toMatchObject([{ kind: "alerts", count: 15 }]);
  });

  it("is refused with file and place if it can't be read, and the feed stays as it was", async () => {
    const desk = await deskWithContent();
    const args = ["--content", desk.content];
    await desk.build({ list: ["evil.example"], args });
    const before = contentOf(desk.feed);
    desk.change("tips.json", (tips) => {
      Object.assign(tips[0] ?? {}, { text: { vi: "Chỉ tiếng Việt." } });
    });
    const { status, err } = await desk.build({ list: ["evil2.example"], args });
    expect(status).toBe(1);
    expect(err).toContain("awareness/tips.json tip-w01: text.en: ");
    expect(contentOf(desk.feed)).toEqual(before);
    const nowhere = await desk.build({ args: ["--content", path.join(desk.folder, "nowhere")] });
    expect(nowhere.err).toContain("nowhere: no such file or folder");
  });

  it("is found wrong by verify if somebody signed something else as alerts", async () => {
    const folder = temporaryFolder();
    const feed = path.join(folder.path, "feed");
    const keys = await createKeyFolder(path.join(folder.path, "keys"));
    const repository = await openRepository(feed, keys);
    const raw = new TextEncoder().encode('{"version":1,"alerts":[{"id":"x"}],"sources":[]}');
    const custom = { kind: "alerts", raw: { length: raw.length, sha256: sha256(raw) } };
    const target = { path: "alerts.json.gz", bytes: await gzip(raw), custom };
    await repository.publish({ targets: [target], now: START });
    await expect(verifyFeed(feed, undefined, START, silentProgress)).rejects.toThrow(
      /^alerts\.json\.gz: /,
    );
  });
});

describe("the artifacts of what people are told", () => {
  it("can each be shown alone: every source that an item names is in its artifact", async () => {
    const { content } = await readContentFolder("src/content/awareness");
    const files = contentFiles(content);
    expect(files.map(({ kind }) => kind)).toEqual(["alerts", "portals", "tips"]);
    for (const { kind, raw } of files) {
      const schema = contentArtifactSchemas[kind as keyof typeof contentArtifactSchemas];
      const {
        sources,
        version: _,
        ...lists
      } = schema.parse(JSON.parse(new TextDecoder().decode(raw)));
      const known = new Set(sources.map(({ id }) => id));
      const items: { sources: string[] }[] = Object.values(lists).flat();
      expect(items.length).toBeGreaterThan(0);
      for (const item of items) for (const id of item.sources) expect(known).toContain(id);
      for (const { id } of sources) {
        expect(
          items.some((item) => item.sources.includes(id)),
          id,
        ).toBe(true);
      }
    }
  });
});
