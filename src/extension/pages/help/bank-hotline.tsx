import { useState } from "preact/hooks";
import type { BankHotline } from "../../../core/awareness/bank-hotlines.ts";
import { Field } from "../../../ui/field.tsx";
import { useText } from "../../../ui/text-context.ts";
import { hotlineNote } from "./hotline-note.ts";

/**
 * The number of the person's own bank, which he chooses; of any other bank, where to find it.
 *
 * @param brand the imitated brand: often his own bank, so it is chosen at first
 */
export function BankHotlineView({
  hotlines,
  brand,
}: {
  hotlines: readonly BankHotline[];
  brand: string | null;
}) {
  const t = useText();
  const [chosen, setChosen] = useState(brand);
  const lines = hotlines.filter((line) => line.brand === chosen);
  const banks = [...new Set(hotlines.map((line) => line.brand))];
  return (
    <div class="stack-tight">
      <Field label={t("help.chooseBank")}>
        {(control) => (
          <select
            {...control}
            class="input"
            value={lines.length === 0 ? "" : (chosen ?? "")}
            onChange={(event) => setChosen(event.currentTarget.value || null)}
          >
            <option value="">{t("help.otherBank")}</option>
            {banks.map((bank) => (
              <option key={bank} value={bank}>
                {bank}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div class="stack-tight" role="status">
        {lines.map((line) => (
          <div key={line.number}>
            <p class="hotline numbers">
              {t("help.hotline", { bank: line.brand, number: line.number })}
            </p>
            <p class="small soft">{hotlineNote(t, line)}</p>
          </div>
        ))}
        <p class={lines.length === 0 ? "hotline" : ""}>{t("help.bank")}</p>
      </div>
    </div>
  );
}
