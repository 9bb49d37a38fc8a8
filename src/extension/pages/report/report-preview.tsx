import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Report } from "../../../core/report/report.ts";
import { PROVINCES } from "../../../core/settings/province.ts";
import { Button } from "../../../ui/button.tsx";
import { formName } from "../../../ui/form-name.ts";
import { Notice } from "../../../ui/notice.tsx";
import type { ReportText } from "../../../ui/report-text.ts";
import type { Text } from "../../../ui/text.ts";
import { useText } from "../../../ui/text-context.ts";
import { dayText, momentText } from "../../../ui/time-text.ts";
import type { QueuedReport } from "../../messages.ts";
import { failureText } from "../failure-text.ts";
import type { ReportNeeds } from "./report-needs.ts";
import { jpegAddress } from "./screenshot-field.tsx";
import { useReportText } from "./use-report-text.ts";

/**
 * The record field by field, and word for word as it goes out; sends it unchanged. What need not be in it can be taken
 * out here.
 */
export function ReportPreview({
  record,
  needs,
  edit,
  leaveOut,
  done,
}: {
  record: Report;
  needs: ReportNeeds;
  edit(): void;
  /** @param part the fields that go, as empty as they shall be */
  leaveOut(part: Partial<Report>): void;
  done(queued: QueuedReport): void;
}) {
  const t = useText();
  const r = useReportText();
  const title = useRef<HTMLHeadingElement>(null);
  const [raw, setRaw] = useState(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useLayoutEffect(() => title.current?.focus(), []);

  const send = async () => {
    setSending(true);
    setProblem(null);
    const isPrivate = await needs.inPrivateWindow();
    const asked = await needs.ask({ type: "send-report", report: record, isPrivate });
    if (asked.ok && asked.answer.status !== "full" && asked.answer.status !== "no-room") {
      done(asked.answer);
      return;
    }
    setSending(false);
    if (!asked.ok) setProblem(failureText(t, asked.failure));
    else setProblem(r(asked.answer.status === "full" ? "report.tooMany" : "report.notStored"));
  };
  const drop = (field: keyof Report) => {
    leaveOut({ [field]: emptyAs(field) });
    // The button is gone; reading goes on from the top.
    title.current?.focus();
  };
  const fields = fieldsOf(record);
  const filled = fields.filter((field) => !isEmpty(record[field]));
  const empty = fields.filter((field) => isEmpty(record[field]));

  return (
    <section class="stack panel">
      <div class="stack-tight">
        <p class="small soft">{r("report.step", { step: 2 })}</p>
        <h2 tabIndex={-1} ref={title}>
          {r("report.previewTitle")}
        </h2>
        <p>{r("report.previewText")}</p>
      </div>
      <dl class="parts numbers">
        {filled.map((field) => (
          <div key={field} class={NEEDED.has(field) ? "part part-short" : "part"}>
            <dt>{r(`report.field.${field}`)}</dt>
            <dd>
              {field === "screenshot" && record.screenshot !== null ? (
                <img class="shot" src={jpegAddress(record.screenshot)} alt={r("shot.ready")} />
              ) : (
                <bdi>{inWords(t, r, record, field)}</bdi>
              )}
            </dd>
            {canGo(record, field) && (
              <dd class="part-way">
                <Button
                  disabled={sending}
                  aria-label={r("report.leaveOutPart", { part: r(`report.field.${field}`) })}
                  onClick={() => drop(field)}
                >
                  {r("report.leaveOut")}
                </Button>
              </dd>
            )}
          </div>
        ))}
        {empty.length > 0 && (
          <div class="part">
            <dt>{r("report.empty")}</dt>
            <dd class="small soft">
              {empty.map((field) => r(`report.field.${field}`)).join(", ")}
            </dd>
          </div>
        )}
      </dl>
      <div class="stack-tight">
        <Button kind="quiet" aria-expanded={raw} onClick={() => setRaw(!raw)}>
          {r(raw ? "report.rawHide" : "report.raw")}
        </Button>
        {raw && <pre class="raw">{JSON.stringify(shortened(r, record), null, 2)}</pre>}
      </div>
      {problem !== null && <Notice tone="care" title={problem} live />}
      <div class="row form-ways">
        <Button kind="primary" disabled={sending} onClick={send}>
          {r(sending ? "report.sending" : "report.send")}
        </Button>
        <Button disabled={sending} onClick={edit}>
          {r("report.edit")}
        </Button>
      </div>
    </section>
  );
}

/** What the record really holds, so that a field that is added one day cannot be left out here. */
function fieldsOf(record: Report): (keyof Report)[] {
  return (Object.keys(record) as (keyof Report)[]).sort(
    (a, b) => ORDER.indexOf(a) - ORDER.indexOf(b),
  );
}

const ORDER: readonly (keyof Report)[] = [
  "kind",
  "url",
  "form",
  "note",
  "screenshot",
  "arrivedBy",
  "impersonated",
  "phones",
  "accounts",
  "lost",
  "happenedOn",
  "happenedTime",
  "commune",
  "province",
  "contact",
  "evidence",
  "writtenAt",
  "feedVersion",
  "extensionVersion",
  "version",
  "id",
  "code",
];
/** Without these there is no report, or no answer to it. */
const NEEDED: ReadonlySet<keyof Report> = new Set<keyof Report>([
  "kind",
  "writtenAt",
  "feedVersion",
  "extensionVersion",
  "version",
  "id",
  "code",
]);

/** The last thing that says what the report is about stays. */
function canGo(record: Report, field: keyof Report): boolean {
  if (NEEDED.has(field)) return false;
  const { url, phones, accounts } = record;
  const subjects = [url !== null, phones.length > 0, accounts.length > 0];
  const isSubject = field === "url" || field === "phones" || field === "accounts";
  if (!isSubject) return true;
  return record.kind === "scam" && subjects.filter(Boolean).length > 1;
}

function isEmpty(value: Report[keyof Report]): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

function emptyAs(field: keyof Report): null | "" | [] {
  if (field === "phones" || field === "accounts") return [];
  return field === "note" ? "" : null;
}

/** The record as it goes, but for the picture's letters: the picture itself stands above. */
function shortened(r: ReportText, record: Report): object {
  const { screenshot } = record;
  if (screenshot === null) return record;
  return { ...record, screenshot: `… ${r("report.rawPicture", { count: screenshot.length })} …` };
}

function inWords(t: Text, r: ReportText, record: Report, field: keyof Report): string {
  switch (field) {
    case "kind":
      return r(`report.kind.${record.kind}`);
    case "form":
      return record.form === null ? "" : (formName(t.language, record.form) ?? record.form);
    case "arrivedBy":
      return record.arrivedBy === null ? "" : r(`report.channel.${record.arrivedBy}`);
    case "phones":
      return record.phones.join(", ");
    case "accounts":
      return record.accounts
        .map(({ number, bank, holder }) => [number, bank, holder].filter(Boolean).join(", "))
        .join("; ");
    case "lost":
      return record.lost === null ? "" : r("report.lostRead", { amount: t.number(record.lost) });
    case "happenedOn":
      return record.happenedOn === null ? "" : dayText(t, record.happenedOn);
    case "province":
      return PROVINCES.find(({ id }) => id === record.province)?.name ?? "";
    case "evidence":
      return record.evidence === null
        ? ""
        : [record.evidence.level, ...record.evidence.reasons].join(", ");
    case "writtenAt":
      return momentText(t, Date.parse(record.writtenAt));
    case "feedVersion":
      return record.feedVersion === 0 ? t("list.versionPackaged") : String(record.feedVersion);
    default:
      return String(record[field] ?? "");
  }
}
