import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Ajv } from "ajv";
import { HtmlValidate } from "html-validate";
import jsonFeedSchema from "jsonfeed-schema/schema-v1.1.json" with { type: "json" };
import { RelaxNGValidator, XmlDocument } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import { contentOf, DAY, publisherDesk, START } from "./feed-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const BASE = "https://phuong.example/canh-bao/";
const HOSTILE = `Phường "A" & <b>B</b>]]>`;

interface Listed {
  id: string;
  kind: string;
  date: string;
  past: boolean;
  files: Record<string, string>;
  smsLength: number;
  seconds: number;
}

interface Edition {
  files: Record<string, string>;
  templates: { file: string }[];
  topics: Listed[];
}

/** Runs the command into a fresh folder, which is there unless it was refused. */
async function channels(args: string[] = [], content: string | null = fewItems()) {
  const { folder, run } = await publisherDesk();
  const from = content === null ? [] : ["--content", content];
  const out = path.join(folder, "out");
  const { status, out: said, err } = await run(["channels", "--out", out, ...from, ...args]);
  const read = (name: string) => readFileSync(path.join(out, name), "utf8");
  const list = (): Listed[] =>
    JSON.parse(read("channels.json")).languages.flatMap(
      ({ topics }: { topics: Listed[] }) => topics,
    );
  return { status, said, err, out, run, read, list };
}

/** Content of a few items, as it ships: each with all its channels, and none twice. */
function fewItems(
  edit: (alerts: Record<string, unknown>[]) => unknown[] = (alerts) => alerts,
  week = 1,
): string {
  const folder = path.join(temporaryFolder().path, "awareness");
  cpSync("src/content/awareness", folder, { recursive: true });
  const change = (name: string, cut: (items: Record<string, unknown>[]) => unknown[]) => {
    const file = path.join(folder, name);
    writeFileSync(file, JSON.stringify(cut(JSON.parse(readFileSync(file, "utf8")))));
  };
  const kept = ["fake-evn", "qr-swap", "fake-traffic-fine"];
  change("forms.json", (forms) => forms.filter(({ id }) => kept.includes(String(id))));
  for (const name of readdirSync(path.join(folder, "forms"))) {
    if (!kept.includes(path.basename(name, ".json"))) rmSync(path.join(folder, "forms", name));
  }
  change("tips.json", (tips) => tips.filter((tip) => tip.week === week));
  change("campaigns.json", (campaigns) => campaigns.slice(0, 1));
  change("alerts.json", (alerts) =>
    edit(alerts.filter(({ forms }) => kept.includes(String((forms as string[])[0])))),
  );
  return folder;
}

const html = new HtmlValidate({ extends: ["html-validate:recommended", "html-validate:a11y"] });

async function htmlProblems(source: string): Promise<string[]> {
  const { results } = await html.validateString(source);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
}

async function atomProblems(source: string): Promise<string | null> {
  const grammar = XmlDocument.fromString(await readFile("tests/fixtures/atom.rng", "utf8"));
  const validator = RelaxNGValidator.fromDoc(grammar);
  try {
    const document = XmlDocument.fromString(source);
    validator.validate(document);
    document.dispose();
    return null;
  } catch (error) {
    return String(error);
  } finally {
    validator.dispose();
    grammar.dispose();
  }
}

describe("the channels of an agency", { timeout: 60_000 }, () => {
  it("are all there for every alert, form, tip and campaign, in both languages", async () => {
    const { status, said, out, list } = await channels(["--json", "--all"], null);
    expect(status).toBe(0);
    expect(JSON.parse(said)).toMatchObject({ languages: ["vi", "en"], longestSms: 160 });
    const topics = list();
    expect(topics.length).toBeGreaterThan(200);
    for (const { files, smsLength, seconds } of topics) {
      expect(readFileSync(path.join(out, files.sms ?? "")).length).toBeLessThanOrEqual(160);
      expect(Object.keys(files).sort()).toEqual(
        ["chat", "email", "handout", "loudspeaker", "poster", "posterImage", "sms"].sort(),
      );
      for (const file of Object.values(files)) expect(existsSync(path.join(out, file))).toBe(true);
      expect(smsLength).toBeLessThanOrEqual(160);
      expect(seconds).toBeGreaterThanOrEqual(60);
      expect(seconds).toBeLessThanOrEqual(90);
    }
  });

  it.each([
    ["as it comes", ["--all"]],
    ["while no alert is in force", []],
    ["with a hostile name and an address", ["--all", "--agency", HOSTILE, "--url", BASE]],
  ])("has an Atom feed that keeps to RFC 4287, %s", async (_, args) => {
    const { read } = await channels(args);
    for (const file of ["atom.xml", "en/atom.xml"]) {
      const feed = read(file);
      expect(await atomProblems(feed)).toBeNull();
      const ids = [...feed.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      if (args.includes(BASE))
        expect(feed).toContain(`rel="self" type="application/atom+xml" href="${BASE}`);
    }
  });

  it("finds fault with an Atom feed that lacks what RFC 4287 demands", async () => {
    const feed = (await channels(["--all"])).read("atom.xml");
    expect(await atomProblems(feed.replace(/<updated>[^<]*<\/updated>/, ""))).toMatch(
      /updated|feed/,
    );
    expect(await atomProblems(feed.replace("T00:00:00+07:00", ""))).not.toBeNull();
    expect(await atomProblems(feed.replace("</feed>", ""))).not.toBeNull();
  });

  it.each([
    ["as it comes", 3, ["--all"]],
    ["while no alert is in force", 0, []],
    ["of a week with a tip", 4, ["--all", "--date", "2027-01-05"]],
    ["with a hostile name and an address", 3, ["--all", "--agency", HOSTILE, "--url", BASE]],
  ])("has a JSON Feed 1.1, %s", async (_, count, args) => {
    const { read } = await channels(args);
    const isFeed = new Ajv({ strict: false, validateFormats: false }).compile(jsonFeedSchema);
    for (const file of ["feed.json", "en/feed.json"]) {
      const feed = JSON.parse(read(file));
      expect(isFeed(feed), JSON.stringify(isFeed.errors)).toBe(true);
      expect(feed.items.length).toBe(count);
      for (const { date_published, content_text, content_html } of feed.items) {
        expect(date_published).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\+07:00$/);
        expect(content_text).not.toBe("");
        expect(await htmlProblems(content_html)).toEqual([]);
      }
    }
  });

  it.each([
    ["of a day with alerts", ["--date", "2026-02-01"]],
    ["of a day without", ["--date", "2026-09-01"]],
    ["of alerts that are over", ["--all"]],
  ])(
    "writes HTML that a validator finds nothing in, with a hostile name too, %s",
    async (_, when) => {
      const sender = ["--agency", HOSTILE, "--phone", "028 1234 5678"];
      const { read, list } = await channels([...sender, ...when]);
      const pages = ["index.html", "widget.html", "widget-snippet.html"].flatMap((name) => [
        name,
        `en/${name}`,
      ]);
      const sheets = list().flatMap(({ files }) => [files.poster ?? "", files.handout ?? ""]);
      for (const page of [...pages, ...sheets]) {
        const source = read(page);
        expect(await htmlProblems(source), page).toEqual([]);
        expect(source, page).not.toContain("<b>B</b>");
      }
    },
  );

  it("fetches nothing from anywhere, and says so to the browser", async () => {
    const { read, list } = await channels(["--url", BASE, "--all"]);
    const sheets = list().flatMap(({ files }) => [files.poster, files.handout, files.posterImage]);
    for (const page of ["index.html", "widget.html", ...sheets.map(String)]) {
      const source = read(page);
      expect(source, page).not.toMatch(/<(?:script|img|iframe|source|embed|object)[^>]*\ssrc=/);
      expect(source, page).not.toMatch(/<link\b|@import|url\(/);
      if (page.endsWith(".html")) expect(source, page).toContain("default-src 'none'");
    }
  });

  it("writes posters as images that any XML reader takes", async () => {
    const { read, list } = await channels(["--agency", HOSTILE, "--all"]);
    for (const { files } of list()) {
      const document = XmlDocument.fromString(read(files.posterImage ?? ""));
      expect(document.root.name).toBe("svg");
      document.dispose();
    }
  });

  it("names the agency and its number in every channel, and leads the code to its own page", async () => {
    const { read } = await channels([
      "--agency",
      "Xã Tân Hội",
      "--phone",
      "0270 123 4567",
      "--url",
      BASE,
      "--date",
      "2025-12-01",
    ]);
    const at = "alerts/alert-2025-11-26-qr-swap";
    for (const name of ["poster.html", "poster.svg", "handout.html", "chat.txt", "email.txt"]) {
      expect(read(`${at}/${name}`), name).toContain("Xã Tân Hội");
      expect(read(`${at}/${name}`), name).toContain("0270 123 4567");
    }
    expect(read(`${at}/sms.txt`)).toMatch(/^Xa Tan Hoi: .*0270 123 4567/);
    expect(read(`${at}/loudspeaker.txt`)).toContain(
      "không hai bảy không một hai ba bốn năm sáu bảy",
    );
    expect(read(`${at}/poster.html`)).toContain("phuong.");
    expect(read("widget.html")).toContain(`href="${BASE}${at}/handout.html"`);
  });

  it("gives the same bytes for the same content and day, at whatever time", async () => {
    const content = fewItems();
    const { out, run } = await channels(["--url", BASE, "--date", "2026-02-01"], content);
    const first = contentOf(out);
    const args = ["--out", out, "--content", content, "--url", BASE, "--date", "2026-02-01"];
    await run(["channels", ...args], START + 400 * DAY);
    expect(contentOf(out)).toEqual(first);
  });

  it("speaks of the alerts that are in force on the day it is told", async () => {
    const { status, list } = await channels(["--date", "2026-02-01"]);
    expect(status).toBe(0);
    const alerts = list().filter(({ kind }) => kind === "alert");
    expect(alerts.length).toBeGreaterThan(0);
    for (const { date, past } of alerts) {
      expect(date <= "2026-02-01").toBe(true);
      expect(past).toBe(false);
    }
  });

  it("speaks of what is met in one province or sector to those who are there, and to nobody else", async () => {
    const content = fewItems((alerts) =>
      alerts.map((alert) => ({
        ...alert,
        ...(alert.id === "alert-2026-01-21-fake-evn" ? { provinces: ["gia-lai"] } : {}),
        ...(alert.id === "alert-2026-01-23-fake-traffic-fine" ? { sector: ["health"] } : {}),
      })),
    );
    const told = async (...args: string[]) =>
      (await channels(["--date", "2026-02-01", ...args], content))
        .list()
        .filter(({ kind }) => kind === "alert")
        .map(({ id }) => id)
        .filter((id, i, all) => all.indexOf(id) === i);
    expect(await told()).toEqual([]);
    expect(await told("--province", "thanh-hoa")).toEqual([]);
    expect(await told("--province", "gia-lai")).toEqual(["alert-2026-01-21-fake-evn"]);
    expect(await told("--sector", "health")).toEqual(["alert-2026-01-23-fake-traffic-fine"]);
  });

  it("speaks of no alert that is over, and fills its place with this week's tip", async () => {
    const { status, said, read, list } = await channels([], fewItems(undefined, 36));
    expect(status).toBe(0);
    expect(said).toContain("0 alerts in force on 2026-09-01");
    expect(list().filter(({ kind }) => kind === "alert")).toEqual([]);
    expect(list().length).toBeGreaterThan(0);
    for (const page of ["widget.html", "widget-snippet.html"]) {
      expect(read(page)).toContain("Hiện không có cảnh báo nào.");
      expect(read(page)).toContain("Mẹo tuần này");
      expect(read(page)).toContain("Quà của Nhà nước");
    }
  });

  it("tell who subscribes to a feed of this week's tip, which comes back next year as another", async () => {
    const of = async (day: string) => (await channels(["--date", day])).read("atom.xml");
    const entry =
      /<entry><id>([^<]*)<\/id><title>Mẹo tránh bị lừa: Mua vé Tết[^<]*<\/title><published>([^<]*)/;
    const [, id, monday] = entry.exec(await of("2026-01-01")) ?? [];
    expect(monday).toBe("2025-12-29T00:00:00+07:00");
    expect(entry.exec(await of("2026-01-04"))?.[1]).toBe(id);
    expect(entry.exec(await of("2027-01-05"))?.[1]).not.toBe(id);
    expect(await of("2026-02-04")).not.toContain("Mẹo tránh bị lừa");
  });

  it("leads the editor to this week's tip, and tells the week of every other", async () => {
    const { read } = await channels(["--date", "2026-09-01"], fewItems(undefined, 36));
    const desk = read("index.html");
    expect(desk).toContain('<a href="#tip-w36">Mẹo tuần này</a>');
    expect(desk).toMatch(/<details class="desk-topic" id="tip-w36" open/);
    expect(desk).toMatch(/<details class="desk-topic" id="tip-w36-health"><summary>.*?Tuần 36</);
    expect(read("en/index.html")).toContain('<a href="#tip-w36">Tip of this week</a>');
    const quiet = (await channels(["--date", "2026-09-01"])).read("index.html");
    expect(quiet).not.toContain("Mẹo tuần này");
  });

  it("names what this week's tip rests on wherever it is told", async () => {
    const { read } = await channels(["--date", "2026-07-01"], fewItems(undefined, 27));
    const feed = JSON.parse(read("feed.json"));
    const source = /Nguồn: [^<\n]*\(\d/;
    expect(feed.items.at(0).title).toContain("Báo nợ tiền điện");
    expect(feed.items.at(0).content_html).toMatch(source);
    for (const file of ["atom.xml", "widget.html", "widget-snippet.html"]) {
      expect(read(file), file).toMatch(source);
    }
  });

  it("has the agency's own SMS ready for the day on which it is imitated", async () => {
    const named = (await channels(["--agency", "Xã Tân Hội"])).read("templates/sms-imitated.txt");
    expect(named).toMatch(/^Xa Tan Hoi: Co nguoi gia danh can bo/);
    // A longer name is written short, or takes the room of the last sentence.
    const office = await channels(["--agency", "Ủy ban nhân dân xã Tân Hội"]);
    expect(office.read("templates/sms-imitated.txt")).toMatch(
      /^UBND xa Tan Hoi: Co nguoi .* den tru so\.$/,
    );
    expect(office.read("templates/sms-general.txt")).toMatch(
      /^Uy ban nhan dan xa Tan Hoi: Canh giac lua dao\. .*kho chinh thuc\.$/,
    );
    const long = await channels(["--agency", "Phòng ".repeat(18).trim()]);
    const general = long.read("templates/sms-imitated.txt");
    expect(general).toMatch(/^Co nguoi gia danh can bo/);
    expect(general.trim().length).toBeLessThanOrEqual(160);
    expect(long.read("index.html")).toContain("khi có người giả danh cơ quan");
  });

  it("has this week's bulletins ready, which name who tells it only where he is known", async () => {
    const sender = ["--agency", "Xã Tân Hội", "--phone", "0270 123 4567"];
    const named = await channels([...sender, "--date", "2026-01-22"]);
    const nameless = await channels(["--date", "2026-09-01"], fewItems(undefined, 36));
    const weekly = ["templates/message-weekly.txt", "templates/loudspeaker-weekly.txt"];
    for (const file of weekly) {
      // An alert of the last seven days, else this week's tip.
      expect(named.read(file), file).toContain("điện lực");
      expect(named.read(file), file).toContain("Xã Tân Hội");
      expect(nameless.read(file), file).toContain("Quà của Nhà nước");
      expect(nameless.read(file), file).not.toMatch(/\{|null|xin gọi số|Trân trọng|Bản tin do/);
    }
    expect(named.read(weekly[0] ?? "")).toContain("Cần hỏi, gọi 0270 123 4567.");
    expect(named.read(weekly[0] ?? "")).toContain("Có hiệu lực đến hết ngày 20/2/2026.");
    expect(named.read(weekly[1] ?? "")).toContain("không hai bảy không một hai ba");
    expect(named.read("en/templates/message-weekly.txt")).toMatch(/Kind regards,\nXã Tân Hội\n$/);
  });

  it("says what to put into the widget's code as long as nobody said where the folder lies", async () => {
    const hint = "thay widget.html bằng địa chỉ đầy đủ";
    expect((await channels()).read("index.html")).toContain(hint);
    expect((await channels(["--url", BASE])).read("index.html")).not.toContain(hint);
  });

  it("carry no code and no link as long as nobody said where they lead, and tell the editor so", async () => {
    const nowhere = await channels();
    const there = await channels(["--url", BASE]);
    expect(nowhere.said).toContain("--url was not given");
    expect(there.said).not.toContain("--url was not given");
    for (const [page, told] of [
      ["index.html", "Chưa biết thư mục này sẽ nằm ở đâu trên mạng"],
      ["en/index.html", "It is not known where this folder will be on the web"],
    ] as const) {
      expect(nowhere.read(page)).toContain(told);
      expect(there.read(page)).not.toContain(told);
    }
    for (const { files } of nowhere.list()) {
      for (const sheet of [files.poster, files.handout, files.posterImage]) {
        expect(nowhere.read(sheet ?? ""), sheet).not.toContain("crispEdges");
        expect(there.read(sheet ?? ""), sheet).toContain("crispEdges");
      }
    }
  });

  it("lists every file that is written", async () => {
    const { out, read } = await channels(["--all"]);
    const { languages } = JSON.parse(read("channels.json"));
    const listed = languages.flatMap(({ files, templates, topics }: Edition) => [
      ...Object.values(files),
      ...templates.map(({ file }) => file),
      ...topics.flatMap((topic) => Object.values(topic.files)),
    ]);
    expect([...listed, "channels.json"].sort()).toEqual(Object.keys(contentOf(out)).sort());
  });

  it("says until when an alert holds, and of one that is over that it is over", async () => {
    const at = "alerts/alert-2026-01-21-fake-evn";
    const inForce = await channels(["--date", "2026-02-01"]);
    const over = await channels(["--all"]);
    for (const name of ["poster.html", "handout.html", "chat.txt", "email.txt"]) {
      expect(inForce.read(`${at}/${name}`), name).toContain("Có hiệu lực đến hết ngày 20/2/2026.");
      expect(over.read(`${at}/${name}`), name).toContain("Đã hết hiệu lực sau ngày 20/2/2026.");
      expect(over.read(`${at}/${name}`), name).toMatch(/cảnh báo đã qua/i);
    }
    expect(inForce.read("widget.html")).toContain("Có hiệu lực đến hết ngày 20/2/2026.");
    expect(over.read("widget.html")).toContain("Hiện không có cảnh báo nào.");
    expect(over.read(`${at}/sms.txt`)).toMatch(/^Canh bao da qua: /);
    expect(inForce.read(`${at}/loudspeaker.txt`)).toContain("Hôm nay");
    expect(over.read(`${at}/loudspeaker.txt`)).not.toContain("Hôm nay");
    for (const feed of ["atom.xml", "feed.json"]) {
      expect(over.read(feed)).toContain("Cảnh báo đã qua: ");
      expect(inForce.read(feed)).not.toContain("Cảnh báo đã qua");
    }
  });

  it("are made from a published feed as from its content", async () => {
    const desk = await publisherDesk();
    const content = fewItems();
    await desk.build({ list: ["evil.example"], args: ["--content", content] });
    const [fromFeed, fromContent] = ["a", "b"].map((name) => path.join(desk.folder, name));
    const { status, err } = await desk.run([
      "channels",
      "--feed",
      desk.feed,
      "--out",
      fromFeed ?? "",
    ]);
    expect(err).toBe("");
    expect(status).toBe(0);
    await desk.run(["channels", "--content", content, "--out", fromContent ?? ""]);
    expect(contentOf(fromFeed ?? "")).toEqual(contentOf(fromContent ?? ""));

    const late = await desk.run(
      ["channels", "--feed", desk.feed, "--out", fromFeed ?? ""],
      START + 400 * DAY,
    );
    expect(late.status).toBe(1);
    expect(late.err).toContain("expired");
  });

  it("are refused as a whole, with file and place, if the content is broken", async () => {
    const broken = fewItems((alerts) => [{ ...alerts[0], title: { vi: "Chỉ tiếng Việt" } }]);
    const { status, err, out } = await channels([], broken);
    expect(status).toBe(1);
    expect(err).toMatch(/alerts\.json alert-[\w-]+: title\.en/);
    expect(existsSync(out)).toBe(false);
    const nowhere = await channels([], "/nowhere");
    expect(nowhere.err).toContain("/nowhere: no such file or folder");
    const noFeed = await channels(["--feed", "/nowhere"], null);
    expect(noFeed.err).toContain("is no published feed");
  });

  it("never takes the place of somebody else's files", async () => {
    const { folder, run } = await publisherDesk();
    const out = path.join(folder, "web");
    mkdirSync(out);
    const args = ["channels", "--content", fewItems(), "--out"];
    expect((await run([...args, out])).status).toBe(0);
    expect((await run([...args, out])).status).toBe(0);
    const foreign = path.join(folder, "foreign");
    mkdirSync(foreign);
    writeFileSync(path.join(foreign, "letters.txt"), "dear");
    const { status, err } = await run([...args, foreign]);
    expect(status).toBe(1);
    expect(err).toContain("is no folder of channels");
    expect(Object.keys(contentOf(foreign))).toEqual(["letters.txt"]);
  });

  it.each([
    [[], "--out is needed"],
    [["--out", "x", "--url", "phuong.example"], "--url takes a web address"],
    [["--out", "x", "--agency", "x".repeat(121)], "120 characters at most"],
    [["--out", "x", "--phone", "call me"], "takes a telephone number"],
    [["--out", "x", "--date", "today"], "takes a day as YYYY-MM-DD"],
    [["--out", "x", "--province", "ha-tay"], "--province takes one of an-giang"],
    [["--out", "x", "--sector", "banking"], "--sector takes one of health"],
    [["--out", "x", "--feed", "a", "--content", "b"], "exclude each other"],
  ])("calls %j wrong, with exit status 2", async (args, problem) => {
    const { run } = await publisherDesk();
    const { status, err } = await run(["channels", ...args]);
    expect(status).toBe(2);
    expect(err).toContain(problem);
  });
});
