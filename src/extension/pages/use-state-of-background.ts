import { useCallback, useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { State } from "../messages.ts";
import type { AskFailure } from "./ask-background.ts";
import type { PageNeeds } from "./page-needs.ts";

/** The background's state as far as it is known. */
export interface KnownState {
  state: State | null;
  failure: AskFailure | null;
  refresh(): void;
}

/** Milliseconds between two looks; ages in minutes stay true, and a running update is seen to end. */
const PERIOD = 15_000;
const PERIOD_WHILE_UPDATING = 1_000;

/** Asks for the background's state now and again while the page is open. */
export function useStateOfBackground({ ask }: Pick<PageNeeds, "ask">): KnownState {
  const [known, setKnown] = useState<Omit<KnownState, "refresh">>({ state: null, failure: null });
  const refresh = useCallback(() => {
    ask({ type: "state" }).then((asked) =>
      setKnown((before) =>
        asked.ok
          ? { state: asked.answer, failure: null }
          : { state: before.state, failure: asked.failure },
      ),
    );
  }, [ask]);
  const updating = known.state?.list.updating ?? false;
  // Not after the first paint, for which Preact lets effects wait: the answer may still get into it.
  useLayoutEffect(refresh, [refresh]);
  useEffect(() => {
    const timer = setInterval(refresh, updating ? PERIOD_WHILE_UPDATING : PERIOD);
    return () => clearInterval(timer);
  }, [refresh, updating]);
  return { ...known, refresh };
}
