import { type Report, receiptSchema } from "../../core/report/report.ts";
import type { QueuedReport } from "../messages.ts";
import type { Alarms } from "../platform/alarms.ts";
import type { PostReport } from "../platform/report-post.ts";
import type { Store, StoredReport } from "./store/store.ts";

export const REPORT_ALARM = "reports";
const MINUTE = 60_000;
/** Minutes until the next try, by the number of tries that failed. */
const BACK_OFF = [1, 2, 5, 15, 30, 60, 120, 240, 360];
/** Longest that a hub is taken at its word when it says to come back later (Retry-After), in milliseconds. */
const MAX_PAUSE = 24 * 60 * MINUTE;
/** Most reports that wait at a time. */
const MAX_WAITING = 50;
/** Sent and refused reports that are kept to be looked up. */
const MAX_KEPT = 100;

/** Reports on their way to the hub: stored before anything is sent, sent until the hub has answered. */
export interface ReportQueue {
  /**
   * Stores, tries to send, and tells how it stands: "full" if too many wait already, then it is not stored.
   *
   * @throws if it can't be stored
   */
  add(report: Report): Promise<QueuedReport>;
  all(): Promise<QueuedReport[]>;
  waiting(): Promise<number>;
  /**
   * Sends what waits and whose time has come. At each start, when the alarm rings, when the network returns.
   *
   * @param online the network has returned: what could not reach the hub is tried at once
   */
  send(online?: boolean): Promise<void>;
}

export function createReportQueue(needs: {
  store: Store;
  post: PostReport;
  alarms: Alarms;
  /** Where to, or null if nobody takes reports. */
  reportUrl: () => Promise<string | null>;
  now: () => number;
}): ReportQueue {
  const { store, post, alarms, reportUrl, now } = needs;
  let sending: Promise<void> | null = null;

  const all = async () => {
    const reports = await store.reports.all();
    return reports.sort((a, b) => (a.report.writtenAt < b.report.writtenAt ? 1 : -1));
  };
  const waitingReports = async () => (await all()).filter(({ status }) => status === "waiting");

  async function sendAll(online: boolean): Promise<void> {
    const url = await reportUrl();
    if (url === null) return;
    // Those tried least first: one that the hub stumbles over must not keep back the others.
    const due = (await waitingReports())
      .filter((queued) => isDue(queued) || (online && queued.unreachable))
      .reverse()
      .sort((a, b) => a.tries - b.tries);
    for (const queued of due) {
      const after = await sendOne(url, queued);
      await store.reports.put(after);
      if (after.status !== "waiting") continue;
      await holdBack(after);
      break;
    }
    const left = await waitingReports();
    if (left.length === 0) await alarms.clear(REPORT_ALARM);
    else {
      const next = Math.min(...left.map(({ nextTry }) => nextTry));
      await alarms.set(REPORT_ALARM, Math.max((next - now()) / MINUTE, BACK_OFF[0] ?? 1));
    }
    await dropOldest();
  }

  /** Also what a clock that was set back would keep for years. */
  function isDue({ nextTry }: StoredReport): boolean {
    return nextTry <= now() || nextTry > now() + MAX_PAUSE;
  }

  /** What one meets, all would meet: the others wait as long. */
  async function holdBack({ nextTry, unreachable }: StoredReport): Promise<void> {
    for (const other of await waitingReports()) {
      if (other.nextTry < nextTry) await store.reports.put({ ...other, nextTry, unreachable });
    }
  }

  function later(queued: StoredReport, problem: string, retryAfter: number | null): StoredReport {
    const minutes = BACK_OFF[Math.min(queued.tries, BACK_OFF.length - 1)] ?? 1;
    const pause = Math.max(minutes * MINUTE, Math.min((retryAfter ?? 0) * 1000, MAX_PAUSE));
    const { tries } = queued;
    return { ...queued, problem, tries: tries + 1, nextTry: now() + pause, unreachable: false };
  }

  async function sendOne(url: string, queued: StoredReport): Promise<StoredReport> {
    const answer = await post(url, queued.report);
    if (answer.kind === "unreachable") {
      return { ...later(queued, answer.detail, null), unreachable: true };
    }
    const { status, body, retryAfter } = answer;
    if (status >= 200 && status < 300) {
      const parsed = receiptSchema.safeParse(body);
      if (!parsed.success) return later(queued, "the answer was no receipt", retryAfter);
      return { ...queued, status: "sent", receipt: parsed.data.receipt, problem: null };
    }
    const problem = `HTTP ${status}${messageOf(body)}`;
    const passing = status < 400 || status >= 500 || status === 408 || status === 429;
    return passing ? later(queued, problem, retryAfter) : { ...queued, status: "refused", problem };
  }

  async function dropOldest(): Promise<void> {
    const done = (await all()).filter(({ status }) => status !== "waiting");
    for (const { report } of done.slice(MAX_KEPT)) await store.reports.delete(report.id);
  }

  function send(online = false): Promise<void> {
    sending ??= sendAll(online).finally(() => {
      sending = null;
    });
    return sending;
  }

  return {
    async add(report) {
      const known = (await store.reports.all()).find((queued) => queued.report.id === report.id);
      if (known) return known;
      if ((await waitingReports()).length >= MAX_WAITING) {
        return { report, status: "full", receipt: null, problem: null };
      }
      const queued: StoredReport = {
        report,
        status: "waiting",
        receipt: null,
        problem: null,
        tries: 0,
        nextTry: 0,
        unreachable: false,
      };
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
