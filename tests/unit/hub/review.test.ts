import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type Decisions,
  decisionBytes,
  decisionKey,
  readDecisions,
} from "../../../src/core/report/decisions.ts";
import { readArguments } from "../../../src/hub/command/read-arguments.ts";
import { runCommand } from "../../../src/hub/command/run-command.ts";
import { nameToList } from "../../../src/hub/review/name-to-list.ts";
import { placesOfMany } from "../../../src/hub/review/places-of-many.ts";
import { readChecks } from "../../../src/node/entry-checks/read-checks.ts";
import { TINY_JPEG } from "../a-report.ts";
import { sha256 } from "../extension/background/fakes/lists.ts";
import { folderForTest, hubForTest, reportForTest } from "./hub-for-test.ts";

const NOW = Date.parse("2026-11-25T03:00:00Z");
const DAY = 86_400_000;
const CODE = "00112233445566778899aabbccddeeff";

/** A hub that holds these reports, and its command line. */
async function desk(...reports: Parameters<typeof reportForTest>[0][]) {
  const hub = await hubForTest({ now: () => NOW });
  const receipts: string[] = [];
  for (const changes of reports) {
    const answer = await hub.send(reportForTest(changes));
    receipts.push(((await answer.json()) as { receipt: string }).receipt);
  }
  const folder = await folderForTest();
  const run = async (now: number, ...args: string[]) => {
    const printed: string[] = [];
    const out = (line: string) => printed.push(line);
    await runCommand(readArguments([...args, "--data", hub.dataFolder], now), {
      out,
      err: out,
      now: () => now,
      untilStopped: () => Promise.resolve(),
    });
    return printed.join("\n");
  };
  return {
    receipts,
    path: (name: string) => join(folder, name),
    run: (...args: string[]) => run(NOW, ...args),
    runAt: run,
    async file(command: string, name = command) {
      await run(NOW, command, "--out", join(folder, name));
      return readFileSync(join(folder, name), "utf8");
    },
  };
}

describe("what is still to be decided", () => {
  it("is one line for all reports that one decision answers, the most reported first, then the dearest", async () => {
    const { receipts, run } = await desk(
      { url: "https://one.example/", note: "", lost: null, form: null },
      { url: "https://many.example/a", note: "", lost: 1_000_000, form: null },
      { url: "https://dear.example/", lost: 90_000_000 },
      { url: "https://many.example/b", note: "mất tiền", lost: 500_000, form: "fake-evn" },
      { url: "https://done.example/" },
      { url: "https://many.example/a", note: "" },
    );
    await run("decide", receipts[4] ?? "", "rejected");
    const [head, ...lines] = (await run("list", "--open")).split("\n");
    expect(head).toMatch(/^REPORTS +RECEIPT .* LOST \(ĐỒNG\) +ABOUT/);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(
      new RegExp(`^3 +${receipts[1]} .* scam +1500000 +many\\[\\.\\]example +fake-evn +mất tiền$`),
    );
    expect(lines[1]).toContain("dear[.]example");
    expect(lines[2]).toContain("one[.]example");
    const all = JSON.parse(await run("list", "--open", "--json"));
    expect(all).toHaveLength(5);
    expect((await run("export", "--open")).split("\n")).toHaveLength(5);
    await run("decide", receipts[1] ?? "", "confirmed", "--same");
    expect((await run("list", "--open")).split("\n")).toHaveLength(3);
  });
});

describe("a decision", () => {
  it("on one of several reports on the same says how many are open, and takes them along when asked to", async () => {
    const url = "https://evil.example/";
    const { receipts, run } = await desk({ url }, { url }, { url }, { url: "https://x.example/" });
    const [first = "", second = "", third = "", other = ""] = receipts;
    expect(await run("decide", second, "confirmed")).toContain("2 more on the same are open");
    const printed = await run("decide", first, "confirmed", "--same");
    expect(printed).toContain(`${third}: confirmed; evil.example enters the list`);
    expect(printed).not.toContain(second);
    expect(await run("show", other)).toMatch(/^decision +-$/m);
    expect(await run("show", third)).toMatch(new RegExp(`^repeats +${first}$`, "m"));
  });

  it("answers with it, when asked to, the open reports on other pages of the host that it lists, and no others", async () => {
    const { receipts, run, file } = await desk(
      { url: "https://evil.example/" },
      { url: "https://www.evil.example/b?x=1" },
      { url: "https://notevil.example/" },
      { url: "https://evil.example/c", kind: "false-positive" },
    );
    const [first = "", page = "", foreign = "", mistake = ""] = receipts;
    expect(await run("show", first)).toMatch(new RegExp(`^same, open +${page}$`, "m"));
    await run("decide", first, "confirmed", "--same");
    expect(await run("show", page)).toMatch(/^decision +confirmed evil\.example$/m);
    for (const receipt of [foreign, mistake]) {
      expect(await run("show", receipt)).toMatch(/^decision +-$/m);
    }
    expect(await file("entries")).toContain(`evil.example # ${first} ${page}`);
  });

  it("is taken back with all that were decided with it, when asked to", async () => {
    const { receipts, run, file } = await desk(
      { url: "https://evil.example/a" },
      { url: "https://evil.example/b" },
      { url: "https://other.example/" },
    );
    const [first = "", page = "", other = ""] = receipts;
    await run("decide", first, "confirmed", "--same");
    await run("decide", other, "confirmed");
    expect(await run("decide", page, "undo")).toContain("1 more was decided alike: --same");
    await run("decide", page, "confirmed");
    await run("decide", page, "undo", "--same");
    for (const receipt of [first, page]) {
      expect(await run("show", receipt)).toMatch(/^decision +-$/m);
    }
    expect(await file("entries")).not.toContain("evil.example");
    expect(await file("entries")).toContain(`other.example # ${other}`);
  });

  it("on a name is the last one that holds: what was let go may be listed again, and the other way round", async () => {
    const { receipts, runAt, run, file } = await desk(
      { url: "https://site.example/", kind: "false-positive" },
      { url: "https://site.example/" },
    );
    const [mistake = "", scam = ""] = receipts;
    await runAt(NOW, "decide", mistake, "false-positive-fixed");
    expect(await file("exclusions")).toContain("site.example");
    const said = await runAt(NOW + DAY, "decide", scam, "confirmed");
    expect(said).toContain(`this holds now in place of the decision on ${mistake}`);
    expect(await file("exclusions", "b")).not.toContain("site.example");
    expect(await file("entries")).toContain("site.example");
    await run("decide", scam, "undo");
    expect(await file("exclusions", "c")).toContain("site.example");
    expect(await file("entries", "d")).not.toContain("site.example");
  });

  it("is noted for several receipts at once, and one that can't be decided keeps none waiting", async () => {
    const shared = "https://sites.google.com/";
    const { receipts, run } = await desk(
      { url: "https://a.example/" },
      { url: shared },
      { url: "https://b.example/" },
    );
    const printed = await run("decide", ...receipts, "confirmed");
    expect(printed).toContain(`${receipts[0]}: confirmed; a.example enters the list`);
    expect(printed).toContain(`${receipts[1]}: strangers share ${shared}`);
    expect(printed).toContain(`${receipts[2]}: confirmed; b.example enters the list`);
    const two = ["decide", ...receipts.slice(0, 2), "confirmed", "--entry", "a.example"];
    expect(() => readArguments(two, NOW)).toThrow("one receipt alone");
  });

  it("is told under the hash of the report's code alone, and goes when it is undone", async () => {
    const { receipts, run, file } = await desk({ code: CODE }, { code: null });
    for (const receipt of receipts) await run("decide", receipt, "confirmed");
    const told = JSON.parse(await file("decisions"));
    const key = decisionKey(await sha256(decisionBytes(CODE)));
    expect(told).toEqual({
      version: 1,
      since: "2026-05-29",
      decisions: [{ key, outcome: "confirmed", on: "2026-11-25" }],
    });
    expect(JSON.stringify(told)).not.toContain(CODE);
    await run("decide", receipts[0] ?? "", "undo");
    expect(JSON.parse(await file("decisions")).decisions).toEqual([]);
  });

  it("that is undone brings back the one before, and undoing nothing is said to be nothing", async () => {
    const { receipts, run } = await desk({});
    const [receipt = ""] = receipts;
    await run("decide", receipt, "needs-more");
    await run("decide", receipt, "confirmed");
    expect(await run("decide", receipt, "undo")).toContain("needs-more holds again");
    expect(await run("show", receipt)).toMatch(/^decision +needs-more$/m);
    await run("decide", receipt, "undo");
    await expect(run("decide", receipt, "undo")).rejects.toThrow("nothing was decided");
  });

  it("is told for half a year", async () => {
    const { receipts, runAt, path } = await desk({ code: CODE });
    await runAt(NOW, "decide", receipts[0] ?? "", "rejected");
    const tellAt = async (now: number): Promise<Decisions> => {
      await runAt(now, "decisions", "--out", path("d"));
      return readDecisions(new Uint8Array(readFileSync(path("d"))));
    };
    expect((await tellAt(NOW + 180 * DAY)).decisions).toHaveLength(1);
    expect((await tellAt(NOW + 181 * DAY)).decisions).toEqual([]);
  });

  it("must fit the kind of report, and its entry must be one", async () => {
    const { receipts, run } = await desk({}, { kind: "false-positive" });
    const [scam = "", mistake = ""] = receipts;
    await expect(run("decide", scam, "false-positive-fixed")).rejects.toThrow("kind scam");
    await expect(run("decide", mistake, "confirmed")).rejects.toThrow("kind false-positive");
    await expect(run("decide", scam, "rejected", "--entry", "a.example")).rejects.toThrow(
      "--entry",
    );
    await expect(run("decide", scam, "confirmed", "--entry", "a b")).rejects.toThrow("no host");
    await expect(run("decide", "TT-0000-0000", "confirmed")).rejects.toThrow("no report");
    expect(() => readArguments(["decide", scam, "maybe"], NOW)).toThrow("needs-more, or undo");
    expect(() => readArguments(["entries"], NOW)).toThrow("--out FILE");
  });
});

describe("what a decision does to the list", () => {
  it("is one line for each host that was confirmed, as a source of the publisher", async () => {
    const { receipts, run, file } = await desk(
      { url: "https://evil.example/login?x=1", form: "fake-investment" },
      { url: "https://evil.example/other", form: null },
      { url: "https://sites.google.com/view/qua-tang" },
      { url: null, phones: ["0912345678"] },
      { url: "https://innocent.example/" },
    );
    for (const receipt of receipts.slice(0, 4)) await run("decide", receipt, "confirmed");
    const [a, b, c] = receipts;
    expect(await file("entries")).toBe(
      `# Confirmed reports.\nevil.example # ${a} ${b}\nsites.google.com/view/qua-tang # ${c}\n`,
    );
    expect(await file("entries", "entries.csv")).toBe(
      '# apostrophes guard against formulas\n"url","date","form"\n"evil.example","2026-11-25","fake-investment"\n"sites.google.com/view/qua-tang","2026-11-25","bank-impersonation"\n',
    );
  });

  it("is a number or an account where the report was about nothing else", async () => {
    const accounts = [{ number: "0123456789", bank: "Ngân hàng A", holder: null }];
    const { receipts, run, file } = await desk(
      { url: null, phones: ["0912345678", "+85512345678", "113"], accounts, form: null },
      { url: "https://evil.example/", phones: ["0987654321"] },
      { url: null, phones: ["0911111111"] },
    );
    for (const receipt of receipts.slice(0, 2)) await run("decide", receipt, "confirmed");
    const source = "Người dân báo, người duyệt đã xác nhận";
    expect(await file("contacts")).toBe(
      [
        '"kind","number","bank","form","since","source","note"',
        `"phone","0912345678","","","2026-11-25","${source}",""`,
        `"account","0123456789","","","2026-11-25","${source}",""`,
        "",
      ].join("\n"),
    );
  });

  it("is what the reviewer says, where he says it", async () => {
    const { receipts, run, file } = await desk({ url: "https://evil.example/login" });
    await run("decide", receipts[0] ?? "", "confirmed", "--entry", "https://EVIL.example/login/");
    expect(await file("entries")).toContain("\nevil.example/login # ");
  });

  it("is an exclusion with its reason for what was blocked by mistake", async () => {
    const { receipts, run, file } = await desk({
      kind: "false-positive",
      url: "https://shop.example/",
    });
    await run("decide", receipts[0] ?? "", "false-positive-fixed");
    expect(await file("exclusions")).toContain(
      `\nshop.example # reported as blocked by mistake: ${receipts[0]}\n`,
    );
  });

  it("never takes a place whole that many share or that everybody knows", async () => {
    const isOfMany = placesOfMany(await readChecks());
    expect(nameToList("https://evil.example/x", isOfMany)).toBe("evil.example");
    expect(nameToList("https://www.facebook.com/fake.page", isOfMany)).toBe(
      "www.facebook.com/fake.page",
    );
    expect(nameToList("https://sites.google.com/", isOfMany)).toBeNull();
    const { receipts, run } = await desk({ url: "https://sites.google.com/" });
    await expect(run("decide", receipts[0] ?? "", "confirmed")).rejects.toThrow("--entry");
  });
});

describe("the export for a reviewer", () => {
  it("holds the reports for programs and for spreadsheets, and the pictures by receipt", async () => {
    const { receipts, run, path } = await desk(
      { screenshot: TINY_JPEG, note: '=HYPERLINK("http://evil")', phones: ["+85512345678"] },
      {
        url: null,
        phones: ["0912345678"],
        accounts: [{ number: "0123456789", bank: null, holder: null }],
      },
    );
    await run("export", "--out", path("out"));
    const [first = "", second = ""] = receipts;
    expect(readdirSync(path("out")).sort()).toEqual(["reports.csv", "reports.json", "screenshots"]);
    expect(readdirSync(path("out/screenshots"))).toEqual([`${first}.jpg`]);
    expect(readFileSync(path(`out/screenshots/${first}.jpg`)).toString("base64")).toBe(TINY_JPEG);
    const json = JSON.parse(readFileSync(path("out/reports.json"), "utf8"));
    expect(json).toMatchObject([
      { receipt: first, screenshot: `screenshots/${first}.jpg`, phones: ["+85512345678"] },
      { receipt: second, screenshot: null, url: null },
    ]);
    const csv = readFileSync(path("out/reports.csv"), "utf8");
    expect(csv.startsWith('\ufeff"receipt"')).toBe(true);
    expect(csv).toContain('"\'=HYPERLINK(""http://evil"")"');
    expect(csv).toContain('"\'+85512345678"');
    expect(csv).toContain("hxxps://vietcombank-xacthuc[.]example");
    // A spreadsheet program would take the bare digits for a quantity and drop their first zero.
    expect(csv).toContain('"0912\u00a0345\u00a0678","0123\u00a04567\u00a089"');
  });

  it("takes only what came since, and never writes over another export", async () => {
    const { run, path } = await desk({});
    await run("export", "--out", path("none"), "--since", "2026-11-26");
    expect(JSON.parse(readFileSync(path("none/reports.json"), "utf8"))).toEqual([]);
    writeFileSync(path("none/mine.txt"), "");
    await expect(run("export", "--out", path("none"))).rejects.toThrow("something already");
    expect(existsSync(path("none/mine.txt"))).toBe(true);
  });
});
