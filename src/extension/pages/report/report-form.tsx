import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { SCAM_FORMS } from "../../../content/forms.ts";
import { parseAddress } from "../../../core/host/address.ts";
import {
  MAX_NOTE_LENGTH,
  MAX_REPORTED_URL_LENGTH,
  type Report,
} from "../../../core/report/report.ts";
import { Button } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import type { QueuedReport } from "../../messages.ts";
import { failureText } from "../failure-text.ts";
import type { PageNeeds } from "../page-needs.ts";
import type { KnownState } from "../use-state-of-background.ts";
import { ReportPreview } from "./report-preview.tsx";
import { ReportReceipt } from "./report-receipt.tsx";

/**
 * A report in three steps: write, look at exactly what will be sent, receipt. What was written stays until it is sent.
 *
 * @param url the address to begin with; empty if the person has to give one
 * @param form id of the form of scam to begin with
 */
export function ReportForm({
  kind,
  url: givenUrl,
  form: givenForm,
  needs,
  known,
  children,
}: {
  kind: Report["kind"];
  url: string;
  form: string | null;
  needs: PageNeeds;
  known: KnownState;
  /** What stands below the first step. */
  children?: ComponentChildren;
}) {
  const t = useText();
  const [url, setUrl] = useState(givenUrl);
  const [form, setForm] = useState(givenForm);
  const [note, setNote] = useState("");
  const [urlProblem, setUrlProblem] = useState<string | null>(null);
  const [record, setRecord] = useState<Report | null>(null);
  const [sent, setSent] = useState<QueuedReport | null>(null);
  // One id for one report, however often it is looked at, changed and tried: the hub keeps it once.
  const id = useRef<string | null>(null);
  const { state, failure } = known;

  if (sent) {
    const another = () => {
      id.current = null;
      setUrl("");
      setForm(null);
      setNote("");
      setRecord(null);
      setSent(null);
    };
    return <ReportReceipt queued={sent} {...(kind === "scam" ? { another } : {})} />;
  }
  if (record) {
    return (
      <ReportPreview record={record} ask={needs.ask} edit={() => setRecord(null)} done={setSent} />
    );
  }
  if (state && !state.reportsAccepted) {
    return (
      <div class="stack panel">
        <p>{t("report.notAccepted")}</p>
        {children}
      </div>
    );
  }

  const preview = (event: Event) => {
    event.preventDefault();
    const parsed = parseAddress(url);
    if (!parsed.ok) {
      setUrlProblem(t(`check.${parsed.problem}`));
      return;
    }
    if (parsed.address.url.length > MAX_REPORTED_URL_LENGTH) {
      setUrlProblem(t("report.urlTooLong", { count: MAX_REPORTED_URL_LENGTH }));
      return;
    }
    if (!state) return;
    setUrlProblem(null);
    id.current ??= needs.newId();
    setRecord({
      id: id.current,
      kind,
      url: parsed.address.url,
      form: kind === "scam" ? form : null,
      note: note.trim(),
      writtenAt: new Date(needs.now()).toISOString(),
      feedVersion: state.list.version,
      extensionVersion: state.extensionVersion,
    });
  };

  return (
    <form class="stack panel" onSubmit={preview} noValidate>
      <div class="stack-tight">
        <p class="small soft">{t("report.step", { step: 1 })}</p>
        <h2>{t(kind === "scam" ? "report.scamTitle" : "report.mistakeTitle")}</h2>
        {kind === "false-positive" && <p>{t("report.mistakeText")}</p>}
      </div>
      <Field label={t("report.url")} hint={t("report.urlHint")} problem={urlProblem}>
        {(control) => (
          <input
            {...control}
            class="input input-address"
            type="text"
            inputMode="url"
            autoComplete="off"
            spellcheck={false}
            value={url}
            onInput={(event) => setUrl(event.currentTarget.value)}
          />
        )}
      </Field>
      {kind === "scam" && (
        <Field label={t("report.form")} note={t("general.optional")}>
          {(control) => (
            <select
              {...control}
              class="input"
              value={form ?? ""}
              onChange={(event) => setForm(event.currentTarget.value || null)}
            >
              <option value="">{t("report.formNone")}</option>
              {SCAM_FORMS.map((known) => (
                <option key={known.id} value={known.id}>
                  {known[t.language]}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field
        label={t("report.note")}
        note={t("general.optional")}
        hint={t(kind === "scam" ? "report.noteHint" : "report.mistakeNoteHint")}
      >
        {(control) => (
          <>
            <textarea
              {...control}
              class="input"
              maxLength={MAX_NOTE_LENGTH}
              value={note}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
            {note !== "" && (
              <p class="field-hint numbers">
                {t("report.noteCount", { count: note.length, limit: MAX_NOTE_LENGTH })}
              </p>
            )}
          </>
        )}
      </Field>
      {failure && <Notice tone="care" title={failureText(t, failure)} live />}
      <Button kind="primary" type="submit" disabled={state === null}>
        {t("report.next")}
      </Button>
      <p class="small soft">{t("report.notPolice")}</p>
      {children}
    </form>
  );
}
