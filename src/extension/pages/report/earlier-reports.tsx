import { useEffect, useState } from "preact/hooks";
import { parseAddress } from "../../../core/host/address.ts";
import { AddressView } from "../../../ui/address-view.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { Text } from "../../../ui/text.ts";
import { useText } from "../../../ui/text-context.ts";
import { momentText } from "../../../ui/time-text.ts";
import type { QueuedReport } from "../../messages.ts";
import type { Ask, Asked } from "../ask-background.ts";
import { failureText } from "../failure-text.ts";

/** Reports that this browser wrote, newest first, with what became of each. */
export function EarlierReports({ ask }: { ask: Ask }) {
  const t = useText();
  const [asked, setAsked] = useState<Asked<QueuedReport[]> | null>(null);
  useEffect(() => {
    ask({ type: "reports" }).then(setAsked);
  }, [ask]);
  if (asked === null) return null;
  if (!asked.ok) return <Notice tone="care" title={failureText(t, asked.failure)} />;
  if (asked.answer.length === 0) return null;
  const newestFirst = [...asked.answer].sort((a, b) =>
    b.report.writtenAt.localeCompare(a.report.writtenAt),
  );
  return (
    <section class="stack-tight">
      <h2>{t("report.earlier")}</h2>
      <ul class="plain-list">
        {newestFirst.map((queued) => (
          <li key={queued.report.id} class="stack-none">
            <ReportedAddress url={queued.report.url} />
            <p class="small soft numbers">{momentText(t, Date.parse(queued.report.writtenAt))}</p>
            <p class="small numbers">{statusText(t, queued)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ReportedAddress({ url }: { url: string }) {
  const parsed = parseAddress(url);
  return parsed.ok ? <AddressView address={parsed.address} /> : <p class="address">{url}</p>;
}

function statusText(t: Text, { status, receipt, problem }: QueuedReport): string {
  if (status === "sent") return t("report.status.sent", { receipt: receipt ?? "" });
  if (status === "refused") return t("report.status.refused", { detail: problem ?? "" });
  return t("report.status.waiting");
}
