import type { Verdict } from "../core/verdict/verdict.ts";

/** Address of the notice that stands in frames, beside that of the warning page. */
export const noticeBeside = (warningUrl: string) => new URL("/notice.html", warningUrl).href;

/** Query of a warning page that follows the listed page in the tab's history instead of standing in its place. */
export const AFTER = "?after";

/** Queries by which a notice in a frame knows what it stands for; without one, for a list. */
export const SOURCE_QUERIES = {
  "agency-deny": "?agency",
  evidence: "?evidence",
} as const satisfies Partial<Record<Verdict["source"], string>>;

export function sourceQuery(source: Verdict["source"]): string {
  return (SOURCE_QUERIES as Partial<Record<Verdict["source"], string>>)[source] ?? "";
}
