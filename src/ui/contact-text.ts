import type { ContactReason } from "../core/contact/judge-contact.ts";
import type { CheckText } from "./check-text.ts";
import { formName } from "./form-name.ts";
import type { Text } from "./text.ts";
import { dayText } from "./time-text.ts";

/** The reasons of a verdict on a number in sentences. A form of scam that this version does not know is left out. */
export function contactReasonTexts(
  t: Text,
  c: CheckText,
  reasons: readonly ContactReason[],
): string[] {
  return reasons.flatMap((reason) => sentence(t, c, reason) ?? []);
}

function sentence(t: Text, c: CheckText, reason: ContactReason): string | null {
  switch (reason.code) {
    case "listed":
      return listed(t, c, reason);
    case "form": {
      const form = formName(t.language, reason.form);
      return form === null ? null : t("reason.form", { form });
    }
    case "note":
      return c("number.reason.note", { note: reason.note });
    case "other-bank":
      return c("number.reason.other-bank", { bank: reason.bank, source: reason.source });
    case "imitates":
      return c("number.reason.imitates", { number: reason.number, name: reason.name[t.language] });
    case "official":
    case "said-official":
      if (reason.confirmed === null) {
        return c("number.reason.officialUndated", { purpose: reason.purpose[t.language] });
      }
      return c(reason.stale ? "number.reason.officialStale" : "number.reason.official", {
        purpose: reason.purpose[t.language],
        date: dayText(t, reason.confirmed),
      });
    case "foreign":
      return c("number.reason.foreign", { place: placeText(t, reason) });
    case "premium":
    case "short":
    case "odd":
    case "nothing-known":
    case "no-list":
      return c(`number.reason.${reason.code}`);
  }
}

function listed(
  t: Text,
  c: CheckText,
  { bank, source, since }: Extract<ContactReason, { code: "listed" }>,
): string {
  if (since === null) {
    return bank === null
      ? c("number.reason.listed", { source })
      : c("number.reason.listedBank", { bank, source });
  }
  const date = dayText(t, since);
  return bank === null
    ? c("number.reason.listedSince", { date, source })
    : c("number.reason.listedBankSince", { bank, date, source });
}

/** "Campuchia, +855". */
function placeText(
  { language }: Text,
  { callingCode, region }: Extract<ContactReason, { code: "foreign" }>,
): string {
  const names = new Intl.DisplayNames(language, { type: "region" });
  const name = region === null ? undefined : names.of(region);
  return name === undefined ? callingCode : `${name}, ${callingCode}`;
}
