import { useCallback, useLayoutEffect, useState } from "preact/hooks";
import type { ContentKind } from "../../../core/awareness/content-kind.ts";
import type { ToldContent } from "../../messages.ts";
import type { Ask, Asked } from "../ask-background.ts";

/** What the background has of one kind of content; null until it has answered. */
export type Told<K extends ContentKind> = Asked<ToldContent<K>> | null;

/** Asks for one kind of content, and again when `retry` is called. */
export function useTold<K extends ContentKind>(
  ask: Ask,
  kind: K,
): { told: Told<K>; retry(): void } {
  const [told, setTold] = useState<Told<K>>(null);
  const retry = useCallback(() => {
    setTold(null);
    // The answer is of the kind that was asked for: see the router.
    ask({ type: "content", kind }).then((asked) => setTold(asked as Told<K>));
  }, [ask, kind]);
  useLayoutEffect(retry, [retry]);
  return { told, retry };
}
