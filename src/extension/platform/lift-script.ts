import { browser } from "wxt/browser";

const ID = "lift";

/** The content script that lifts the shield. The browser forgets it when it ends, so a cold start has none. */
export interface LiftScript {
  register(): Promise<void>;
  registered(): Promise<boolean>;
}

export function chromiumLiftScript(): LiftScript {
  const registered = async () =>
    (await browser.scripting.getRegisteredContentScripts({ ids: [ID] })).length > 0;
  return {
    registered,
    async register() {
      if (await registered()) return;
      await browser.scripting.registerContentScripts([
        {
          id: ID,
          js: ["lift.js"],
          matches: ["<all_urls>"],
          runAt: "document_start",
          allFrames: true,
          matchOriginAsFallback: true,
          persistAcrossSessions: false,
        },
      ]);
    },
  };
}
