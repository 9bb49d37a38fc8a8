import { useRef } from "preact/hooks";
import { FORM_GROUPS } from "../../../content/form-groups.ts";
import { MAX_NOTE_LENGTH, type Report } from "../../../core/report/report.ts";
import { Button } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { formName } from "../../../ui/form-name.ts";
import { useText } from "../../../ui/text-context.ts";
import type { Ask } from "../ask-background.ts";
import type { ReportFields } from "./report-fields.ts";
import { useFormTold } from "./use-form-told.ts";
import { useReportText } from "./use-report-text.ts";

/** The form of scam, guessed where it can be, and what happened in the person's own words, which may tell the form. */
export function StoryField({
  kind,
  fields: { form, formGuessed, note },
  change,
  ask,
}: {
  kind: Report["kind"];
  fields: ReportFields;
  ask: Ask;
  change(part: Partial<ReportFields>): void;
}) {
  const t = useText();
  const r = useReportText();
  const select = useRef<HTMLSelectElement>(null);
  const told = useFormTold(ask, kind === "scam" ? note : "");
  const suggested =
    told === null || told === form || (form !== null && !formGuessed)
      ? null
      : formName(t.language, told);
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
              ref={select}
              class="input"
              value={form ?? ""}
              onChange={(event) =>
                change({ form: event.currentTarget.value || null, formGuessed: false })
              }
            >
              <option value="">{r("report.formNone")}</option>
              {FORM_GROUPS.map((group) => (
                <optgroup key={group.id} label={r(`report.formGroup.${group.id}`)}>
                  {group.forms.map((id) => (
                    <option key={id} value={id}>
                      {formName(t.language, id)}
                    </option>
                  ))}
                </optgroup>
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
      {kind === "scam" && (
        <div role="status">
          {suggested !== null && (
            <div class="stack-tight">
              <p>{r("report.formTold", { form: suggested })}</p>
              <Button
                onClick={() => {
                  change({ form: told, formGuessed: false });
                  // The button goes.
                  select.current?.focus();
                }}
              >
                {r("report.formTake")}
              </Button>
            </div>
          )}
        </div>
      )}
    </>
  );
}
