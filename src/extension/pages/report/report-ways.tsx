import { Button } from "../../../ui/button.tsx";
import { LostWay } from "./lost-way.tsx";
import { useReportText } from "./use-report-text.ts";
import type { Way } from "./way.ts";

/** The other ways to report, the urgent one first. */
export function ReportWays({
  way,
  take,
  help,
}: {
  way: Way;
  take(way: Way): void;
  /** Leads back to what is urgent. */
  help(): void;
}) {
  const r = useReportText();
  return (
    <div class="stack-tight">
      {way !== "mistake" && <LostWay go={way === "lost" ? help : () => take("lost")} />}
      <Button kind="quiet" onClick={() => take(way === "mistake" ? "scam" : "mistake")}>
        {r(way === "mistake" ? "report.scamTitle" : "report.mistakeTitle")}
      </Button>
    </div>
  );
}
