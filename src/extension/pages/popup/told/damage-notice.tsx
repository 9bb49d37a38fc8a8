import { Notice } from "../../../../ui/notice.tsx";
import { useToldText } from "../../../../ui/told-text.ts";

/** Says that what the feed brought last can't be used, and what is shown in its place. */
export function DamageNotice({ detail }: { detail: string | null }) {
  const t = useToldText();
  if (detail === null) return null;
  return (
    <Notice tone="care" title={t("told.damaged")}>
      <p>{t("told.damagedText")}</p>
      <p class="small soft">{detail}</p>
    </Notice>
  );
}
