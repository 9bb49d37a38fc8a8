import { useEffect, useState } from "preact/hooks";
import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import type { QueuedReport } from "../../messages.ts";
import type { ReportDraft, ReportDrafts } from "../../platform/report-drafts.ts";
import type { AskFailure } from "../ask-background.ts";
import { failureText } from "../failure-text.ts";
import type { KnownState } from "../use-state-of-background.ts";
import { EarlierReports } from "./earlier-reports.tsx";
import { ReportForm } from "./report-form.tsx";
import type { ReportNeeds } from "./report-needs.ts";
import { ReportNews } from "./report-news.tsx";
import type { ReportPrefill } from "./report-prefill.ts";

/**
 * The form where it may close at any moment: what was begun comes back, before any other report, until it is sent or
 * thrown away. With the answers to earlier reports.
 *
 * @param prefill what to begin with if nothing was begun
 * @param capture takes a picture of the page that `prefill` names; null where it is not to be seen
 */
export function ReportTab({
  prefill,
  capture,
  needs,
  known,
}: {
  prefill: ReportPrefill;
  capture: (() => Promise<string | null>) | null;
  needs: ReportNeeds & { drafts: ReportDrafts };
  known: KnownState;
}) {
  const t = useText();
  const { ask, drafts } = needs;
  const [begun, setBegun] = useState<Begun | null>(null);
  const [reports, setReports] = useState<readonly QueuedReport[]>([]);
  const [failure, setFailure] = useState<AskFailure | null>(null);
  useEffect(() => {
    const asking = ask({ type: "reports" });
    asking.then((asked) => {
      if (asked.ok) setReports(asked.answer);
      else setFailure(asked.failure);
    });
    drafts.read().then(async (draft) => {
      setBegun({ draft, sent: null });
      if (draft === null || draft.id === null) return;
      const asked = await asking;
      const sent = asked.ok && asked.answer.find(({ report }) => report.id === draft.id);
      if (!sent) return;
      await drafts.keep(null);
      setBegun({ draft: null, sent });
    });
  }, [ask, drafts]);

  if (begun === null) return null;
  const discard = () => {
    void drafts.keep(null);
    setBegun({ draft: null, sent: null });
  };
  const seen = () => {
    void ask({ type: "reports-seen" });
    setReports(reports.map((queued) => ({ ...queued, news: false })));
  };
  return (
    <div class="stack">
      <ReportNews reports={reports} seen={seen} />
      <ReportForm
        key={begun.draft ? "draft" : begun.sent ? "sent" : JSON.stringify(prefill)}
        way={prefill.way ?? "scam"}
        helps={prefill.way === "lost"}
        offersWays
        prefill={begun.draft ? { ...prefill, url: begun.draft.url } : prefill}
        capture={begun.draft && begun.draft.url !== prefill.url ? null : capture}
        needs={needs}
        known={known}
        begun={begun.draft}
        sent={begun.sent}
        earlier={reports}
        keep={drafts.keep}
        discard={discard}
      >
        {failure && <Notice tone="care" title={failureText(t, failure)} />}
        <EarlierReports reports={reports} />
      </ReportForm>
    </div>
  );
}

interface Begun {
  draft: ReportDraft | null;
  /** The report, if it was sent but the popup closed before it could say so. */
  sent: QueuedReport | null;
}
