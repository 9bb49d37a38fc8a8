import { type Report, receiptSchema } from "../../core/report/report.ts";
import type { QueuedReport } from "../messages.ts";
import type { Alarms } from "../platform/alarms.ts";
import type { PostReport } from "../platform/report-post.ts";
import type { Store } from "./store/store.ts";

export const REPORT_ALARM = "reports";
/** Minutes until the next try, by the number of tries that failed in a row. */
const BACK_OFF = [1, 2, 5, 15, 30, 60];
/** Sent and refused reports that are kept to be looked up. */
const MAX_KEPT = 100;

/** Reports on their way to the hub: stored before anything is sent, sent until the hub has answered. */
export interface ReportQueue {
  /** Stores, tries to send, and tells how it stands. @throws if it can't be stored */
  add(report: Report): Promise<QueuedReport>;
  all(): Promise<QueuedReport[]>;
  waiting(): Promise<number>;
  /** Sends what waits. At each start, when the alarm rings, when the network returns. */
  send(): Promise<void>;
}

export function createReportQueue(needs: {
  store: Store;
  post: PostReport;
  alarms: Alarms;
  /** Where to, or null if nobody takes reports. */
  reportUrl: () => Promise<string | null>;
}): ReportQueue {
  const { store, post, alarms, reportUrl } = needs;
  let sending: Promise<void> | null = null;
  let failures = 0;

  const all = async () => {
    const reports = await store.reports.all();
    return reports.sort((a, b) => (a.report.writtenAt < b.report.writtenAt ? 1 : -1));
  };
  const waitingReports = async () => (await all()).filter(({ status }) => status === "waiting");

  async function sendAll(): Promise<void> {
    const waiting = await waitingReports();
    if (waiting.length === 0) return alarms.clear(REPORT_ALARM);
    const url = await reportUrl();
    if (url === null) return;
    let left = 0;
    for (const queued of waiting.reverse()) {
      const after = await sendOne(url, queued);
      await store.reports.put(after);
      if (after.status === "waiting") left++;
      // What one meets, all would meet.
      if (left > 0) break;
    }
    if (left === 0) {
      failures = 0;
      await alarms.clear(REPORT_ALARM);
    } else {
      await alarms.set(REPORT_ALARM, BACK_OFF[Math.min(failures++, BACK_OFF.length - 1)] ?? 60);
    }
    await dropOldest();
  }

  async function sendOne(url: string, queued: QueuedReport): Promise<QueuedReport> {
    const answer = await post(url, queued.report);
    if (answer.kind === "unreachable") return { ...queued, problem: answer.detail };
    const { status, body } = answer;
    if (status >= 200 && status < 300) {
      const parsed = receiptSchema.safeParse(body);
      if (!parsed.success) return { ...queued, problem: "the answer was no receipt" };
      return { ...queued, status: "sent", receipt: parsed.data.receipt, problem: null };
    }
    const problem = `HTTP ${status}${messageOf(body)}`;
    const passing = status < 400 || status >= 500 || status === 408 || status === 429;
    return passing ? { ...queued, problem } : { ...queued, status: "refused", problem };
  }

  async function dropOldest(): Promise<void> {
    const done = (await all()).filter(({ status }) => status !== "waiting");
    for (const { report } of done.slice(MAX_KEPT)) await store.reports.delete(report.id);
  }

  function send(): Promise<void> {
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    return sending;
  }

  return {
    async add(report) {
      const known = (await store.reports.all()).find((queued) => queued.report.id === report.id);
      if (known) return known;
      const queued: QueuedReport = { report, status: "waiting", receipt: null, problem: null };
      await store.reports.put(queued);
      // The alarm first: a background that is killed while it sends still comes back to it.
      await alarms.set(REPORT_ALARM, BACK_OFF[0] ?? 1);
      if (sending) await sending;
      await send();
      return (await store.reports.all()).find((q) => q.report.id === report.id) ?? queued;
    },
    all,
    waiting: async () => (await waitingReports()).length,
    send,
  };
}

function messageOf(body: unknown): string {
  const message =
    typeof body === "object" && body !== null && "message" in body ? body.message : "";
  return typeof message === "string" && message !== "" ? `: ${message.slice(0, 200)}` : "";
}
