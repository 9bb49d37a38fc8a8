import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Report } from "../../../core/report/report.ts";
import type { QueuedReport } from "../../messages.ts";
import type { ReportDraft } from "../../platform/report-drafts.ts";
import type { KnownState } from "../use-state-of-background.ts";
import { CoverEditor } from "./cover-editor.tsx";
import { fieldsWithout } from "./fields-without.ts";
import { LostMoney } from "./lost-money.tsx";
import { LostWay } from "./lost-way.tsx";
import type { ReportNeeds } from "./report-needs.ts";
import type { ReportPrefill } from "./report-prefill.ts";
import { ReportPreview } from "./report-preview.tsx";
import { ReportReceipt } from "./report-receipt.tsx";
import { usePicture } from "./use-picture.ts";
import { useReportText } from "./use-report-text.ts";
import { useWritten } from "./use-written.ts";
import type { Way } from "./way.ts";
import { WritingStep } from "./writing-step.tsx";

/**
 * A report in three steps: write, look at exactly what will be sent, receipt. What was written stays until it is sent,
 * also from one way to another. Whoever has lost money is led to the bank before any form.
 */
export function ReportForm({
  way,
  prefill,
  needs,
  known,
  helps = false,
  offersWays = false,
  capture = null,
  begun = null,
  sent: alreadySent = null,
  earlier = [],
  keep,
  discard,
  children,
}: {
  way: Way;
  prefill: ReportPrefill;
  needs: ReportNeeds;
  known: KnownState;
  /** True to begin with what is urgent for whoever has lost money. */
  helps?: boolean;
  /** True where the person may choose another way. */
  offersWays?: boolean;
  /** Takes a picture of the page that `prefill` names; null where it is not to be seen. */
  capture?: (() => Promise<string | null>) | null;
  /** What was written the last time. */
  begun?: ReportDraft | null;
  /** A report that was sent the last time and whose receipt is still to be shown. */
  sent?: QueuedReport | null;
  /** Reports that this browser wrote before. */
  earlier?: readonly QueuedReport[];
  /** Keeps what is written at each change, or null once there is nothing more to keep; false if there is no room. */
  keep?(draft: ReportDraft | null): Promise<boolean>;
  /** Throws away what was begun. */
  discard?(): void;
  /** What stands below the first step. */
  children?: ComponentChildren;
}) {
  const r = useReportText();
  const written = useWritten(way, prefill, begun, needs, keep);
  const { fields, change } = written;
  const picture = usePicture();
  const [helping, setHelping] = useState(helps);
  const [record, setRecord] = useState<Report | null>(null);
  const [sent, setSent] = useState(alreadySent);
  const step = sent
    ? "receipt"
    : record
      ? "preview"
      : picture.picture
        ? "cover"
        : helping
          ? "help"
          : "write";
  const cameFrom = useRef<typeof step | null>(null);
  useEffect(() => {
    cameFrom.current = step;
  }, [step]);

  if (sent) {
    const another = () => {
      written.restart();
      setRecord(null);
      setSent(null);
    };
    return (
      <ReportReceipt
        queued={sent}
        record={record ?? sent.report}
        needs={needs}
        {...(offersWays ? { another } : {})}
      />
    );
  }
  if (record) {
    return (
      <ReportPreview
        record={record}
        needs={needs}
        edit={() => setRecord(null)}
        leaveOut={(part) => {
          setRecord({ ...record, ...part });
          change(fieldsWithout(fields, part));
        }}
        done={(queued) => {
          written.forget();
          setSent(queued);
        }}
      />
    );
  }
  const shot = picture.picture;
  if (shot) {
    return (
      <CoverEditor
        picture={shot}
        use={async (boxes) => change({ screenshot: await picture.finish(shot, boxes) })}
        cancel={() => {
          picture.open(null);
          change({ screenshot: null });
        }}
      />
    );
  }
  if (helping) {
    return (
      <LostMoney
        brand={prefill.verdict?.brand ?? null}
        ask={needs.ask}
        write={() => setHelping(false)}
        back={() => {
          setHelping(false);
          written.take("scam");
        }}
      />
    );
  }
  const help = () => setHelping(true);
  if (known.state && !known.state.reportsAccepted) {
    const lost = () => {
      written.take("lost");
      help();
    };
    return (
      <div class="stack panel">
        <p>{r("report.notAccepted")}</p>
        {offersWays && <LostWay go={lost} />}
        {children}
      </div>
    );
  }
  return (
    <WritingStep
      kind={written.way === "mistake" ? "false-positive" : "scam"}
      written={written}
      picture={picture}
      capture={fields.url === prefill.url ? capture : null}
      needs={needs}
      known={known}
      earlier={earlier}
      offersWays={offersWays}
      focus={focusOn(cameFrom.current, way)}
      help={help}
      discard={discard}
      preview={setRecord}
    >
      {children}
    </WritingStep>
  );
}

/** Whoever comes back to the form goes on where it begins, or at the picture. */
function focusOn(from: string | null, way: Way): "title" | "picture" | null {
  if (from === "cover") return "picture";
  return from === null && way !== "lost" ? null : "title";
}
