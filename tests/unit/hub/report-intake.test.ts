import { readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import {
  MAX_SCREENSHOT_BYTES,
  type Report,
  receiptSchema,
} from "../../../src/core/report/report.ts";
import { MIGRATIONS, migrate } from "../../../src/hub/reports/migrations.ts";
import { type RunningHub, reportsFile } from "../../../src/hub/start-hub.ts";
import { jpegOfLength, TINY_JPEG } from "../a-report.ts";
import { folderForTest, hubForTest, reportForTest } from "./hub-for-test.ts";

async function receiptOf(answer: Response): Promise<string> {
  return receiptSchema.parse(await answer.json()).receipt;
}

async function problemOf(answer: Response): Promise<{ error: string; message: string }> {
  return (await answer.json()) as { error: string; message: string };
}

function stored(hub: RunningHub): unknown[] {
  return [...hub.store.list()].map(({ report }) => report);
}

describe("a report that arrives", () => {
  it("is kept whole and answered with a receipt under which a reviewer finds it", async () => {
    const hub = await hubForTest({ now: () => 1_700_000_000_000 });
    const report = reportForTest({ note: "Dấu: ế, emoji 🙏, dòng\nthứ hai\u0000\u001b[2J" });
    const answer = await hub.send(report);
    expect(answer.status).toBe(201);
    const receipt = await receiptOf(answer);
    expect(hub.store.byReceipt(receipt)).toEqual({
      receipt,
      receivedAt: 1_700_000_000_000,
      report,
      pictured: false,
      repeatOf: null,
      decision: null,
    });
  });

  it("gets the same receipt when it is sent again, and is kept once", async () => {
    const hub = await hubForTest();
    const report = reportForTest();
    const first = await receiptOf(await hub.send(report));
    const again = await hub.send({ ...report, id: report.id.toUpperCase() });
    expect(again.status).toBe(200);
    expect(await receiptOf(again)).toBe(first);
    expect(stored(hub)).toHaveLength(1);
  });

  it("on what was reported before is kept, since its sender waits for an answer too, and says of which it is the repeat", async () => {
    const hub = await hubForTest();
    const first = await receiptOf(await hub.send(reportForTest({ url: "https://evil.example/a" })));
    for (let n = 0; n < 60; n++) await hub.send(reportForTest({ url: `https://x${n}.example/` }));
    const again = await receiptOf(
      await hub.send(reportForTest({ url: "http://EVIL.example/a?fbclid=1", note: "khác" })),
    );
    const other = await receiptOf(await hub.send(reportForTest({ url: "https://evil.example/b" })));
    expect(again).not.toBe(first);
    expect(hub.store.byReceipt(first)?.repeatOf).toBeNull();
    expect(hub.store.byReceipt(again)?.repeatOf).toBe(first);
    expect(hub.store.byReceipt(other)?.repeatOf).toBeNull();
  });

  it("may leave out all that is optional, and is the same as with none of it", async () => {
    const hub = await hubForTest();
    const report = reportForTest({ form: null, note: "" });
    const { version, id, kind, url, writtenAt, feedVersion, extensionVersion } = report;
    const least = { version, id, kind, url, writtenAt, feedVersion, extensionVersion };
    expect((await hub.send(least)).status).toBe(201);
    expect(stored(hub)).toEqual([report]);
    expect((await hub.send({ ...least, note: "", phones: [] })).status).toBe(200);
  });

  it("is taken in the first shape too, from browsers that have not been updated", async () => {
    const hub = await hubForTest();
    const report = reportForTest({ form: null });
    const { id, kind, url, note, writtenAt, feedVersion, extensionVersion } = report;
    const old = { id, kind, url, note, writtenAt, feedVersion, extensionVersion };
    expect((await hub.send(old)).status).toBe(201);
    expect(stored(hub)).toEqual([report]);
    expect((await hub.send({ ...old, form: null })).status).toBe(200);
    expect((await hub.send({ ...old, phones: ["0912345678"] })).status).toBe(422);
  });

  it("may be about a number or an account alone, but not about nothing", async () => {
    const hub = await hubForTest();
    const account = { number: "0123456789", bank: "Ngân hàng A", holder: null };
    for (const about of [{ phones: ["0912345678"] }, { accounts: [account] }]) {
      expect((await hub.send(reportForTest({ url: null, ...about }))).status).toBe(201);
    }
    const answer = await hub.send(reportForTest({ url: null }));
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).message).toContain("an address, a telephone number");
  });

  it("keeps its picture as it was sent, apart from the record", async () => {
    const hub = await hubForTest();
    const report = reportForTest({ screenshot: TINY_JPEG });
    const receipt = await receiptOf(await hub.send(report));
    expect(hub.store.byReceipt(receipt)).toMatchObject({
      pictured: true,
      report: { ...report, screenshot: null },
    });
    const kept = hub.store.screenshot(receipt) ?? new Uint8Array();
    expect(Buffer.from(kept).toString("base64")).toBe(TINY_JPEG);
    expect((await hub.send(report)).status).toBe(200);
    expect((await hub.send({ ...report, screenshot: null })).status).toBe(409);
  });

  it.each([
    ["no picture at all", Buffer.from("<html><script>alert(1)</script></html>").toString("base64")],
    ["a cut off one", TINY_JPEG.slice(0, 40)],
    ["one that unfolds into too much", withSize(TINY_JPEG, 60_000, 60_000)],
    ["one without a size", withSize(TINY_JPEG, 0, 0)],
    ["no base64", "not base64!!"],
  ])("with %s for a picture is refused, and says so", async (_, screenshot) => {
    const hub = await hubForTest();
    const answer = await hub.send(reportForTest({ screenshot }));
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).message).toContain("screenshot");
    expect(stored(hub)).toEqual([]);
  });

  it("is refused when another report has its id, and the first stays as it was", async () => {
    const hub = await hubForTest();
    const report = reportForTest();
    await hub.send(report);
    const answer = await hub.send({ ...report, note: "khác" });
    expect(answer.status).toBe(409);
    expect(await problemOf(answer)).toEqual({ error: "id-taken", message: expect.any(String) });
    expect(stored(hub)).toEqual([report]);
  });

  it("is kept once, under one receipt, when sent many times at once", async () => {
    const hub = await hubForTest();
    const report = reportForTest();
    const receipts = await Promise.all(
      Array.from({ length: 20 }, async () => receiptOf(await hub.send(report))),
    );
    expect(new Set(receipts).size).toBe(1);
    expect(stored(hub)).toEqual([report]);
  });

  it("gets a receipt of its own among many at once", async () => {
    const hub = await hubForTest({ clientLimit: { burst: 100, seconds: 1 } });
    const receipts = await Promise.all(
      Array.from({ length: 60 }, async () => receiptOf(await hub.send(reportForTest()))),
    );
    expect(new Set(receipts).size).toBe(60);
    expect(stored(hub)).toHaveLength(60);
  });

  it("survives a restart of the hub, receipt and idempotency included", async () => {
    const folder = await folderForTest();
    const report = reportForTest();
    const before = await hubForTest({ dataFolder: folder });
    const receipt = await receiptOf(await before.send(report));
    await before.stop();
    const after = await hubForTest({ dataFolder: folder });
    expect(stored(after)).toEqual([report]);
    expect(await receiptOf(await after.send(report))).toBe(receipt);
  });

  it("leaves nothing of its sender on the disk: no address, no browser name", async () => {
    const folder = await folderForTest();
    const hub = await hubForTest({ dataFolder: folder, behindProxy: true });
    await hub.send(reportForTest(), {
      "user-agent": "NosyBrowser/1.0",
      "x-forwarded-for": "198.51.100.77",
      cookie: "who=me",
    });
    await hub.stop();
    const bytes = readFileSync(reportsFile(folder)).toString("latin1");
    expect(bytes).toContain("vietcombank-xacthuc.example");
    for (const trace of ["NosyBrowser", "198.51.100.77", "127.0.0.1", "who=me"]) {
      expect(bytes).not.toContain(trace);
    }
    expect(hub.logged).toEqual([]);
  });
});

describe("what is no report", () => {
  it.each([
    ["half a JSON text", '{"id": "0b4e', 400, "malformed"],
    ["bytes that are not UTF-8", new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 400, "malformed"],
    ["nothing at all", "", 400, "malformed"],
    ["a JSON text that is no object", "null", 422, "invalid"],
    ["a list", "[]", 422, "invalid"],
  ])("is refused: %s", async (_, body, status, error) => {
    const hub = await hubForTest();
    const answer = await hub.send(body);
    expect(answer.status).toBe(status);
    expect((await problemOf(answer)).error).toBe(error);
    expect(stored(hub)).toEqual([]);
  });

  it.each([
    ["id", { id: "1" }],
    ["kind", { kind: "praise" }],
    ["url", { url: "" }],
    ["form", { form: "../x" }],
    ["note", { note: "x".repeat(1001) }],
    ["phones", { phones: ["gọi tôi"] }],
    ["accounts", { accounts: [{ number: "không rõ", bank: null, holder: null }] }],
    ["lost", { lost: -1 }],
    ["province", { province: "atlantis" }],
    ["evidence", { evidence: { level: "block", reasons: ["Một câu trên trang"] } }],
    ["code", { code: "1" }],
    ["writtenAt", { writtenAt: "gestern" }],
    ["feedVersion", { feedVersion: -1 }],
    ["extensionVersion", { extensionVersion: "v1" }],
    ["cookies", { cookies: "x" }],
  ])("is refused with the field's name when %s is wrong", async (field, change) => {
    const hub = await hubForTest();
    const answer = await hub.send({ ...reportForTest(), ...change });
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).message).toContain(field);
    expect(stored(hub)).toEqual([]);
  });

  it("is refused when a text holds half a character, which no disk can keep as it is", async () => {
    const hub = await hubForTest();
    const answer = await hub.send(JSON.stringify(reportForTest({ note: "\ud83d" })));
    expect(answer.status).toBe(422);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp"])(
    "is refused as %s, which a web page may send without asking",
    async (type) => {
      const hub = await hubForTest();
      const answer = await hub.send(reportForTest(), { "content-type": type });
      expect(answer.status).toBe(415);
      expect(stored(hub)).toEqual([]);
    },
  );

  it("is refused by other methods, with the right one named", async () => {
    const hub = await hubForTest();
    for (const method of ["GET", "PUT", "DELETE"]) {
      const answer = await fetch(`${hub.url}/v1/reports`, { method });
      expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
    }
  });
});

describe("the size limit", () => {
  it("takes the longest report that the schema allows", async () => {
    const hub = await hubForTest();
    const answer = await hub.send(
      reportForTest({
        url: `https://x.example/${"a".repeat(4078)}`,
        note: "ế".repeat(1000),
        impersonated: "ế".repeat(100),
        contact: "ế".repeat(120),
        screenshot: jpegOfLength(MAX_SCREENSHOT_BYTES),
      }),
    );
    expect(answer.status).toBe(201);
  });

  it("takes a report whose texts look like nothing but structure", async () => {
    const hub = await hubForTest();
    const url = `https://x.example/${",".repeat(4078)}`;
    const answer = await hub.send(
      reportForTest({ url, note: "[".repeat(1000), contact: ":".repeat(120) }),
    );
    expect(answer.status).toBe(201);
  });

  it("takes a report whose length a proxy does not announce", async () => {
    const hub = await hubForTest();
    const body = new Blob([JSON.stringify(reportForTest())]).stream();
    const request = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      // Not in every version of the types.
      duplex: "half",
    };
    expect((await fetch(`${hub.url}/v1/reports`, request)).status).toBe(201);
  });

  it("refuses a body whose announced length is too large", async () => {
    const hub = await hubForTest();
    const answer = await hub.send(`"${"x".repeat(600_000)}"`);
    expect(answer.status).toBe(413);
    expect((await problemOf(answer)).error).toBe("too-large");
  });

  it("refuses an endless body of no announced length without reading on", async () => {
    const hub = await hubForTest();
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request(
        `${hub.url}/v1/reports`,
        { method: "POST", headers: { "content-type": "application/json" } },
        (answer) => {
          resolve(answer.statusCode ?? 0);
          clearInterval(more);
          sent.destroy();
        },
      );
      const more = setInterval(() => sent.write("x".repeat(50_000)), 1);
      sent.on("error", reject);
    });
    expect(status).toBe(413);
    expect((await hub.send(reportForTest())).status).toBe(201);
  });
});

describe("the rate limits", () => {
  it("make a client wait that sends too much, and let it go on when it has waited", async () => {
    let time = 0;
    const hub = await hubForTest({ now: () => time, clientLimit: { burst: 2, seconds: 60 } });
    expect((await hub.send(reportForTest())).status).toBe(201);
    expect((await hub.send(reportForTest())).status).toBe(201);
    const answer = await hub.send(reportForTest());
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "30"]);
    expect((await problemOf(answer)).error).toBe("too-many-reports");
    time += 30_000;
    expect((await hub.send(reportForTest())).status).toBe(201);
  });

  it("count a report once that is sent again, and take it also from a client that must wait", async () => {
    const hub = await hubForTest({ now: () => 0, clientLimit: { burst: 2, seconds: 60 } });
    const report = reportForTest();
    const statuses: number[] = [];
    for (const sent of [report, report, report, reportForTest(), reportForTest(), report]) {
      statuses.push((await hub.send(sent)).status);
    }
    expect(statuses).toEqual([201, 200, 200, 201, 429, 200]);
  });

  it("count clients apart from one another, behind a proxy too", async () => {
    const hub = await hubForTest({
      now: () => 0,
      clientLimit: { burst: 1, seconds: 60 },
      behindProxy: true,
    });
    const from = async (address: string) =>
      (await hub.send(reportForTest(), { "x-forwarded-for": address })).status;
    expect(await from("198.51.100.1")).toBe(201);
    expect(await from("198.51.100.2")).toBe(201);
    expect(await from("spoofed, 198.51.100.1")).toBe(429);
    expect(await from("2001:db8:1:200::a")).toBe(201);
    expect(await from("2001:db8:1:2ff:ffff::b")).toBe(429);
    expect(await from("2001:db8:1:300::a")).toBe(201);
    expect(await from("[2001:db8:1:300::b]:50123")).toBe(429);
    expect(await from("198.51.100.1:50123")).toBe(429);
  });

  it("don't believe a forwarded address when no proxy is announced", async () => {
    const hub = await hubForTest({ now: () => 0, clientLimit: { burst: 1, seconds: 60 } });
    await hub.send(reportForTest(), { "x-forwarded-for": "198.51.100.1" });
    const answer = await hub.send(reportForTest(), { "x-forwarded-for": "198.51.100.2" });
    expect(answer.status).toBe(429);
  });

  it("bound what all clients together send", async () => {
    const hub = await hubForTest({
      now: () => 0,
      totalLimit: { burst: 2, seconds: 60 },
      behindProxy: true,
    });
    const statuses: number[] = [];
    for (const client of ["a", "b", "c"]) {
      statuses.push((await hub.send(reportForTest(), { "x-forwarded-for": client })).status);
    }
    expect(statuses).toEqual([201, 201, 429]);
  });
});

describe("a disk that fails", () => {
  it("answers 503 while another program holds the reports, and takes the same report afterwards", async () => {
    const hub = await hubForTest();
    const other = new DatabaseSync(reportsFile(hub.dataFolder));
    other.exec("BEGIN IMMEDIATE");
    const report = reportForTest();
    const answer = await hub.send(report);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("60");
    expect((await problemOf(answer)).error).toBe("storage-unavailable");
    expect(hub.logged.join()).not.toContain(report.url);
    other.exec("ROLLBACK");
    other.close();
    expect(stored(hub)).toEqual([]);
    expect((await hub.send(report)).status).toBe(201);
  });

  it("answers 503 when it is full, and keeps what it had", async () => {
    const hub = await hubForTest({ maxDataBytes: 64 * 1024 });
    const kept: Report[] = [];
    let answer: Response;
    do {
      const report = reportForTest({ url: `https://x.example/${"a".repeat(4000)}` });
      answer = await hub.send(report);
      if (answer.status === 201) kept.push(report);
    } while (answer.status === 201);
    expect(answer.status).toBe(503);
    expect(kept.length).toBeGreaterThan(0);
    expect(stored(hub)).toEqual(kept);
    await hub.stop();
    expect(stored(await hubForTest({ dataFolder: hub.dataFolder }))).toEqual(kept);
  });

  it("still takes words when there is no more room for pictures", async () => {
    const hub = await hubForTest({ maxDataBytes: 400_000 });
    const screenshot = jpegOfLength(100_000);
    let pictures = 0;
    while ((await hub.send(reportForTest({ screenshot }))).status === 201) pictures++;
    expect(pictures).toBeGreaterThan(0);
    expect((await hub.send(reportForTest())).status).toBe(201);
  });

  it("takes over what an older hub has kept, word for word", async () => {
    const folder = await folderForTest();
    const old = new DatabaseSync(join(folder, "reports.sqlite"));
    migrate(old, MIGRATIONS.slice(0, 1));
    const report = reportForTest({ note: 'Dấu: ế, "nháy", dòng\nthứ hai\u0000\u001b' });
    old
      .prepare(
        "INSERT INTO reports VALUES (7, ?, 'TT-7K3M-9QXZ', 5, 'scam', ?, ?, ?, ?, 7, '0.1.0')",
      )
      .run(report.id, report.url, report.form, report.note, report.writtenAt);
    old.close();
    const hub = await hubForTest({ dataFolder: folder });
    expect(hub.store.byReceipt("TT-7K3M-9QXZ")).toEqual({
      receipt: "TT-7K3M-9QXZ",
      receivedAt: 5,
      report,
      pictured: false,
      repeatOf: null,
      decision: null,
    });
    expect((await hub.send(report)).status).toBe(200);
  });

  it("refuses to touch reports that a newer hub has written", async () => {
    const folder = await folderForTest();
    const newer = new DatabaseSync(join(folder, "reports.sqlite"));
    newer.exec("PRAGMA user_version = 999");
    newer.close();
    await expect(hubForTest({ dataFolder: folder })).rejects.toThrow(/newer hub/);
  });
});

describe("other origins", () => {
  const preflight = (url: string, origin: string) =>
    fetch(`${url}/v1/reports`, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });

  it.each(["chrome-extension://abcdefghijklmnop", "moz-extension://5c3ae1d2-0000-4000-8000-0"])(
    "lets an extension report: %s",
    async (origin) => {
      const hub = await hubForTest();
      const answer = await preflight(hub.url, origin);
      expect(answer.status).toBe(204);
      expect(answer.headers.get("access-control-allow-origin")).toBe(origin);
      expect(answer.headers.get("access-control-allow-methods")).toBe("POST");
      expect(answer.headers.get("access-control-allow-headers")).toBe("content-type");
    },
  );

  it("gives web pages no leave to make their visitors report", async () => {
    const hub = await hubForTest();
    const answer = await preflight(hub.url, "https://evil.example");
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("health", () => {
  it("is ok while reports can be read", async () => {
    const hub = await hubForTest();
    const answer = await fetch(`${hub.url}/v1/health`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: "ok" }]);
  });

  it("answers an unknown address as data", async () => {
    const hub = await hubForTest();
    const answer = await fetch(`${hub.url}/admin`);
    expect([answer.status, (await problemOf(answer)).error]).toEqual([404, "not-found"]);
  });
});

/** The same picture, claiming another size in its frame header. */
function withSize(base64: string, width: number, height: number): string {
  const jpeg = Buffer.from(base64, "base64");
  const frame = jpeg.findIndex((byte, i) => byte === 0xff && (jpeg[i + 1] ?? 0) >> 4 === 0xc);
  jpeg.writeUInt16BE(height, frame + 5);
  jpeg.writeUInt16BE(width, frame + 7);
  return jpeg.toString("base64");
}
