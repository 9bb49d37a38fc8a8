import { useState } from "preact/hooks";
import { policeText, vneidText } from "../../../core/report/incident-text.ts";
import type { Report } from "../../../core/report/report.ts";
import { Button } from "../../../ui/button.tsx";
import { useText } from "../../../ui/text-context.ts";
import { useHelp } from "../help/use-help.ts";
import { incidentOf } from "./incident-of.ts";
import type { ReportNeeds } from "./report-needs.ts";
import { useReportText } from "./use-report-text.ts";

type Copy = "vneid" | "police";

/** The report in the order in which VNeID and the police ask, to be copied on this computer alone. */
export function IncidentCopies({ report, needs }: { report: Report; needs: ReportNeeds }) {
  const t = useText();
  const r = useReportText();
  const { vneidSteps } = useHelp(needs.ask, t.language);
  const [copied, setCopied] = useState<{ of: Copy; done: boolean } | null>(null);
  const [shown, setShown] = useState<Copy | null>(null);
  const incident = incidentOf(report);
  const texts = { vneid: vneidText(incident), police: policeText(incident) };

  const copy = async (of: Copy) => {
    const done = await needs.copy(texts[of]);
    setCopied({ of, done });
    setShown(done ? shown : of);
  };
  const current = shown ?? copied?.of ?? null;
  return (
    <section class="card">
      <h2>{r("copy.title")}</h2>
      <p class="small">{r("copy.text")}</p>
      <div class="row">
        <Button onClick={() => copy("vneid")}>{r("copy.vneid")}</Button>
        <Button onClick={() => copy("police")}>{r("copy.police")}</Button>
      </div>
      <div role="status">
        {copied && <p class="small">{r(copied.done ? "copy.done" : "copy.failed")}</p>}
      </div>
      {current && (
        <>
          <Button
            kind="quiet"
            aria-expanded={shown !== null}
            onClick={() => setShown(shown === null ? current : null)}
          >
            {r(shown === null ? "copy.show" : "copy.hide")}
          </Button>
          {shown && (
            <pre class="raw" lang="vi">
              {texts[shown]}
            </pre>
          )}
        </>
      )}
      {copied?.of === "vneid" && vneidSteps.length > 0 && (
        <ol class="small">
          {vneidSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </section>
  );
}
