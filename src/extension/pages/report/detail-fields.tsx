import type { TargetedInputEvent } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { CHANNELS } from "../../../core/report/channel.ts";
import { readAmount } from "../../../core/report/read-amount.ts";
import type { Report } from "../../../core/report/report.ts";
import type { Province } from "../../../core/settings/province.ts";
import { Choice } from "../../../ui/choice.tsx";
import { Field } from "../../../ui/field.tsx";
import { PROVINCE_OPTIONS } from "../../../ui/province-options.ts";
import { useText } from "../../../ui/text-context.ts";
import { AccountFields } from "./account-fields.tsx";
import type { FieldProblems } from "./record-of.ts";
import type { ReportFields } from "./report-fields.ts";
import { useReportText } from "./use-report-text.ts";

/** What helps a reviewer and may all stay empty, folded until it is wanted or holds something. */
export function DetailFields({
  kind,
  open: openAtFirst,
  home,
  fields,
  change,
  problems,
}: {
  kind: Report["kind"];
  open: boolean;
  /** The province of the settings, with which the form begins. */
  home: Province | null;
  fields: ReportFields;
  change(part: Partial<ReportFields>): void;
  problems: FieldProblems;
}) {
  const t = useText();
  const r = useReportText();
  const box = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(openAtFirst || holdsSomething(fields));
  const wrong = Object.keys(problems).some((field) => field !== "url");
  useEffect(() => {
    if (wrong) setOpen(true);
  }, [wrong]);
  // Before it was unfolded there was nothing to go to.
  useLayoutEffect(() => {
    if (!wrong || !open || problems.url !== undefined) return;
    box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [wrong, open, problems]);
  const isScam = kind === "scam";
  /** Ties an input to a field. */
  const bound = (field: TextField, longest?: number) => ({
    class: "input",
    autoComplete: "off",
    value: fields[field],
    onInput: (event: TargetedInputEvent<HTMLInputElement>) =>
      change({ [field]: event.currentTarget.value }),
    ...(longest === undefined ? {} : { maxLength: longest }),
  });
  const lost = readAmount(fields.lost);

  return (
    <details
      class="details"
      ref={box}
      open={open}
      onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary>
        {r("report.more")} <span class="field-optional">({t("general.optional")})</span>
      </summary>
      {open && (
        <div class="stack">
          <p class="small soft">{r("report.moreHint")}</p>
          {isScam && (
            <>
              <Field label={r("report.arrivedBy")}>
                {(control) => (
                  <Choice
                    control={control}
                    none={r("report.channel.none")}
                    options={CHANNELS.map((channel) => ({
                      value: channel,
                      label: r(`report.channel.${channel}`),
                    }))}
                    chosen={fields.arrivedBy}
                    choose={(arrivedBy) => change({ arrivedBy })}
                  />
                )}
              </Field>
              <Field label={r("report.impersonated")} hint={r("report.impersonatedHint")}>
                {(control) => <input {...control} type="text" {...bound("impersonated", 100)} />}
              </Field>
              <Field
                label={r("report.phones")}
                hint={r("report.phonesHint")}
                problem={problems.phones ?? null}
              >
                {(control) => (
                  <input {...control} type="text" {...bound("phones", 200)} inputMode="tel" />
                )}
              </Field>
              <AccountFields
                accounts={fields.accounts}
                change={(accounts) => change({ accounts })}
                problems={problems.accounts ?? {}}
              />
              <Field
                label={r("report.lost")}
                hint={r("report.lostHint")}
                problem={problems.lost ?? null}
              >
                {(control) => (
                  <>
                    <input {...control} type="text" {...bound("lost", 40)} inputMode="decimal" />
                    {lost !== null && (
                      <p class="small numbers">
                        {r("report.lostRead", { amount: t.number(lost) })}
                      </p>
                    )}
                  </>
                )}
              </Field>
              <div class="field-pair">
                <Field label={r("report.happenedOn")} problem={problems.happenedOn ?? null}>
                  {(control) => <input {...control} type="date" {...bound("happenedOn")} />}
                </Field>
                <Field label={r("report.happenedTime")}>
                  {(control) => <input {...control} type="time" {...bound("happenedTime")} />}
                </Field>
              </div>
              <Field label={r("report.commune")}>
                {(control) => <input {...control} type="text" {...bound("commune", 80)} />}
              </Field>
              <Field
                label={r("report.province")}
                {...(home !== null && home === fields.province
                  ? { hint: r("report.provinceHome") }
                  : {})}
              >
                {(control) => (
                  <Choice
                    control={control}
                    none={r("report.provinceNone")}
                    options={PROVINCE_OPTIONS}
                    chosen={fields.province}
                    choose={(province) => change({ province })}
                  />
                )}
              </Field>
            </>
          )}
          <Field label={r("report.contact")} hint={r("report.contactHint")}>
            {(control) => <input {...control} type="text" {...bound("contact", 120)} />}
          </Field>
          {isScam && fields.evidence !== null && (
            <label class="tick">
              <input
                type="checkbox"
                checked={fields.withEvidence}
                onChange={(event) => change({ withEvidence: event.currentTarget.checked })}
              />
              <span>{r("report.evidence")}</span>
            </label>
          )}
        </div>
      )}
    </details>
  );
}

type TextField =
  | "impersonated"
  | "phones"
  | "lost"
  | "happenedOn"
  | "happenedTime"
  | "commune"
  | "contact";

/** What somebody wrote, or another part of the popup brought; not what is known of the page itself. */
function holdsSomething({ phones, accounts, lost, commune, contact, ...more }: ReportFields) {
  return (
    [phones, lost, commune, contact, more.happenedOn].some((text) => text !== "") ||
    accounts.length > 0 ||
    more.arrivedBy !== null
  );
}
