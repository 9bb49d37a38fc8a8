import { useLayoutEffect, useRef } from "preact/hooks";
import type { Report } from "../../../core/report/report.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import { dayText } from "../../../ui/time-text.ts";
import type { QueuedReport } from "../../messages.ts";
import { IncidentCopies } from "./incident-copies.tsx";
import { localDay } from "./local-day.ts";
import type { ReportNeeds } from "./report-needs.ts";
import { useReportText } from "./use-report-text.ts";

/**
 * What became of a report: its code, or that it waits for the network, or why it was refused; and the way on to the
 * police. Where it tells what an earlier one told, `queued` is the earlier one: it gets no second code.
 *
 * @param record as it was sent, picture included
 */
export function ReportReceipt({
  queued,
  record,
  needs,
  another,
}: {
  queued: QueuedReport;
  record: Report;
  needs: ReportNeeds;
  another?(): void;
}) {
  const t = useText();
  const r = useReportText();
  const isRepeated = queued.report.id !== record.id;
  const sentOn = localDay(Date.parse(queued.report.writtenAt));
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // Taller than the popup: from its beginning.
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <section class="stack panel" tabIndex={-1} ref={box}>
      <p class="small soft">{r("report.step", { step: 3 })}</p>
      {queued.status === "sent" && (
        <Notice
          tone="plain"
          title={r(isRepeated ? "report.repeatedTitle" : "report.sentTitle")}
          live
        >
          {isRepeated && <p>{r("report.repeatedText", { date: dayText(t, sentOn) })}</p>}
          {queued.receipt !== null && (
            <>
              <p>{r("report.sentText")}</p>
              <p class="receipt">{queued.receipt}</p>
            </>
          )}
          {record.code !== null && <p>{r("report.answerText")}</p>}
        </Notice>
      )}
      {queued.status === "waiting" && (
        <Notice tone="plain" title={r("report.waitingTitle")} live>
          <p>{r(isRepeated ? "report.repeatedWaiting" : "report.waitingText")}</p>
        </Notice>
      )}
      {queued.isPrivate && <p>{r("report.privateText")}</p>}
      {queued.status === "refused" && (
        <Notice tone="care" title={r("report.refusedTitle")} live>
          <p>{r("report.refusedText", { detail: queued.problem ?? t("general.none") })}</p>
        </Notice>
      )}
      <p class="small soft">{r("report.notPolice")}</p>
      {record.kind === "scam" && <IncidentCopies report={record} needs={needs} />}
      {another && <Button onClick={another}>{r("report.another")}</Button>}
    </section>
  );
}
