import { SCAM_FORMS } from "../../../content/forms.ts";
import { MAX_NOTE_LENGTH, type Report } from "../../../core/report/report.ts";
import { Field } from "../../../ui/field.tsx";
import { useText } from "../../../ui/text-context.ts";
import type { ReportFields } from "./report-fields.ts";
import { useReportText } from "./use-report-text.ts";

/** The form of scam, guessed where it can be, and what happened in the person's own words. */
export function StoryField({
  kind,
  fields: { form, formGuessed, note },
  change,
}: {
  kind: Report["kind"];
  fields: ReportFields;
  change(part: Partial<ReportFields>): void;
}) {
  const t = useText();
  const r = useReportText();
  return (
    <>
      {kind === "scam" && (
        <Field
          label={r("report.form")}
          note={t("general.optional")}
          {...(formGuessed ? { hint: r("report.formGuessed") } : {})}
        >
          {(control) => (
            <select
              {...control}
              class="input"
              value={form ?? ""}
              onChange={(event) =>
                change({ form: event.currentTarget.value || null, formGuessed: false })
              }
            >
              <option value="">{r("report.formNone")}</option>
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
        label={r("report.note")}
        note={t("general.optional")}
        hint={r(kind === "scam" ? "report.noteHint" : "report.mistakeNoteHint")}
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
                {r("report.noteCount", { count: note.length, limit: MAX_NOTE_LENGTH })}
              </p>
            )}
          </>
        )}
      </Field>
    </>
  );
}
