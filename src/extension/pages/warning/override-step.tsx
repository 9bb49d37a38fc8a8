import { useEffect, useState } from "preact/hooks";
import type { Address } from "../../../core/host/address.ts";
import type { Verdict } from "../../../core/verdict/verdict.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { shownAddress } from "../../../ui/shown-address.ts";
import { useText } from "../../../ui/text-context.ts";
import { useIntoView } from "../../../ui/use-into-view.ts";
import type { Ask } from "../ask-background.ts";
import { failureText } from "../failure-text.ts";
import { FocusedTitle } from "./focused-title.tsx";
import { useAttended } from "./use-attended.ts";

/** Time to think, in seconds. */
const WAIT = 3;

/** The second step before going on: what may be lost, what is opened, and a wait. */
export function OverrideStep({
  address,
  verdict,
  minutes,
  ask,
  open,
  stay,
}: {
  address: Address;
  verdict: Verdict;
  minutes: number;
  ask: Ask;
  open(url: string): void;
  stay(): void;
}) {
  const t = useText();
  const [left, setLeft] = useState(WAIT);
  const [opening, setOpening] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const attended = useAttended();
  // Its title alone takes the focus; the choice below it must be in sight too.
  const section = useIntoView<HTMLElement>();

  useEffect(() => {
    if (!attended) setLeft(WAIT);
    if (!attended || left === 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left, attended]);

  const listed = verdict.reasons.find((reason) => reason.code === "listed");
  // As the background does: of a page that is listed by itself, no other page of its host is opened.
  const opened = verdict.scope === "path" && listed ? listed.entry : address.host;

  const goOn = async () => {
    setOpening(true);
    setProblem(null);
    const asked = await ask({ type: "override", url: address.url });
    if (asked.ok && asked.answer.ok) {
      open(address.url);
      return;
    }
    setOpening(false);
    if (!asked.ok) setProblem(failureText(t, asked.failure));
    else if (!asked.answer.ok) setProblem(t(`override.${asked.answer.problem}`));
  };

  return (
    <section class="panel panel-care stack" ref={section}>
      <FocusedTitle level={2}>{t("override.title")}</FocusedTitle>
      <p>{t("override.loss")}</p>
      <p>{t("override.typeNothing")}</p>
      <p class="soft">{t("override.limits", { host: shownAddress(opened), count: minutes })}</p>
      {problem !== null && <Notice tone="care" title={problem} live />}
      <div class="row">
        <Button kind="primary" onClick={stay}>
          {t("override.stay")}
        </Button>
        <Button disabled={left > 0 || opening} onClick={goOn}>
          {opening
            ? t("override.opening")
            : left > 0
              ? t("override.wait", { count: left })
              : t("override.go")}
        </Button>
      </div>
      <p class="hearing-only" role="status">
        {left === 0 && !opening && t("override.go")}
      </p>
    </section>
  );
}
