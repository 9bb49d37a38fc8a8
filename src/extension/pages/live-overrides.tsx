import { useEffect, useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { shownAddress } from "../../ui/shown-address.ts";
import { useText } from "../../ui/text-context.ts";
import { timeOfDayText } from "../../ui/time-text.ts";
import type { LiveOverride } from "../messages.ts";
import type { Asked } from "./ask-background.ts";
import { failureText } from "./failure-text.ts";
import type { PageNeeds } from "./page-needs.ts";

/** Blocked sites that are open for a while, each to be closed again. */
export function LiveOverrides({
  needs,
  changed,
  none,
}: {
  needs: Pick<PageNeeds, "ask" | "now">;
  changed(): void;
  /** What is said where nothing is open. Without it they stand in a card of their own, or nothing does. */
  none?: string;
}) {
  const t = useText();
  const { ask } = needs;
  const [asked, setAsked] = useState<Asked<LiveOverride[]> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    ask({ type: "overrides" }).then(setAsked);
  }, [ask]);

  const revoke = async (entry: string) => {
    const done = await ask({ type: "revoke-override", entry });
    setProblem(done.ok ? null : failureText(t, done.failure));
    setAsked(await ask({ type: "overrides" }));
    changed();
  };

  if (problem === null && asked?.ok !== true) return null;
  const live = asked?.ok ? asked.answer.filter(({ until }) => until > needs.now()) : [];
  if (problem === null && live.length === 0) return none === undefined ? null : <p>{none}</p>;
  const list = (
    <>
      {problem !== null && <Notice tone="care" title={problem} live />}
      <ul class="plain-list">
        {live.map(({ entry, tabId, until }) => (
          <li key={`${tabId} ${entry}`} class="override">
            <span>
              <bdi class="address address-domain">{shownAddress(entry)}</bdi>{" "}
              <span class="small soft numbers">
                {t("site.overrideUntil", { time: timeOfDayText(t, until) })}
              </span>
            </span>
            <Button
              aria-label={t("site.revokeHost", { host: shownAddress(entry) })}
              onClick={() => revoke(entry)}
            >
              {t("site.revoke")}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
  return none === undefined ? <Card title={t("site.overrides")}>{list}</Card> : list;
}
