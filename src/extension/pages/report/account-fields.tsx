import type { InputHTMLAttributes } from "preact";
import { MAX_ACCOUNTS } from "../../../core/report/report.ts";
import { Button } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import type { ReportFields } from "./report-fields.ts";
import { useReportText } from "./use-report-text.ts";

type Attributes = InputHTMLAttributes<HTMLInputElement>;
type Account = ReportFields["accounts"][number];

const NONE: Account = { number: "", bank: "", holder: "" };

/** Accounts that took the money; the first stands there from the start. */
export function AccountFields({
  accounts,
  change,
  problems,
}: {
  accounts: readonly Account[];
  change(accounts: Account[]): void;
  problems: Readonly<Record<number, string>>;
}) {
  const r = useReportText();
  const shown = accounts.length === 0 ? [NONE] : accounts;
  const set = (i: number, part: Partial<Account>) =>
    change(shown.map((account, j) => (i === j ? { ...account, ...part } : account)));
  const input = (i: number, field: keyof Account, longest: number): Attributes => ({
    class: "input",
    type: "text",
    maxLength: longest,
    autoComplete: "off",
    value: shown[i]?.[field] ?? "",
    onInput: (event) => set(i, { [field]: event.currentTarget.value }),
  });
  return (
    <>
      {shown.map((_, i) => (
        <fieldset key={i} class="group stack-tight">
          <legend class="field-label">{r("report.account")}</legend>
          <Field label={r("report.accountNumber")} problem={problems[i] ?? null}>
            {(control) => <input {...control} {...input(i, "number", 40)} inputMode="numeric" />}
          </Field>
          <Field label={r("report.accountBank")}>
            {(control) => <input {...control} {...input(i, "bank", 60)} />}
          </Field>
          <Field label={r("report.accountHolder")}>
            {(control) => <input {...control} {...input(i, "holder", 60)} />}
          </Field>
          {shown.length > 1 && (
            <Button kind="quiet" onClick={() => change(shown.filter((__, j) => i !== j))}>
              {r("report.accountRemove")}
            </Button>
          )}
        </fieldset>
      ))}
      {shown.length < MAX_ACCOUNTS && accounts.length > 0 && (
        <Button kind="quiet" onClick={() => change([...shown, NONE])}>
          {r("report.accountAdd")}
        </Button>
      )}
    </>
  );
}
