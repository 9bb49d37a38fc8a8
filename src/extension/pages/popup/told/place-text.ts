import type { Profile } from "../../../../core/awareness/is-for.ts";
import { PROVINCES } from "../../../../core/settings/province.ts";
import type { ToldText } from "../../../../ui/told-text.ts";

/** Whom alerts are chosen for: "Gia Lai, ngành giáo dục"; the whole country where nobody said anything. */
export function placeText(t: ToldText, { province, sector }: Profile): string {
  const place = PROVINCES.find(({ id }) => id === province)?.name ?? t("told.nationwide");
  return sector === null
    ? place
    : t("told.sectorIn", { place, sector: t(`told.sector.${sector}`) });
}
