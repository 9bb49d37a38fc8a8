import type { Report } from "../../core/report/report.ts";

export type ReportAnswer =
  /** `retryAfter`: seconds until the hub wants to be asked again (RFC 9110, §10.2.3), or null if it does not say. */
  | { kind: "answered"; status: number; body: unknown; retryAfter: number | null }
  | { kind: "unreachable"; detail: string };

/** Posts one report as JSON: nothing else goes with it, no cookies, no referrer. */
export type PostReport = (url: string, report: Report) => Promise<ReportAnswer>;

const PATIENCE = 30_000;

export function reportPost(): PostReport {
  return async (url, report) => {
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(report),
        credentials: "omit",
        referrerPolicy: "no-referrer",
        cache: "no-store",
        signal: AbortSignal.timeout(PATIENCE),
      });
      const retryAfter = secondsUntil(answer.headers.get("retry-after"));
      return {
        kind: "answered",
        status: answer.status,
        body: parse(await answer.text()),
        retryAfter,
      };
    } catch (error) {
      return { kind: "unreachable", detail: String(error) };
    }
  };
}

/** Reads seconds or a date; null for anything else. */
function secondsUntil(retryAfter: string | null): number | null {
  if (retryAfter === null) return null;
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

/** Null for what is no JSON: the caller's schema refuses that. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
