import { useState } from "preact/hooks";
import { BANK_HOTLINES } from "../../../content/bank-hotlines.ts";
import { FIRST_AID } from "../../../content/first-aid.ts";
import { Button } from "../../../ui/button.tsx";
import { useText } from "../../../ui/text-context.ts";
import { dayText } from "../../../ui/time-text.ts";
import { FocusedTitle } from "./focused-title.tsx";

/** Steps shown at first: as far as the police. */
const FIRST_STEPS = 6;

/**
 * What to do after money or a password is gone, bank first.
 *
 * @param brand the imitated brand: if it is a bank whose number is confirmed, the number is shown
 */
export function HelpPanel({ brand }: { brand: string | null }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const hotline = BANK_HOTLINES.find((line) => line.brand === brand);
  return (
    <section class="panel stack">
      <FocusedTitle level={2}>{t("help.title")}</FocusedTitle>
      <ol class="steps">
        {FIRST_AID.slice(0, all ? undefined : FIRST_STEPS).map((step) => {
          const { title, text } = step[t.language];
          return (
            <li key={title}>
              <strong>{title}</strong> {text}
              {step.about === "bank" && (
                <>
                  <p class="hotline">{t("help.bank")}</p>
                  {hotline && (
                    <>
                      <p class="hotline numbers">
                        {t("help.hotline", { bank: hotline.brand, number: hotline.number })}
                      </p>
                      <p class="small soft">
                        {t("help.hotlineNote", {
                          bank: hotline.brand,
                          date: dayText(t, hotline.lastConfirmed),
                        })}
                      </p>
                    </>
                  )}
                </>
              )}
            </li>
          );
        })}
      </ol>
      <Button kind="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
        {t(all ? "help.less" : "help.more")}
      </Button>
      <p class="no-fee">{t("help.noFee")}</p>
    </section>
  );
}
