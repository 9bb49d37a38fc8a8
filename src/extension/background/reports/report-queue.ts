import { type Decisions, decisionBytes, decisionKey } from "../../../core/report/decisions.ts";
import { isSameReport } from "../../../core/report/is-same-report.ts";
import { type Report, receiptSchema } from "../../../core/report/report.ts";
import type { QueuedReport } from "../../messages.ts";
import type { Alarms } from "../../platform/alarms.ts";
import type { PostReport } from "../../platform/report-post.ts";
import type { Store, StoredReport } from "../store/store.ts";

export const REPORT_ALARM = "reports";
const MINUTE = 60_000;
/** Minutes until the next try, by the number of tries that failed. */
const BACK_OFF = [1, 2, 5, 15, 30, 60, 120, 240, 360];
/** Longest that a hub is taken at its word when it says to come back later (Retry-After), in milliseconds. */
const MAX_PAUSE = 24 * 60 * MINUTE;
/** Most reports that wait at a time. */
const MAX_WAITING = 50;
/** Longest that an answer is waited for before the person is told that the report waits, in milliseconds. */
const PATIENCE = 20_000;
/** Sent and refused reports that are kept to be looked up. */
const MAX_KEPT = 100;

/** Reports on their way to the hub: stored before anything is sent, sent until the hub has answered. */
export interface ReportQueue {
  /**
   * Stores, tries to send, and tells how it stands: "full" if too many wait already, then it is not stored; "no-room"
   * if the disk is full and it could not be sent at once either. A report that tells what another told which nobody
   * has decided on is not sent: the answer is how the other stands, under its own id.
   *
   * @param isPrivate true for one written in a private window: it is forgotten when the browser ends, sent or not
   * @throws if it can't be stored for another reason
   */
  add(report: Report, isPrivate?: boolean): Promise<QueuedReport>;
  all(): Promise<QueuedReport[]>;
  waiting(): Promise<number>;
  /** False if the disk would not take a report. */
  hasRoom(): Promise<boolean>;
  /** Looks for this browser's own reports among the decisions that the feed tells. */
  takeDecisions(decisions: Decisions): Promise<void>;
  /** The person has read them. */
  seen(): Promise<void>;
  /**
   * Sends what waits and whose time has come. At each start, when the alarm rings, when the network returns.
   *
   * @param online the network has returned: what could not reach the hub is tried at once
   */
  send(online?: boolean): Promise<void>;
}

export function createReportQueue(needs: {
  reports: Store["reports"];
  post: PostReport;
  alarms: Alarms;
  /** Where to, or null if nobody takes reports. */
  reportUrl: () => Promise<string | null>;
  sha256: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
  now: () => number;
  pause: (milliseconds: number) => Promise<void>;
}): ReportQueue {
  const { reports, post, alarms, reportUrl, sha256, now } = needs;
  let sending: Promise<void> | null = null;

  const all = async () => {
    return (await reports.all()).sort((a, b) => (a.report.writtenAt < b.report.writtenAt ? 1 : -1));
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
      const after = await sendOne(url, queued, await reports.screenshot(queued.report.id));
      await reports.put(after);
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
      if (other.nextTry < nextTry) await reports.put({ ...other, nextTry, unreachable });
    }
  }

  function later(queued: StoredReport, problem: string, retryAfter: number | null): StoredReport {
    const minutes = BACK_OFF[Math.min(queued.tries, BACK_OFF.length - 1)] ?? 1;
    const pause = Math.max(minutes * MINUTE, Math.min((retryAfter ?? 0) * 1000, MAX_PAUSE));
    const { tries } = queued;
    return { ...queued, problem, tries: tries + 1, nextTry: now() + pause, unreachable: false };
  }

  async function sendOne(
    url: string,
    queued: StoredReport,
    screenshot: string | null,
  ): Promise<StoredReport> {
    const answer = await post(url, { ...queued.report, screenshot });
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
    for (const { report } of done.slice(MAX_KEPT)) await reports.delete(report.id);
  }

  function send(online = false): Promise<void> {
    sending ??= sendAll(online).finally(() => {
      sending = null;
    });
    return sending;
  }

  return {
    async add(given, isPrivate = false) {
      const { screenshot, ...rest } = given;
      const report: Report = { ...rest, screenshot: null };
      const earlier = await all();
      const known =
        earlier.find((queued) => queued.report.id === report.id) ??
        earlier.find((queued) => isRepeated(queued, report, screenshot !== null));
      if (known) return known;
      const queued: StoredReport = {
        report,
        pictured: screenshot !== null,
        status: "waiting",
        receipt: null,
        problem: null,
        decision: null,
        news: false,
        tries: 0,
        nextTry: 0,
        unreachable: false,
        ...(isPrivate && { isPrivate }),
      };
      if ((await waitingReports()).length >= MAX_WAITING) return { ...queued, status: "full" };
      try {
        await reports.put(queued, screenshot);
      } catch (error) {
        if (!isDiskFull(error)) throw error;
        // It can't wait; what can be sent at once still is.
        const url = await reportUrl();
        const after = url === null ? queued : await sendOne(url, queued, screenshot);
        return after.status === "waiting" ? { ...after, status: "no-room" } : after;
      }
      // The alarm first: a background that is killed while it sends still comes back to it.
      await alarms.set(REPORT_ALARM, BACK_OFF[0] ?? 1);
      const sent = (async () => {
        if (sending) await sending;
        await send();
      })();
      await Promise.race([sent, needs.pause(PATIENCE)]);
      return (await reports.all()).find((q) => q.report.id === report.id) ?? queued;
    },
    all,
    waiting: async () => (await waitingReports()).length,
    async hasRoom() {
      try {
        await reports.tryRoom();
        return true;
      } catch (error) {
        if (isDiskFull(error)) return false;
        throw error;
      }
    },
    async takeDecisions({ since, decisions }) {
      const byKey = new Map(decisions.map((decision) => [decision.key, decision]));
      for (const stored of await reports.all()) {
        const { code } = stored.report;
        if (code === null || stored.status !== "sent") continue;
        const told = byKey.get(decisionKey(await sha256(decisionBytes(code))));
        const decision = told ? { outcome: told.outcome, on: told.on } : null;
        // What the feed no longer tells because of its age stays; what it would still tell was taken back.
        if (decision === null && (stored.decision === null || stored.decision.on < since)) continue;
        if (same(decision, stored.decision)) continue;
        await reports.put({ ...stored, decision, news: decision !== null });
      }
    },
    async seen() {
      for (const stored of await reports.all()) {
        if (stored.news) await reports.put({ ...stored, news: false });
      }
    },
    send,
  };
}

/** After a decision, or with a picture that the first had not, the same words are news. */
function isRepeated(earlier: StoredReport, report: Report, pictured: boolean): boolean {
  return (
    earlier.status !== "refused" &&
    earlier.decision === null &&
    (earlier.pictured || !pictured) &&
    isSameReport(earlier.report, report)
  );
}

function same(a: QueuedReport["decision"], b: QueuedReport["decision"]): boolean {
  return a?.outcome === b?.outcome && a?.on === b?.on;
}

function isDiskFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}

function messageOf(body: unknown): string {
  const message =
    typeof body === "object" && body !== null && "message" in body ? body.message : "";
  return typeof message === "string" && message !== "" ? `: ${message.slice(0, 200)}` : "";
}
