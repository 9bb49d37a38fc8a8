import type { Text } from "../../../ui/text.ts";
import { ageText } from "../../../ui/time-text.ts";
import type { ListState } from "../../messages.ts";

const MINUTE = 60_000;

/**
 * How old the list is, in plain words. What counts is when the feed last confirmed it; a list that came with the
 * package and was never confirmed counts from the day it was made.
 */
export function listAge(t: Text, { confirmedAt, madeAt }: ListState, now: number): string {
  const at = confirmedAt ?? madeAt;
  if (at === null) return t("list.ageNone");
  return now - at < MINUTE ? t("list.ageNow") : t("list.age", { age: ageText(t, now - at) });
}
