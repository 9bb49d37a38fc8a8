import type { Request } from "../messages.ts";
import type { Ask } from "./ask-background.ts";

/** Asks before the page is drawn what it will ask at once: waking the background takes longer than drawing. */
export interface AskAhead {
  /** Whoever asks the same for the first time gets the answer that is on its way. */
  ask: Ask;
  ahead(request: Request): void;
}

export function createAskAhead(ask: Ask): AskAhead {
  const begun = new Map<string, ReturnType<Ask>>();
  return {
    ahead(request) {
      begun.set(JSON.stringify(request), ask(request));
    },
    ask: ((request: Request) => {
      const key = JSON.stringify(request);
      const early = begun.get(key);
      begun.delete(key);
      return early ?? ask(request);
    }) as Ask,
  };
}
