import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { receiptSchema } from "../../../src/core/report/report.ts";
import { defanged } from "../../../src/hub/command/defanged.ts";
import { readArguments, UsageError } from "../../../src/hub/command/read-arguments.ts";
import { reportDetails, reportTable } from "../../../src/hub/command/report-table.ts";
import { printable, printableJson } from "../../../src/node/printable.ts";
import { anyText } from "../any-text.ts";
import { folderForTest, reportForTest } from "./hub-for-test.ts";

const MAIN = join(import.meta.dirname, "../../../src/hub/main.ts");
const NOW = Date.UTC(2026, 10, 12, 8);

describe("the command line", () => {
  it("serves on this machine alone when nothing is said", () => {
    expect(readArguments([], NOW)).toEqual({
      name: "serve",
      host: "127.0.0.1",
      port: 8787,
      dataFolder: "hub-data",
      feedFolder: "feed",
      behindProxy: false,
      accessLog: false,
      clientLimit: { burst: 120, seconds: 600 },
      totalLimit: { burst: 3000, seconds: 600 },
      connections: { total: 1024, perClient: 512 },
    });
  });

  it("lets an operator say how many reports are taken", () => {
    expect(readArguments(["--client-limit", "500", "--total-limit", "9000"], NOW)).toMatchObject({
      clientLimit: { burst: 500, seconds: 600 },
      totalLimit: { burst: 9000, seconds: 600 },
    });
  });

  it("lets an operator say how many connections are open at once", () => {
    expect(
      readArguments(["--connections", "5000", "--client-connections", "99"], NOW),
    ).toMatchObject({ connections: { total: 5000, perClient: 99 } });
  });

  it.each([
    ["2026-11-01", Date.UTC(2026, 10, 1)],
    ["2026-11-01T10:30+07:00", Date.UTC(2026, 10, 1, 3, 30)],
    ["24h", NOW - 86_400_000],
    ["2w", NOW - 14 * 86_400_000],
  ])("understands --since %s", (since, time) => {
    expect(readArguments(["reports", "--since", since], NOW)).toMatchObject({
      filter: { since: time },
    });
  });

  it.each(["tt-7k3m-9qxz", "7K3M9QXZ", "TT7K3M-9QXZ", "TT 7K3M 9QXZ"])(
    "finds a receipt however it was written: %s",
    (given) => {
      expect(readArguments(["show", given], NOW)).toMatchObject({ receipt: "TT-7K3M-9QXZ" });
    },
  );

  it.each([
    [["praise"], /no command "praise"/],
    [["reports", "--since", "soon"], /--since soon/],
    [["reports", "--kind", "spam"], /scam and false-positive/],
    [["reports", "--port", "1"], /no option --port/],
    [["show"], /needs a receipt/],
    [["show", "TT-UUUU-UUUU"], /is no receipt/],
    [["serve", "--port", "70000"], /--port 70000/],
    [["--client-limit", "0"], /--client-limit 0 is no limit: 1 to 1000000/],
    [["--total-limit", "1000001"], /--total-limit 1000001/],
    [["--connections", "0"], /--connections 0 is no number of connections: 1 to 65536/],
    [["--client-connections", "all"], /--client-connections all/],
    [["--client-limit", "10/s"], /--client-limit 10/],
    [["export", "--format", "xml"], /jsonl/],
    [["reports", "more"], /one word too many/],
    [["--colour"], /colour/],
  ])("says what is wrong with %j", (args, message) => {
    expect(() => readArguments(args, NOW)).toThrow(UsageError);
    expect(() => readArguments(args, NOW)).toThrow(message);
  });
});

describe("an address in print", () => {
  it.each([
    ["https://evil.top/a.php?x=1.2", "hxxps://evil[.]top/a.php?x=1.2"],
    ["HTTP://user:pw@a.b.example:8080", "hxxp://user:pw@a[.]b[.]example:8080"],
    ["evil.top/x", "evil[.]top/x"],
    ["ftp://evil.top", "ftp[:]//evil[.]top"],
    ["https://evil.top\n.x", "hxxps://evil[.]top\n[.]x"],
  ])("can't be opened by a slip: %s", (url, shown) => {
    expect(defanged(url)).toBe(shown);
  });

  const labels = fc
    .array(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { minLength: 2, maxLength: 4 })
    .map((parts) => parts.join("."));

  it("has no dot left between a host's labels, whatever is reported", () => {
    fc.assert(
      fc.property(labels, fc.string(), (host, rest) => {
        expect(defanged(`https://${host}/${rest}`)).not.toContain(`${host}/`);
        expect(defanged(`${host}${rest}`)).not.toContain(host);
      }),
    );
  });
});

describe("a stranger's text in print", () => {
  it("has nothing left that a terminal would obey or that hides what stands there", () => {
    expect(printable("a\u001b[2Jb\r\u009b31m\u202egnp\u200b\u2028")).toBe(
      "a\\u{1b}[2Jb\\u{d}\\u{9b}31m\\u{202e}gnp\\u{200b}\\u{2028}",
    );
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        expect(printableJson({ text })).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        expect(JSON.parse(printableJson({ text }))).toEqual({ text });
      }),
    );
  });

  it("leaves Vietnamese as it is", () => {
    expect(printable("Nhận diện kẻ lừa đảo: đừng đưa mã OTP 🙏")).toBe(
      "Nhận diện kẻ lừa đảo: đừng đưa mã OTP 🙏",
    );
  });

  it("stays on its own line of the table, and its first line alone is shown", () => {
    const lines = reportTable([
      {
        receipt: "TT-7K3M-9QXZ",
        receivedAt: NOW,
        report: reportForTest({ note: `${"Ệ".repeat(100)}\nTT-FAKE-FAKE  fake`, form: null }),
        pictured: false,
        repeatOf: null,
        decision: null,
      },
      {
        receipt: "TT-0000-0000",
        receivedAt: NOW,
        report: reportForTest({ url: "https://x.example/\nTT-FAKE-FAKE", note: "" }),
        pictured: false,
        repeatOf: null,
        decision: null,
      },
    ]);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(
      /^TT-7K3M-9QXZ {2}2026-11-12 08:00 {2}scam {2}- {9}hxxps:\/\/vietcombank-xacthuc\[\.\]example\/dang-nhap +- +- +Ệ{59}…$/,
    );
    expect(lines[2]).toContain("\\u{a}TT-FAKE-FAKE");
  });

  it("is shown whole in the details, each of its lines marked as the note's", () => {
    const lines = reportDetails({
      receipt: "TT-7K3M-9QXZ",
      receivedAt: NOW,
      report: reportForTest({ note: "một\nreceipt       TT-FAKE-FAKE" }),
      pictured: false,
      repeatOf: null,
      decision: null,
    });
    expect(lines.slice(-3)).toEqual(["note", "  một", "  receipt       TT-FAKE-FAKE"]);
  });
});

describe("the program", () => {
  function run(args: string[]) {
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
      child.on("close", (code) => resolve({ code, out, err }));
    });
    onTestFinished(async () => {
      child.kill("SIGKILL");
      await ended;
    });
    return { child, ended, printed: () => out };
  }

  it("takes a report, ends well when told to, and then lists, shows and exports it", async () => {
    const data = join(await folderForTest(), "reports");
    const server = run(["serve", "--port", "0", "--data", data, "--feed", join(data, "none")]);
    await expect.poll(server.printed, { timeout: 10_000 }).toContain("Ctrl-C");
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(server.printed()) ?? [];
    const report = reportForTest({ note: "\u001b]0;owned\u0007 ghi chú" });
    const answer = await fetch(`${url}/v1/reports`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(report),
    });
    const { receipt } = receiptSchema.parse(await answer.json());
    const during = await run(["reports", "--data", data]).ended;
    expect(during.out).toContain(receipt);
    server.child.kill("SIGTERM");
    expect(await server.ended).toMatchObject({ code: 0, err: "" });

    const listed = await run(["reports", "--since", "1h", "--json", "--data", data]).ended;
    const { screenshot: _, ...told } = report;
    expect(JSON.parse(listed.out)).toEqual([
      {
        receipt,
        receivedAt: expect.any(String),
        ...told,
        pictured: false,
        repeatOf: null,
        decision: null,
      },
    ]);
    const shown = await run(["show", receipt.toLowerCase(), "--data", data]).ended;
    expect(shown.out).toContain("hxxps://vietcombank-xacthuc[.]example/dang-nhap");
    expect(shown.out).not.toContain("\u001b");
    const lines = (await run(["export", "--format", "jsonl", "--data", data]).ended).out;
    expect(JSON.parse(lines)).toMatchObject({ receipt, note: report.note });
    const none = await run(["reports", "--kind", "false-positive", "--data", data]).ended;
    expect(none).toMatchObject({ code: 0, out: "" });
  }, 30_000);

  it("prints no access log unless it is asked for, and then nobody's address", async () => {
    const folder = await folderForTest();
    for (const flags of [[], ["--access-log"]]) {
      const server = run(["--port", "0", "--data", folder, "--feed", folder, ...flags]);
      await expect.poll(server.printed, { timeout: 10_000 }).toContain("Ctrl-C");
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(server.printed()) ?? [];
      await fetch(`${url}/metadata/1.root.json?who=me`, { headers: { "user-agent": "Nosy/1" } });
      server.child.kill("SIGINT");
      const { out } = await server.ended;
      const after = out.slice(out.indexOf("Ctrl-C ends it.\n") + 16);
      expect(after).toBe(flags.length === 0 ? "" : "GET /metadata/1.root.json 404 0\n");
    }
  }, 30_000);

  it("says what is wrong with its folders: damaged reports, a file in a folder's place", async () => {
    const folder = await folderForTest();
    await writeFile(join(folder, "reports.sqlite"), "no database".repeat(1000));
    const damaged = await Promise.all([
      run(["--port", "0", "--data", folder]).ended,
      run(["reports", "--data", folder]).ended,
    ]);
    for (const outcome of damaged) {
      expect(outcome).toMatchObject({
        code: 1,
        err: expect.stringContaining("reports.sqlite: it is damaged"),
      });
      expect(outcome.err).not.toContain("    at ");
    }
    const file = join(folder, "reports.sqlite");
    const noFolder = await run(["--port", "0", "--data", file]).ended;
    expect(noFolder).toMatchObject({ code: 1, err: expect.stringContaining("folder for reports") });
    const noFeed = run(["--port", "0", "--data", join(folder, "data"), "--feed", file]);
    await expect.poll(noFeed.printed, { timeout: 10_000 }).toContain("it can't be read");
  }, 30_000);

  it("says in plain words what is wrong: no reports, no such receipt, a taken port", async () => {
    const folder = await folderForTest();
    const nowhere = await run(["reports", "--data", join(folder, "none")]).ended;
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining("--data DIR") });
    const first = run(["--port", "0", "--data", folder]);
    await expect.poll(first.printed, { timeout: 10_000 }).toContain("Ctrl-C");
    const [, port = ""] = /127\.0\.0\.1:(\d+)/.exec(first.printed()) ?? [];
    const second = await run(["--port", port, "--data", folder]).ended;
    expect(second).toMatchObject({ code: 1, err: expect.stringContaining("port is taken") });
    const unknown = await run(["show", "TT-0000-0000", "--data", folder]).ended;
    expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining("no report") });
    const usage = await run(["shw"]).ended;
    expect(usage).toMatchObject({ code: 2, err: expect.stringContaining("shw") });
  }, 30_000);
});
