import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { QueuedReport } from "../../messages.ts";
import type { ReportDraft, ReportDrafts } from "../../platform/report-drafts.ts";
import type { PageNeeds } from "../page-needs.ts";
import type { KnownState } from "../use-state-of-background.ts";
import { ReportForm } from "./report-form.tsx";
import type { ReportPrefill } from "./report-prefill.ts";

/**
 * The form where it may close at any moment: what was begun comes back, before any other report, until it is sent or
 * thrown away.
 *
 * @param prefill what to begin with if nothing was begun
 */
export function ReportTab({
  prefill,
  needs,
  known,
  children,
}: {
  prefill: ReportPrefill;
  needs: PageNeeds & { drafts: ReportDrafts };
  known: KnownState;
  children: ComponentChildren;
}) {
  const url = prefill.url ?? "";
  const { ask, drafts } = needs;
  const [begun, setBegun] = useState<Begun | null>(null);
  useEffect(() => {
    drafts.read().then(async (draft) => {
      setBegun({ draft, sent: null });
      if (draft === null || draft.id === null) return;
      const asked = await ask({ type: "reports" });
      const sent = asked.ok && asked.answer.find(({ report }) => report.id === draft.id);
      if (!sent) return;
      drafts.keep(null);
      setBegun({ draft: null, sent });
    });
  }, [ask, drafts]);

  if (begun === null) return null;
  const discard = () => {
    drafts.keep(null);
    setBegun({ draft: null, sent: null });
  };
  return (
    <ReportForm
      key={begun.draft ? "draft" : begun.sent ? "sent" : url}
      kind="scam"
      url={url}
      needs={needs}
      known={known}
      begun={begun.draft}
      sent={begun.sent}
      keep={drafts.keep}
      discard={discard}
    >
      {children}
    </ReportForm>
  );
}

interface Begun {
  draft: ReportDraft | null;
  /** The report, if it was sent but the popup closed before it could say so. */
  sent: QueuedReport | null;
}
