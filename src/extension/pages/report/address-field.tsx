import { parseAddress } from "../../../core/host/address.ts";
import { refanged } from "../../../core/host/refanged.ts";
import { Field } from "../../../ui/field.tsx";
import type { ReportFields } from "./report-fields.ts";
import { useReportText } from "./use-report-text.ts";

/** The reported address, and whether what follows its "?" goes along. */
export function AddressField({
  fields: { url, withoutQuery },
  change,
  problem,
}: {
  fields: ReportFields;
  change(part: Partial<ReportFields>): void;
  problem: string | null;
}) {
  const r = useReportText();
  return (
    <>
      <Field label={r("report.url")} hint={r("report.urlHint")} problem={problem}>
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
          <span>{r("report.withoutQuery")}</span>
        </label>
      )}
    </>
  );
}

function hasQuery(url: string): boolean {
  const parsed = parseAddress(refanged(url));
  return parsed.ok && parsed.address.query !== "";
}
