import { useReportText } from "./use-report-text.ts";

/** The way of whoever has lost money. */
export function LostWay({ go }: { go(): void }) {
  const r = useReportText();
  return (
    <button type="button" class="lost-way" onClick={go}>
      <strong>{r("report.lostWay")}</strong>
      <span class="small">{r("report.lostWayText")}</span>
    </button>
  );
}
