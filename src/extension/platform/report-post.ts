import type { Report } from "../../core/report/report.ts";

export type ReportAnswer =
  | { kind: "answered"; status: number; body: unknown }
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
      return { kind: "answered", status: answer.status, body: parse(await answer.text()) };
    } catch (error) {
      return { kind: "unreachable", detail: String(error) };
    }
  };
}

/** Null for what is no JSON: the caller's schema refuses that. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
