import { parseAddress } from "../../../core/host/address.ts";
import type { Report } from "../../../core/report/report.ts";
import { AddressView } from "../../../ui/address-view.tsx";
import type { ReportText } from "../../../ui/report-text.ts";
import { useText } from "../../../ui/text-context.ts";
import { momentText } from "../../../ui/time-text.ts";
import type { QueuedReport } from "../../messages.ts";
import { decisionText } from "./decision-text.ts";
import { useReportText } from "./use-report-text.ts";

/** Reports that this browser wrote, newest first, with what became of each. */
export function EarlierReports({ reports }: { reports: readonly QueuedReport[] }) {
  const t = useText();
  const r = useReportText();
  if (reports.length === 0) return null;
  const newestFirst = [...reports].sort((a, b) =>
    b.report.writtenAt.localeCompare(a.report.writtenAt),
  );
  return (
    <section class="stack-tight">
      <h2>{r("report.earlier")}</h2>
      <ul class="plain-list">
        {newestFirst.map((queued) => (
          <li key={queued.report.id} class="stack-none">
            <Subject report={queued.report} />
            <p class="small soft numbers">{momentText(t, Date.parse(queued.report.writtenAt))}</p>
            <p class="small numbers">{statusText(r, queued)}</p>
            {queued.decision && <p class="small numbers">{decisionText(t, r, queued)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The address that was reported, or the number or account. */
export function Subject({ report: { url, phones, accounts } }: { report: Report }) {
  if (url === null) {
    const numbers = [...phones, ...accounts.map(({ number }) => number)];
    return <p class="address">{numbers.join(", ")}</p>;
  }
  const parsed = parseAddress(url);
  return parsed.ok ? <AddressView address={parsed.address} /> : <p class="address">{url}</p>;
}

function statusText(r: ReportText, { status, receipt, problem }: QueuedReport): string {
  if (status === "sent") return r("report.status.sent", { receipt: receipt ?? "" });
  if (status === "refused") return r("report.status.refused", { detail: problem ?? "" });
  return r("report.status.waiting");
}
