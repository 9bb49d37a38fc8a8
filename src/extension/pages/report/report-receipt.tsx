import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import type { QueuedReport } from "../../messages.ts";

/** What became of a report: its code, or that it waits for the network, or why it was refused. */
export function ReportReceipt({ queued, another }: { queued: QueuedReport; another?(): void }) {
  const t = useText();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section class="stack panel" tabIndex={-1} ref={box}>
      <p class="small soft">{t("report.step", { step: 3 })}</p>
      {queued.status === "sent" && (
        <Notice tone="plain" title={t("report.sentTitle")} live>
          {queued.receipt !== null && (
            <>
              <p>{t("report.sentText")}</p>
              <p class="receipt">{queued.receipt}</p>
            </>
          )}
        </Notice>
      )}
      {queued.status === "waiting" && (
        <Notice tone="plain" title={t("report.waitingTitle")} live>
          <p>{t("report.waitingText")}</p>
        </Notice>
      )}
      {queued.status === "refused" && (
        <Notice tone="care" title={t("report.refusedTitle")} live>
          <p>{t("report.refusedText", { detail: queued.problem ?? t("general.none") })}</p>
        </Notice>
      )}
      <p class="small soft">{t("report.notPolice")}</p>
      {another && <Button onClick={another}>{t("report.another")}</Button>}
    </section>
  );
}
