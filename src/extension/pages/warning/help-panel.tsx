import { Button } from "../../../ui/button.tsx";
import { useText } from "../../../ui/text-context.ts";
import type { Ask } from "../ask-background.ts";
import { FirstAid } from "../help/first-aid.tsx";
import { FocusedTitle } from "./focused-title.tsx";

/**
 * What to do after money or a password is gone.
 *
 * @param brand see FirstAid
 * @param report leads on to the report
 */
export function HelpPanel({
  brand,
  ask,
  report,
}: {
  brand: string | null;
  ask: Ask;
  report(): void;
}) {
  const t = useText();
  return (
    <section class="panel stack">
      <FocusedTitle level={2}>{t("help.title")}</FocusedTitle>
      <FirstAid brand={brand} ask={ask} />
      <div>
        <Button onClick={report}>{t("help.report")}</Button>
      </div>
    </section>
  );
}
