import { useCallback, useEffect, useState } from "preact/hooks";
import type { AwarenessState } from "../../../messages.ts";
import type { Asked } from "../../ask-background.ts";
import type { PageNeeds } from "../../page-needs.ts";
import type { KnownState } from "../../use-state-of-background.ts";

/** What people are told, as far as the popup knows it. */
export interface Told {
  asked: Asked<AwarenessState> | null;
  /** Keys of what is marked as new; they stay so while the popup is open. */
  fresh: ReadonlySet<string>;
  /** Number of alerts that are new and were not looked at in this popup either. */
  unseen: number;
  /** Notes that these stand before the person's eyes. */
  show(keys: readonly string[]): void;
  refresh(): void;
}

/**
 * Asks what is to be told, once `ready`, and again when an update has ended.
 *
 * @param ready false until the verdict has been painted: content must not delay it
 */
export function useTold({ ask }: Pick<PageNeeds, "ask">, known: KnownState, ready: boolean): Told {
  const [asked, setAsked] = useState<Asked<AwarenessState> | null>(null);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const refresh = useCallback(() => {
    ask({ type: "awareness" }).then((answer) => {
      setAsked(answer);
      if (answer.ok) setFresh((before) => new Set([...before, ...newKeys(answer.answer)]));
    });
  }, [ask]);

  const updating = known.state?.list.updating ?? false;
  const confirmedAt = known.state?.list.confirmedAt ?? null;
  useEffect(() => {
    if (ready && !updating) refresh();
  }, [ready, updating, confirmedAt, refresh]);

  const show = useCallback(
    (keys: readonly string[]) => {
      const first = keys.filter((key) => fresh.has(key) && !shown.has(key));
      if (first.length === 0) return;
      setShown(new Set([...shown, ...first]));
      // If it fails they are new again the next time; nothing is lost.
      ask({ type: "awareness-shown", keys: first });
    },
    [ask, fresh, shown],
  );

  const alerts = asked?.ok ? asked.answer.alerts : [];
  const unseen = alerts.filter(({ key }) => fresh.has(key) && !shown.has(key)).length;
  return { asked, fresh, unseen, show, refresh };
}

function newKeys({ alerts, tip, theme, campaign }: AwarenessState): string[] {
  return [...alerts, tip, theme, campaign].flatMap((item) => (item?.isNew ? [item.key] : []));
}
