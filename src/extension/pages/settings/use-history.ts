import { useCallback, useEffect, useState } from "preact/hooks";
import type { History } from "../../messages.ts";
import type { AskFailure } from "../ask-background.ts";
import type { PageNeeds } from "../page-needs.ts";

export interface KnownHistory {
  history: History | null;
  failure: AskFailure | null;
  refresh(): void;
}

/** What was blocked and which lists came, as it was when the page opened, or was looked at again. */
export function useHistory({ ask }: Pick<PageNeeds, "ask">): KnownHistory {
  const [history, setHistory] = useState<History | null>(null);
  const [failure, setFailure] = useState<AskFailure | null>(null);
  const refresh = useCallback(() => {
    ask({ type: "history" }).then((asked) => {
      if (asked.ok) setHistory(asked.answer);
      setFailure(asked.ok ? null : asked.failure);
    });
  }, [ask]);
  useEffect(refresh, [refresh]);
  // What was blocked in another tab is there when the person comes back to this one.
  useEffect(() => {
    addEventListener("focus", refresh);
    return () => removeEventListener("focus", refresh);
  }, [refresh]);
  return { history, failure, refresh };
}
