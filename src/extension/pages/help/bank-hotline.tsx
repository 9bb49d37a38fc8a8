import { useState } from "preact/hooks";
import type { BankHotline } from "../../../core/awareness/bank-hotlines.ts";
import { Field } from "../../../ui/field.tsx";
import { useText } from "../../../ui/text-context.ts";
import { dayText } from "../../../ui/time-text.ts";

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
        {lines.map(({ brand: bank, number, lastConfirmed, notConfirmedSince }) => (
          <div key={number}>
            <p class="hotline numbers">{t("help.hotline", { bank, number })}</p>
            <p class="small soft">
              {notConfirmedSince === null
                ? t("help.hotlineNote", { bank, date: dayText(t, lastConfirmed) })
                : t("help.hotlineOld", { bank, date: dayText(t, notConfirmedSince) })}
            </p>
          </div>
        ))}
        <p class={lines.length === 0 ? "hotline" : ""}>{t("help.bank")}</p>
      </div>
    </div>
  );
}
