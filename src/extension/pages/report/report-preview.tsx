import { useEffect, useRef, useState } from "preact/hooks";
import type { Report } from "../../../core/report/report.ts";
import { Button } from "../../../ui/button.tsx";
import { formName } from "../../../ui/form-name.ts";
import { Notice } from "../../../ui/notice.tsx";
import type { Text } from "../../../ui/text.ts";
import { useText } from "../../../ui/text-context.ts";
import { momentText } from "../../../ui/time-text.ts";
import type { QueuedReport } from "../../messages.ts";
import type { Ask } from "../ask-background.ts";
import { failureText } from "../failure-text.ts";

/** The record field by field, and word for word as it goes out; sends it unchanged. */
export function ReportPreview({
  record,
  ask,
  edit,
  done,
}: {
  record: Report;
  ask: Ask;
  edit(): void;
  done(queued: QueuedReport): void;
}) {
  const t = useText();
  const title = useRef<HTMLHeadingElement>(null);
  const [raw, setRaw] = useState(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => title.current?.focus(), []);

  const send = async () => {
    setSending(true);
    setProblem(null);
    const asked = await ask({ type: "send-report", report: record });
    if (asked.ok && asked.answer.status !== "full") {
      done(asked.answer);
      return;
    }
    setSending(false);
    setProblem(asked.ok ? t("report.tooMany") : failureText(t, asked.failure));
  };

  return (
    <section class="stack panel">
      <div class="stack-tight">
        <p class="small soft">{t("report.step", { step: 2 })}</p>
        <h2 tabIndex={-1} ref={title}>
          {t("report.previewTitle")}
        </h2>
        <p>{t("report.previewText")}</p>
      </div>
      <dl class="facts numbers">
        {fieldsOf(record).map((field) => (
          <Fact key={field} name={t(`report.field.${field}`)} value={inWords(t, record, field)} />
        ))}
      </dl>
      <div class="stack-tight">
        <Button kind="quiet" aria-expanded={raw} onClick={() => setRaw(!raw)}>
          {t(raw ? "report.rawHide" : "report.raw")}
        </Button>
        {raw && <pre class="raw">{JSON.stringify(record, null, 2)}</pre>}
      </div>
      {problem !== null && <Notice tone="care" title={problem} live />}
      <div class="row form-ways">
        <Button kind="primary" disabled={sending} onClick={send}>
          {t(sending ? "report.sending" : "report.send")}
        </Button>
        <Button disabled={sending} onClick={edit}>
          {t("report.edit")}
        </Button>
      </div>
    </section>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </>
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
  "writtenAt",
  "feedVersion",
  "extensionVersion",
  "id",
];

function inWords(t: Text, record: Report, field: keyof Report): string {
  switch (field) {
    case "kind":
      return t(`report.kind.${record.kind}`);
    case "form":
      return record.form === null
        ? t("general.none")
        : (formName(t.language, record.form) ?? record.form);
    case "note":
      return record.note === "" ? t("general.none") : record.note;
    case "writtenAt":
      return momentText(t, Date.parse(record.writtenAt));
    case "feedVersion":
      return record.feedVersion === 0 ? t("list.versionPackaged") : String(record.feedVersion);
    default:
      return record[field];
  }
}
