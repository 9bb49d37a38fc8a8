import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import type { QueuedReport } from "../../messages.ts";
import { decisionText } from "./decision-text.ts";
import { Subject } from "./earlier-reports.tsx";
import { useReportText } from "./use-report-text.ts";

/** Answers to reports that the person has not read yet. */
export function ReportNews({ reports, seen }: { reports: readonly QueuedReport[]; seen(): void }) {
  const t = useText();
  const r = useReportText();
  const news = reports.filter((queued) => queued.news && queued.decision !== null);
  if (news.length === 0) return null;
  return (
    <Notice tone="plain" title={r("report.news")}>
      <ul class="plain-list">
        {news.map((queued) => (
          <li key={queued.report.id} class="stack-none">
            <Subject report={queued.report} />
            <p class="numbers">{decisionText(t, r, queued)}</p>
          </li>
        ))}
      </ul>
      <Button onClick={seen}>{r("report.newsSeen")}</Button>
    </Notice>
  );
}
