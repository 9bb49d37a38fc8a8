import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
import { useText } from "../../../ui/text-context.ts";
import type { Ask } from "../ask-background.ts";
import { FirstAid } from "../help/first-aid.tsx";
import { useReportText } from "./use-report-text.ts";

/** Before any form: the bank's number, then what else is urgent; the report comes after. */
export function LostMoney({
  brand,
  ask,
  write,
  back,
}: {
  brand: string | null;
  ask: Ask;
  write(): void;
  back(): void;
}) {
  const t = useText();
  const r = useReportText();
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <section class="stack panel">
      <h2 tabIndex={-1} ref={title}>
        {r("lost.title")}
      </h2>
      <FirstAid brand={brand} ask={ask} bankFirst />
      <p class="small soft">{r("lost.writeText")}</p>
      <div class="row">
        <Button onClick={write}>{r("lost.write")}</Button>
        <Button onClick={back}>{t("general.back")}</Button>
      </div>
    </section>
  );
}
