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
import type { ReportDraft } from "../../platform/report-drafts.ts";
import { failureText } from "../failure-text.ts";
import type { PageNeeds } from "../page-needs.ts";
import type { KnownState } from "../use-state-of-background.ts";
import { emptyFields, type ReportFields } from "./report-fields.ts";
import { ReportPreview } from "./report-preview.tsx";
import { ReportReceipt } from "./report-receipt.tsx";

/**
 * A report in three steps: write, look at exactly what will be sent, receipt. What was written stays until it is sent.
 *
 * @param url the address to begin with; empty if the person has to give one
 */
export function ReportForm({
  kind,
  url: givenUrl,
  needs,
  known,
  begun = null,
  sent: alreadySent = null,
  keep,
  discard,
  children,
}: {
  kind: Report["kind"];
  url: string;
  needs: PageNeeds;
  known: KnownState;
  /** What was written the last time. */
  begun?: ReportDraft | null;
  /** A report that was sent the last time and whose receipt is still to be shown. */
  sent?: QueuedReport | null;
  /** Keeps what is written at each change, or null once there is nothing more to keep. */
  keep?(draft: ReportDraft | null): void;
  /** Throws away what was begun. */
  discard?(): void;
  /** What stands below the first step. */
  children?: ComponentChildren;
}) {
  const t = useText();
  const [isDraft, setIsDraft] = useState(begun !== null);
  const [fields, setFields] = useState<ReportFields>(begun ?? emptyFields(givenUrl));
  const [urlProblem, setUrlProblem] = useState<string | null>(null);
  const [record, setRecord] = useState<Report | null>(null);
  const [sent, setSent] = useState(alreadySent);
  // One id for one report, however often it is looked at, changed and tried: the hub keeps it once.
  const id = useRef(begun?.id ?? null);
  const { state, failure } = known;
  const { url, form, note, withoutQuery } = fields;

  const change = (part: Partial<ReportFields>) => {
    const next = { ...fields, ...part };
    setFields(next);
    keep?.({ ...next, id: id.current });
  };
  const done = (queued: QueuedReport) => {
    keep?.(null);
    setIsDraft(false);
    setSent(queued);
  };

  if (sent) {
    const another = () => {
      id.current = null;
      setFields(emptyFields(""));
      setRecord(null);
      setSent(null);
    };
    return <ReportReceipt queued={sent} {...(kind === "scam" ? { another } : {})} />;
  }
  if (record) {
    return (
      <ReportPreview record={record} ask={needs.ask} edit={() => setRecord(null)} done={done} />
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
    const reported = withoutQuery ? beforeQuery(parsed.address.url) : parsed.address.url;
    if (reported.length > MAX_REPORTED_URL_LENGTH) {
      setUrlProblem(t("report.urlTooLong", { count: MAX_REPORTED_URL_LENGTH }));
      return;
    }
    if (!state) return;
    setUrlProblem(null);
    id.current ??= needs.newId();
    keep?.({ ...fields, id: id.current });
    setRecord({
      id: id.current,
      kind,
      url: reported,
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
      {isDraft && (
        <Notice tone="plain" title={t("report.draft")}>
          <p>{t("report.draftText")}</p>
          <Button onClick={discard}>{t("report.draftDiscard")}</Button>
        </Notice>
      )}
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
            onInput={(event) => change({ url: event.currentTarget.value })}
          />
        )}
      </Field>
      {hasQuery(url) && (
        <label class="tick">
          <input
            type="checkbox"
            checked={withoutQuery}
            onChange={(event) => change({ withoutQuery: event.currentTarget.checked })}
          />
          <span>{t("report.withoutQuery")}</span>
        </label>
      )}
      {kind === "scam" && (
        <Field label={t("report.form")} note={t("general.optional")}>
          {(control) => (
            <select
              {...control}
              class="input"
              value={form ?? ""}
              onChange={(event) => change({ form: event.currentTarget.value || null })}
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
              onInput={(event) => change({ note: event.currentTarget.value })}
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
      <div class="form-ways">
        <Button kind="primary" wide type="submit" disabled={state === null}>
          {t("report.next")}
        </Button>
      </div>
      <p class="small soft">{t("report.notPolice")}</p>
      {children}
    </form>
  );
}

function hasQuery(url: string): boolean {
  const parsed = parseAddress(url);
  return parsed.ok && parsed.address.query !== "";
}

function beforeQuery(url: string): string {
  return url.split("?", 1)[0] ?? url;
}
