import type { ReportText } from "../../../ui/report-text.ts";
import type { Text } from "../../../ui/text.ts";
import { dayText } from "../../../ui/time-text.ts";
import type { QueuedReport } from "../../messages.ts";

/** What a reviewer decided on a report, and when; empty while nobody has. */
export function decisionText(t: Text, r: ReportText, { decision, report }: QueuedReport): string {
  if (decision === null) return "";
  return `${r("report.decided", { date: dayText(t, decision.on) })} ${r(keyOf(decision.outcome, report))}`;
}

function keyOf(
  outcome: NonNullable<QueuedReport["decision"]>["outcome"],
  { kind, url }: QueuedReport["report"],
) {
  switch (outcome) {
    case "confirmed":
      return url === null ? "report.decision.confirmedNumber" : "report.decision.confirmed";
    case "rejected":
      return kind === "scam" ? "report.decision.rejected" : "report.decision.rejectedMistake";
    case "false-positive-fixed":
      return "report.decision.fixed";
    case "needs-more":
      return "report.decision.needs-more";
  }
}
