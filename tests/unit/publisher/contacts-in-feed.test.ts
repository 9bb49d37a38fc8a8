import path from "node:path";
import { describe, expect, it } from "vitest";
import { openContacts } from "../../../src/core/contact/contact-list.ts";
import { gunzip } from "../../../src/node/gzip.ts";
import { readFeed } from "../../../src/publisher/read-feed.ts";
import { contentOf, publisherDesk, START } from "./feed-command.ts";

const HEADER = "kind,number,bank,form,since,source,note";

async function deskWithContacts() {
  const desk = await publisherDesk();
  const file = path.join(desk.folder, "contacts.csv");
  return {
    ...desk,
    file,
    async publish(lines: string[], args: string[] = []) {
      await desk.write("contacts.csv", `${[HEADER, ...lines].join("\n")}\n`);
      return desk.build({ list: ["evil.example"], args: ["--contacts", file, ...args] });
    },
  };
}

/** Numbers that come with the programs: the one that an organisation named as a scammer's. */
const SHIPPED = 1;

describe("numbers of scammers, in the feed", { timeout: 30_000 }, () => {
  it("are published in one form each, under the bank's own name, and verified", async () => {
    const desk = await deskWithContacts();
    const { out } = await desk.publish(
      [
        'phone,+84 912.345.678,,fake-police-court,2026-08-01,Công an thử,"Xưng công an, bắt kết bạn Zalo"',
        "account,1903 4567 8910,ngân hàng kỹ thương,,,Công an thử,",
        "phone,0912345678,,,,Người khác,",
      ],
      ["--json"],
    );
    expect(JSON.parse(out).artifacts).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: "contacts", count: 2 + SHIPPED })]),
    );
    expect((await desk.run(["verify", desk.feed])).status).toBe(0);
    const list = openContacts(await rawOf(desk.feed));
    expect(list.find("0912345678")).toEqual([
      {
        kind: "phone",
        number: "0912345678",
        form: "fake-police-court",
        since: "2026-08-01",
        source: "Công an thử",
        note: "Xưng công an, bắt kết bạn Zalo",
      },
    ]);
    expect(list.find("1900292900")).toMatchObject([{ form: "fake-evn", since: "2026-01-21" }]);
    expect(list.find("190345678910")).toMatchObject([{ kind: "account", bank: "Techcombank" }]);
  });

  it.each([
    ["a bank's hotline", "phone,1900 54 54 13,,,,x,", "official-number", "Vietcombank"],
    ["the police's number, disguised", "phone,+84 113,,,,x,", "official-number", "113"],
    ["a hotline as an account", "account,1900 9247,,,,x,", "official-number", "BIDV"],
    ["a short number", "phone,8077,,,,x,", "short-number", "organisations"],
    ["a card's number", "account,4111 1111 1111 1111,,,,x,", "card-number", "card"],
  ])(
    "%s stops the build, which names the line and publishes nothing",
    async (_, line, rule, why) => {
      const desk = await deskWithContacts();
      await desk.publish([]);
      const before = contentOf(desk.feed);
      const { status, out } = await desk.publish(["phone,0912345678,,,,x,", line]);
      expect(status).toBe(1);
      expect(out).toContain(`${desk.file}:3`);
      expect(out).toContain(rule);
      expect(out).toContain(why);
      expect(out).not.toContain("4111");
      expect(contentOf(desk.feed)).toEqual(before);
    },
  );

  it.each([
    ["no number", "phone,hello,,,,x,", ":2: number: "],
    ["a number that nobody can have", "phone,0112345678,,,,x,", ":2: number: "],
    ["another kind", "mail,a@b.example,,,,x,", ":2: kind: "],
    ["a bank that is none", "account,190345678910,Ngân hàng Sao Hỏa,,,x,", ":2: bank: "],
    ["a form that is none", "phone,0912345678,,no-such-form,,x,", ":2: form: "],
    ["a day to come", "phone,0912345678,,,2099-01-01,x,", ":2: since: "],
    ["no source", "phone,0912345678,,,,,", ":2: source: "],
  ])("a line with %s stops the build and is named", async (_, line, at) => {
    const desk = await deskWithContacts();
    const { status, err } = await desk.publish([line]);
    expect(status).toBe(1);
    expect(err).toContain(desk.file + at);
  });

  it("stay as they are in a build without their file", async () => {
    const desk = await deskWithContacts();
    await desk.publish(["phone,0912345678,,,,x,"]);
    await desk.build({ list: ["evil.example", "evil2.example"] });
    expect(openContacts(await rawOf(desk.feed)).count).toBe(1 + SHIPPED);
    await desk.publish([]);
    expect(openContacts(await rawOf(desk.feed)).count).toBe(SHIPPED);
  });
});

/** The contacts as a browser gets them. */
async function rawOf(folder: string): Promise<Uint8Array<ArrayBuffer>> {
  const { client, feed } = await readFeed(folder, undefined, START);
  const target = feed.targets.get("contacts.json.gz");
  if (target === undefined) throw new Error("the feed has no contacts");
  return gunzip(await client.download(target), 1_000_000);
}
