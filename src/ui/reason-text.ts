import type { Reason } from "../core/verdict/verdict.ts";
import { asksText, concealText, pressureText, sinkText } from "./evidence-text.ts";
import { formName } from "./form-name.ts";
import { shownAddress } from "./shown-address.ts";
import type { Text } from "./text.ts";
import { dayText, timeOfDayText } from "./time-text.ts";

/**
 * The reasons of a verdict in sentences, in their order. A form of scam that this version does not know is left out.
 */
export function reasonTexts(t: Text, reasons: readonly Reason[]): string[] {
  const category = reasons.find((reason) => reason.code === "category")?.category ?? null;
  // Two signs may be one thing to a person.
  return [...new Set(reasons.flatMap((reason) => reasonText(t, reason, category) ?? []))];
}

function reasonText(t: Text, reason: Reason, category: string | null): string | null {
  switch (reason.code) {
    case "listed":
      return listedText(t, reason, category);
    case "category":
      return t("reason.category", { category: categoryName(t, reason.category) });
    case "form": {
      const form = formName(t.language, reason.form);
      return form === null ? null : t("reason.form", { form });
    }
    case "imitates":
      return t("reason.imitates", { brand: reason.brand });
    case "agency-deny":
      return t("reason.agency-deny", { entry: reason.entry });
    case "agency-allow":
      return t("reason.agency-allow", { entry: reason.entry });
    case "override":
      return t("reason.override", { time: timeOfDayText(t, reason.until) });
    case "official":
      return t("reason.official", { organisation: reason.organisation, domain: reason.domain });
    case "user-content":
      return t("reason.user-content", { organisation: reason.organisation, domain: reason.domain });
    case "look-alike":
      return reason.brand === null
        ? t("reason.lookAlikeEnding", { label: shownAddress(reason.label) })
        : t("reason.lookAlike", { brand: reason.brand, label: shownAddress(reason.label) });
    case "wording":
      return t(`reason.wording.${reason.wording}`);
    case "brand-elsewhere":
      return t("reason.brand-elsewhere", { brand: reason.brand });
    case "disguised-letters":
      return t("reason.disguised-letters");
    case "like-scam-messages":
      return t("reason.like-scam-messages");
    case "page-identity":
      return t("reason.page-identity", { name: reason.name });
    case "page-asks":
      return asksText(t, reason.asks);
    case "page-sink":
      return sinkText(t, reason);
    case "page-conceals":
      return concealText(t, reason.sign);
    case "page-presses":
      return pressureText(t, reason.sign);
    case "page-host":
      return t(reason.sign === "bare-ip" ? "reason.page-host.bare-ip" : "reason.page-host.buried");
    case "page-unchecked":
      return t("reason.page-unchecked");
    case "before-at":
      return t("reason.before-at", {
        shown: reason.shown,
        host: shownAddress(reason.host),
      });
    case "capital-i":
      return t("reason.capital-i", { shown: reason.shown, host: shownAddress(reason.host) });
    case "short-link":
      return t("reason.short-link");
    case "state-ending":
      return t("reason.state-ending");
    case "plea":
      return t("reason.plea");
    case "vote":
      return t("reason.vote");
    case "nothing-known":
      return t("reason.nothing-known");
  }
}

function listedText(
  t: Text,
  { entry, scope, publisher, since }: Extract<Reason, { code: "listed" }>,
  category: string | null,
): string {
  const date = since === null ? null : dayText(t, since);
  if (scope === "path") {
    const host = entry.split("/", 1)[0] ?? entry;
    return date === null
      ? t("reason.listedPath", { publisher, host })
      : t("reason.listedPathSince", { publisher, host, date });
  }
  if (category !== null) {
    const name = categoryName(t, category);
    return date === null
      ? t("reason.listedCategory", { publisher, category: name })
      : t("reason.listedCategorySince", { publisher, category: name, date });
  }
  return date === null
    ? t("reason.listed", { publisher })
    : t("reason.listedSince", { publisher, date });
}

/** A category in words; one that this version does not know goes by its id. */
export function categoryName(t: Text, category: string): string {
  return category === "gambling" ? t("category.gambling") : category;
}
