import { beforeEach, describe, expect, test } from "vitest";
import type { Report } from "../../../../src/core/report/report.ts";
import {
  createReportQueue,
  REPORT_ALARM,
} from "../../../../src/extension/background/report-queue.ts";
import { openStore, type Store } from "../../../../src/extension/background/store/store.ts";
import type { ReportAnswer } from "../../../../src/extension/platform/report-post.ts";
import { fakeAlarms } from "./fakes/fake-platform.ts";
import { freshDatabase } from "./fakes/workshop.ts";

const OFFLINE: ReportAnswer = { kind: "unreachable", detail: "TypeError: Failed to fetch" };
const TAKEN: ReportAnswer = { kind: "answered", status: 201, body: { receipt: "TT-AB12-CD34" } };

let store: Store;
let answer: ReportAnswer | Error;
let posted: { url: string; report: Report }[];
let reportUrl: string | null;
let alarms: ReturnType<typeof fakeAlarms>;

beforeEach(async () => {
  freshDatabase();
  store = await openStore();
  answer = TAKEN;
  posted = [];
  reportUrl = "https://hub.example/v1/reports";
  alarms = fakeAlarms(() => 0);
});

const started = () =>
  createReportQueue({
    store,
    alarms,
    reportUrl: async () => reportUrl,
    async post(url, report) {
      posted.push({ url, report });
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });

const report = (n: number): Report => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
  kind: "scam",
  url: "https://evil.example/",
  form: null,
  note: "",
  writtenAt: `2026-11-24T10:00:${String(n).padStart(2, "0")}.000Z`,
  feedVersion: 1,
  extensionVersion: "0.1.0",
});

describe("a report", () => {
  test("is sent as it is, and its receipt is kept", async () => {
    const queued = await started().add(report(1));
    expect(queued).toMatchObject({ status: "sent", receipt: "TT-AB12-CD34", problem: null });
    expect(posted).toEqual([{ url: reportUrl, report: report(1) }]);
    expect(await started().all()).toMatchObject([{ status: "sent" }]);
    expect(alarms.at.has(REPORT_ALARM)).toBe(false);
  });

  test("waits while there is no network, and is sent once later", async () => {
    answer = OFFLINE;
    expect(await started().add(report(1))).toMatchObject({ status: "waiting", receipt: null });
    expect(await started().waiting()).toBe(1);
    expect(alarms.at.get(REPORT_ALARM)).toBeGreaterThan(0);
    answer = TAKEN;
    await started().send();
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
      answer = { kind: "answered", status, body: { error: "invalid", message: "url: too long" } };
      const queued = await started().add(report(1));
      expect(queued).toMatchObject({ status: "refused", problem: `HTTP ${status}: url: too long` });
      await started().send();
      expect(posted).toHaveLength(1);
    },
  );

  test.each([408, 429, 500, 503])("that the hub can't take now (%i) waits", async (status) => {
    answer = { kind: "answered", status, body: null };
    expect(await started().add(report(1))).toMatchObject({
      status: "waiting",
      problem: `HTTP ${status}`,
    });
  });

  test("waits when a hotel's network answers in the hub's place", async () => {
    answer = { kind: "answered", status: 200, body: null };
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
    answer = OFFLINE;
    const queue = started();
    await queue.add(report(1));
    const waits = [alarms.at.get(REPORT_ALARM)];
    for (let i = 0; i < 3; i++) {
      await queue.send();
      waits.push(alarms.at.get(REPORT_ALARM));
    }
    expect(waits).toEqual([1, 2, 5, 15].map((minutes) => minutes * 60_000));
  });

  test("of many that wait, the oldest goes first, and none when the first meets a dead hub", async () => {
    answer = OFFLINE;
    await started().add(report(2));
    await started().add(report(1));
    posted = [];
    await started().send();
    expect(posted).toHaveLength(1);
    answer = TAKEN;
    posted = [];
    await started().send();
    expect(posted.map(({ report: { writtenAt } }) => writtenAt)).toEqual([
      report(1).writtenAt,
      report(2).writtenAt,
    ]);
  });
});
