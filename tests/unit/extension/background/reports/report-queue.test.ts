import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import {
  type Decision,
  type Decisions,
  decisionBytes,
  decisionKey,
} from "../../../../../src/core/report/decisions.ts";
import type { Report } from "../../../../../src/core/report/report.ts";
import {
  createReportQueue,
  REPORT_ALARM,
} from "../../../../../src/extension/background/reports/report-queue.ts";
import { createReportStore } from "../../../../../src/extension/background/reports/report-store.ts";
import { openStore, type Store } from "../../../../../src/extension/background/store/store.ts";
import type { ReportAnswer } from "../../../../../src/extension/platform/report-post.ts";
import { aReport, TINY_JPEG } from "../../../a-report.ts";
import { fakeAlarms, fakeMemory } from "../fakes/fake-platform.ts";
import { sha256 } from "../fakes/lists.ts";
import { freshDatabase } from "../fakes/workshop.ts";

const OFFLINE: ReportAnswer = { kind: "unreachable", detail: "TypeError: Failed to fetch" };
const answered = (
  status: number,
  body: unknown = null,
  retryAfter: number | null = null,
): ReportAnswer => ({ kind: "answered", status, body, retryAfter });
const TAKEN = answered(201, { receipt: "TT-AB12-CD34" });
const MINUTE = 60_000;

let now: number;
let store: Store;
let memory: ReturnType<typeof fakeMemory>;
let answer: ReportAnswer | Error;
let posted: { url: string; report: Report }[];
let reportUrl: string | null;
let alarms: ReturnType<typeof fakeAlarms>;

beforeEach(async () => {
  freshDatabase();
  store = await openStore();
  memory = fakeMemory();
  now = 1_000_000;
  answer = TAKEN;
  posted = [];
  reportUrl = "https://hub.example/v1/reports";
  alarms = fakeAlarms(() => now);
});

const started = () =>
  createReportQueue({
    reports: createReportStore({ stored: store.reports, memory }),
    alarms,
    now: () => now,
    pause: () => new Promise(() => undefined),
    sha256,
    reportUrl: async () => reportUrl,
    async post(url, report) {
      posted.push({ url, report });
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });

const report = (n: number, changes: Partial<Report> = {}): Report =>
  aReport({
    id: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
    writtenAt: `2026-11-24T10:00:${String(n).padStart(2, "0")}.000Z`,
    url: `https://evil${n}.example/`,
    ...changes,
  });

describe("a report of a private window", () => {
  test("waits, is sent and is looked up without a byte in the database, and ends with the browser", async () => {
    answer = OFFLINE;
    const queue = started();
    expect(await queue.add(report(1, { screenshot: TINY_JPEG }), true)).toMatchObject({
      status: "waiting",
      isPrivate: true,
    });
    expect(await store.reports.all()).toEqual([]);
    answer = TAKEN;
    now += 2 * MINUTE;
    await started().send();
    expect(posted.at(-1)?.report).toEqual(report(1, { screenshot: TINY_JPEG }));
    expect(await started().all()).toMatchObject([{ status: "sent", receipt: "TT-AB12-CD34" }]);
    expect(await store.reports.all()).toEqual([]);
    expect(JSON.stringify([...memory.values])).not.toContain(TINY_JPEG);
    memory.values.clear();
    expect(await started().all()).toEqual([]);
  });

  test("is sent at once or not taken where no more pictures can wait", async () => {
    answer = OFFLINE;
    const picture = TINY_JPEG + "A".repeat(590_000);
    const taken: string[] = [];
    for (let n = 1; n <= 8; n++) {
      taken.push((await started().add(report(n, { screenshot: picture }), true)).status);
    }
    expect([taken[0], taken.at(-1)]).toEqual(["waiting", "no-room"]);
    answer = TAKEN;
    expect((await started().add(report(9, { screenshot: picture }), true)).status).toBe("sent");
  });
});

describe("a report", () => {
  test("is sent as it is, and its receipt is kept", async () => {
    const queued = await started().add(report(1));
    expect(queued).toMatchObject({ status: "sent", receipt: "TT-AB12-CD34", problem: null });
    expect(posted).toEqual([{ url: reportUrl, report: report(1) }]);
    expect(await started().all()).toMatchObject([{ status: "sent" }]);
    expect(alarms.at.has(REPORT_ALARM)).toBe(false);
  });

  test("that tells what another told is not sent: the first one's receipt stands for both", async () => {
    const url = "https://evil.example/?x=1";
    await started().add(report(1, { url, note: "Đòi mã OTP" }));
    now += 60 * MINUTE;
    const again = report(2, { url: `${url}&fbclid=abc`, note: "Đòi mã OTP", feedVersion: 9 });
    expect(await started().add(again)).toMatchObject({
      status: "sent",
      receipt: "TT-AB12-CD34",
      report: { id: report(1).id },
    });
    expect(posted).toHaveLength(1);
    expect(await started().all()).toHaveLength(1);
  });

  test.each<[string, Partial<Report>]>([
    ["more words", { note: "Đòi mã OTP, rồi đòi thêm tiền" }],
    ["a picture", { screenshot: TINY_JPEG }],
    ["the money that was lost", { lost: 5_000_000 }],
  ])("with %s is news, and is sent", async (_, more) => {
    const first = report(1, { note: "Đòi mã OTP" });
    await started().add(first);
    await started().add({ ...first, id: report(2).id, ...more });
    expect(posted).toHaveLength(2);
  });

  test("that was refused, or that a reviewer answered, may be sent again", async () => {
    answer = answered(422);
    await started().add(report(1));
    answer = TAKEN;
    const code = "00".repeat(16);
    const second = { ...report(1), id: report(2).id, code };
    expect(await started().add(second)).toMatchObject({ status: "sent" });
    const key = decisionKey(await sha256(decisionBytes(code)));
    const decisions = [{ key, outcome: "needs-more" as const, on: "2026-11-25" }];
    await started().takeDecisions({ version: 1, since: "2026-06-01", decisions });
    await started().add({ ...report(1), id: report(3).id });
    expect(posted).toHaveLength(3);
  });

  test("waits while there is no network, and is sent once later", async () => {
    answer = OFFLINE;
    expect(await started().add(report(1))).toMatchObject({ status: "waiting", receipt: null });
    expect(await started().waiting()).toBe(1);
    expect(alarms.at.get(REPORT_ALARM)).toBeGreaterThan(0);
    answer = TAKEN;
    await started().send(true);
    await started().send();
    expect(posted).toHaveLength(2);
    expect(await started().all()).toMatchObject([{ status: "sent", receipt: "TT-AB12-CD34" }]);
  });

  test("is stored before it is sent: a background that is killed while it sends loses nothing", async () => {
    answer = new Error("killed");
    await expect(started().add(report(1))).rejects.toThrow("killed");
    expect(await started().waiting()).toBe(1);
    expect(alarms.at.has(REPORT_ALARM)).toBe(true);
  });

  test.each([400, 409, 413, 422])(
    "that the hub refuses (%i) is not sent again, and says why",
    async (status) => {
      answer = answered(status, { error: "invalid", message: "url: too long" });
      const queued = await started().add(report(1));
      expect(queued).toMatchObject({ status: "refused", problem: `HTTP ${status}: url: too long` });
      await started().send();
      expect(posted).toHaveLength(1);
    },
  );

  test.each([408, 429, 500, 503])("that the hub can't take now (%i) waits", async (status) => {
    answer = answered(status);
    expect(await started().add(report(1))).toMatchObject({
      status: "waiting",
      problem: `HTTP ${status}`,
    });
  });

  test("waits when a hotel's network answers in the hub's place", async () => {
    answer = answered(200);
    expect(await started().add(report(1))).toMatchObject({ status: "waiting" });
  });

  test("given twice is kept once", async () => {
    await started().add(report(1));
    await started().add(report(1));
    expect(posted).toHaveLength(1);
  });

  test("waits where nobody takes reports yet", async () => {
    reportUrl = null;
    expect(await started().add(report(1))).toMatchObject({ status: "waiting" });
    expect(posted).toEqual([]);
  });

  test("is tried later and later while the hub is down", async () => {
    answer = answered(500);
    await started().add(report(1));
    const waits: number[] = [];
    for (let i = 0; i < 10; i++) {
      const next = alarms.at.get(REPORT_ALARM) ?? Number.NaN;
      waits.push((next - now) / MINUTE);
      // Whatever wakes the background before its time sends nothing.
      now = next - 1;
      await started().send();
      await started().send(true);
      expect(posted).toHaveLength(i + 1);
      now = next;
      await started().send();
      expect(posted).toHaveLength(i + 2);
    }
    expect(waits).toEqual([1, 2, 5, 15, 30, 60, 120, 240, 360, 360]);
  });

  test("waits as long as the hub says, up to a day", async () => {
    answer = answered(503, null, 600);
    await started().add(report(1));
    expect(alarms.at.get(REPORT_ALARM)).toBe(now + 10 * MINUTE);
    now += 10 * MINUTE;
    answer = answered(429, null, 10 ** 9);
    await started().send();
    expect(alarms.at.get(REPORT_ALARM)).toBe(now + 24 * 60 * MINUTE);
  });

  test("is not held back for years by a clock that was wrong", async () => {
    now = Date.UTC(2036, 0);
    answer = OFFLINE;
    await started().add(report(1));
    now = Date.UTC(2026, 0);
    answer = TAKEN;
    await started().send();
    expect(await started().waiting()).toBe(0);
  });

  test("that the hub stumbles over keeps no other back for good", async () => {
    answer = answered(500);
    await started().add(report(1));
    await started().add(report(2));
    now += 6 * 60 * MINUTE;
    posted = [];
    await started().send();
    now += 6 * 60 * MINUTE;
    await started().send();
    expect(new Set(posted.map(({ report: { id } }) => id)).size).toBe(2);
  });

  test("is not taken when fifty wait, and says so", async () => {
    answer = OFFLINE;
    for (let n = 0; n < 50; n++) await started().add(report(n));
    expect(await started().add(report(50))).toMatchObject({ status: "full" });
    expect(await started().waiting()).toBe(50);
  });

  test("of many that wait, that tried least goes first, and none when the first meets a dead hub", async () => {
    answer = OFFLINE;
    await started().add(report(2));
    await started().add(report(1));
    posted = [];
    now += 10 * MINUTE;
    await started().send();
    expect(posted).toHaveLength(1);
    answer = TAKEN;
    posted = [];
    await started().send(true);
    expect(posted.map(({ report: { writtenAt } }) => writtenAt)).toEqual([
      report(2).writtenAt,
      report(1).writtenAt,
    ]);
  });
});

describe("the picture of a report", () => {
  test("goes with it, and is kept no longer than it waits", async () => {
    answer = OFFLINE;
    const queued = await started().add(report(1, { screenshot: TINY_JPEG }));
    expect(queued).toMatchObject({ status: "waiting", pictured: true, report: report(1) });
    answer = TAKEN;
    await started().send(true);
    expect(posted.map(({ report: { screenshot } }) => screenshot)).toEqual([TINY_JPEG, TINY_JPEG]);
    expect(await started().all()).toMatchObject([{ status: "sent", pictured: true }]);
    expect(await store.reports.screenshot(report(1).id)).toBeNull();
  });

  test("is not handed out with the list of reports", async () => {
    answer = OFFLINE;
    await started().add(report(1, { screenshot: TINY_JPEG }));
    expect(JSON.stringify(await started().all())).not.toContain(TINY_JPEG);
  });
});

describe("on a full disk", () => {
  const full = () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
    onTestFinished(() => {
      IDBObjectStore.prototype.put = put;
    });
  };

  test("there is no room, and that can be asked before anything is written", async () => {
    expect(await started().hasRoom()).toBe(true);
    full();
    expect(await started().hasRoom()).toBe(false);
  });

  test("a report is still sent at once, and else says that it is not kept", async () => {
    full();
    expect(await started().add(report(1))).toMatchObject({ status: "sent" });
    answer = OFFLINE;
    expect(await started().add(report(2))).toMatchObject({ status: "no-room", receipt: null });
    expect(await started().waiting()).toBe(0);
  });
});

describe("the answer to a report", () => {
  const CODE = "00112233445566778899aabbccddeeff";
  const decided = async (outcome: Decision["outcome"], on = "2026-11-25", code = CODE) => ({
    key: decisionKey(await sha256(decisionBytes(code))),
    outcome,
    on,
  });
  const told = (...decisions: Decision[]): Decisions => ({
    version: 1,
    since: "2026-06-01",
    decisions,
  });
  const answers = async () => (await started().all()).map(({ decision }) => decision);

  test("is found by its code among those of strangers, and is news until it was read", async () => {
    await started().add(report(1, { code: CODE }));
    await started().add(report(2, { code: "ff".repeat(16) }));
    await started().add(report(3));
    await started().takeDecisions(
      told(await decided("rejected", "2026-11-25", "ee".repeat(16)), await decided("confirmed")),
    );
    expect(await answers()).toEqual([null, null, { outcome: "confirmed", on: "2026-11-25" }]);
    expect((await started().all()).map(({ news }) => news)).toEqual([false, false, true]);
    await started().seen();
    await started().takeDecisions(told(await decided("confirmed")));
    expect((await started().all()).some(({ news }) => news)).toBe(false);
  });

  test("that changes is news again, and one that is taken back goes", async () => {
    await started().add(report(1, { code: CODE }));
    await started().takeDecisions(told(await decided("rejected")));
    await started().seen();
    await started().takeDecisions(told(await decided("confirmed")));
    expect(await started().all()).toMatchObject([
      { decision: { outcome: "confirmed" }, news: true },
    ]);
    await started().takeDecisions(told());
    expect(await started().all()).toMatchObject([{ decision: null, news: false }]);
  });

  test("stays when the feed no longer tells it because it is old", async () => {
    await started().add(report(1, { code: CODE }));
    await started().takeDecisions(told(await decided("confirmed", "2026-06-02")));
    await started().takeDecisions({ version: 1, since: "2026-12-01", decisions: [] });
    expect(await answers()).toEqual([{ outcome: "confirmed", on: "2026-06-02" }]);
  });
});
