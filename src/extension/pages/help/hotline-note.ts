import type { BankHotline } from "../../../core/awareness/bank-hotlines.ts";
import type { Text } from "../../../ui/text.ts";
import { dayText } from "../../../ui/time-text.ts";

/** Who gave a bank's number and when; that nobody has confirmed it since, or that the day is not known. */
export function hotlineNote(
  t: Text,
  { brand: bank, lastConfirmed, notConfirmedSince }: Omit<BankHotline, "number">,
): string {
  if (lastConfirmed === null) return t("help.hotlineUndated", { bank });
  return notConfirmedSince === null
    ? t("help.hotlineNote", { bank, date: dayText(t, lastConfirmed) })
    : t("help.hotlineOld", { bank, date: dayText(t, notConfirmedSince) });
}
