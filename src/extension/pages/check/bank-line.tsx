import type { Hotline } from "../../../core/awareness/contact-points.ts";
import { useText } from "../../../ui/text-context.ts";
import { hotlineNote } from "../help/hotline-note.ts";
import { useCheckText } from "./use-check-text.ts";

/** Whom to call when money is gone: the number on the card, and the bank's own where it is confirmed. */
export function BankLine({ hotline }: { hotline: Hotline | null }) {
  const t = useText();
  const c = useCheckText();
  return (
    <div class="check-line">
      <p>{c("check.callBank")}</p>
      {hotline !== null && (
        <>
          <p class="numbers">
            {t("help.hotline", { bank: hotline.name[t.language], number: hotline.number })}
          </p>
          <p class="small soft">
            {hotlineNote(t, { ...hotline, brand: hotline.name[t.language] })}
          </p>
        </>
      )}
    </div>
  );
}
