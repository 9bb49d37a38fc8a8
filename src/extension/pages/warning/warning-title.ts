import type { Verdict } from "../../../core/verdict/verdict.ts";
import { categoryName } from "../../../ui/reason-text.ts";
import type { Text } from "../../../ui/text.ts";

/** What happened, in one line: whom it imitates if that is known, otherwise why it was stopped. */
export function warningTitle(t: Text, { level, source, scope, brand, reasons }: Verdict): string {
  if (brand !== undefined) return t("warning.imitates", { brand });
  if (source === "agency-deny") return t("warning.agency");
  if (level === "warn") return t("warning.suspicious");
  const category = reasons.find((reason) => reason.code === "category")?.category;
  if (category !== undefined) return t("warning.category", { category: categoryName(t, category) });
  return scope === "path" ? t("warning.listedPath") : t("warning.listed");
}
