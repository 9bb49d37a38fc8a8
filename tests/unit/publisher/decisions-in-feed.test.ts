import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type Decision, readDecisions } from "../../../src/core/report/decisions.ts";
import { gunzip } from "../../../src/node/gzip.ts";
import { openRepository } from "../../../src/publisher/repository.ts";
import { readKeyFolder } from "../../../src/publisher/signing/key-folder.ts";
import { contentOf, publisherDesk, START } from "./feed-command.ts";

const TODAY = new Date(START).toISOString().slice(0, 10);
const KEY = "00112233445566778899aabbccddeeff";

async function deskWithDecisions() {
  const desk = await publisherDesk();
  const file = path.join(desk.folder, "decisions.json");
  return {
    ...desk,
    file,
    decide(decisions: unknown) {
      writeFileSync(file, JSON.stringify({ version: 1, since: "2026-01-01", decisions }));
    },
  };
}

type Desk = Awaited<ReturnType<typeof deskWithDecisions>>;

/** The artifact that is published, or null. */
async function published({ feed, keys }: Desk): Promise<Decision[] | null> {
  const repository = await openRepository(feed, await readKeyFolder(keys));
  const target = repository.targets().get("decisions.json.gz");
  const bytes = target && (await repository.read(target));
  return bytes ? readDecisions(await gunzip(bytes, 1_000_000)).decisions : null;
}

describe("decisions on reports, in the feed", { timeout: 30_000 }, () => {
  it("are published and verified, and stay where a build says nothing of them", async () => {
    const desk = await deskWithDecisions();
    const decision = { key: KEY, outcome: "confirmed", on: TODAY };
    desk.decide([decision]);
    await desk.build({ list: ["evil.example"], args: ["--decisions", desk.file] });
    expect((await desk.run(["verify", desk.feed])).status).toBe(0);
    expect(await published(desk)).toEqual([decision]);
    await desk.build({ list: ["evil.example", "evil2.example"] });
    expect(await published(desk)).toEqual([decision]);
    desk.decide([]);
    await desk.build({ args: ["--decisions", desk.file] });
    expect(await published(desk)).toEqual([]);
  });

  it("are left out once they are too old, and nothing but key, outcome and day is published", async () => {
    const desk = await deskWithDecisions();
    desk.decide([
      { key: KEY, outcome: "rejected", on: "2020-01-01" },
      { key: KEY.replace("0", "f"), outcome: "rejected", on: TODAY, receipt: "TT-7K3M-9QXZ" },
    ]);
    await desk.build({ list: ["evil.example"], args: ["--decisions", desk.file] });
    expect(await published(desk)).toEqual([
      { key: KEY.replace("0", "f"), outcome: "rejected", on: TODAY },
    ]);
  });

  it.each([
    ["of another shape", '{"version":1}', "decisions.json: decisions: since"],
    ["no JSON", "{", "decisions.json: "],
    [
      "with a code in place of its hash",
      JSON.stringify({
        version: 1,
        since: "2026-01-01",
        decisions: [{ key: "TT-7K3M-9QXZ", outcome: "confirmed", on: "2026-11-25" }],
      }),
      "decisions.0.key",
    ],
  ])(
    "are refused with the file's name if they are %s, and the feed stays as it was",
    async (_, text, said) => {
      const desk = await deskWithDecisions();
      await desk.build({ list: ["evil.example"] });
      const before = contentOf(desk.feed);
      writeFileSync(desk.file, text);
      const { status, err } = await desk.build({
        list: ["evil2.example"],
        args: ["--decisions", desk.file],
      });
      expect(status).toBe(1);
      expect(err).toContain(said);
      expect(contentOf(desk.feed)).toEqual(before);
    },
  );
});
