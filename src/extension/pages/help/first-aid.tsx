import { useState } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
import { useText } from "../../../ui/text-context.ts";
import type { Ask } from "../ask-background.ts";
import { BankHotlineView } from "./bank-hotline.tsx";
import { useHelp } from "./use-help.ts";

/** Steps shown at first: as far as the police. */
const FIRST_STEPS = 6;

/**
 * What to do after money or a password is gone, bank first.
 *
 * @param brand the imitated brand: if it is a bank whose number is confirmed, that number is shown at once
 * @param bankFirst the number stands above all else, where little of the page is in sight
 */
export function FirstAid({
  brand,
  ask,
  bankFirst = false,
}: {
  brand: string | null;
  ask: Ask;
  bankFirst?: boolean;
}) {
  const t = useText();
  const [all, setAll] = useState(false);
  const { steps, hotlines } = useHelp(ask, t.language);
  const hotline = <BankHotlineView hotlines={hotlines} brand={brand} />;
  return (
    <>
      {bankFirst && <div class="bank-first">{hotline}</div>}
      <ol class="steps">
        {steps.slice(0, all ? undefined : FIRST_STEPS).map(({ title, text, isBank }) => (
          <li key={title}>
            <div class="stack-tight">
              <p>
                <strong>{title}</strong> {text}
              </p>
              {isBank && !bankFirst && hotline}
            </div>
          </li>
        ))}
      </ol>
      <Button kind="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
        {t(all ? "help.less" : "help.more")}
      </Button>
      <p class="no-fee">{t("help.noFee")}</p>
    </>
  );
}
