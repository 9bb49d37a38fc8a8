import { browser } from "wxt/browser";
import type { Banner, GuardOrder } from "../guard-orders.ts";

/** The guards in the pages of a tab, as the background speaks to them. */
export interface Guards {
  /** What the top page of a tab shows now, unparsed: whoever took over that page chooses it. Null if nobody answers. */
  collect(tabId: number): Promise<unknown>;
  /** Lets the guards in all frames of a tab warn. False if nobody is there. */
  warn(tabId: number, banner: Banner): Promise<boolean>;
  /** Puts the warning page in place of the top page, without an entry in the tab's history. False if nobody is there. */
  leave(tabId: number, url: string): Promise<boolean>;
}

const TOP = { frameId: 0 };

export function browserGuards(): Guards {
  const tell = async (tabId: number, order: GuardOrder, where = {}): Promise<unknown> => {
    try {
      return (await browser.tabs.sendMessage(tabId, order, where)) ?? null;
    } catch (error) {
      if (isNobodyThere(error)) return null;
      throw error;
    }
  };
  return {
    collect: (tabId) => tell(tabId, { type: "collect" }, TOP),
    async warn(tabId, banner) {
      try {
        // Only pages under warning carry what warns.
        await browser.scripting.executeScript({
          target: { tabId, allFrames: true },
          files: ["/warn.js"],
          injectImmediately: true,
        });
      } catch (error) {
        if (isNobodyThere(error)) return false;
        throw error;
      }
      return (await tell(tabId, { type: "warn", banner })) !== null;
    },
    leave: async (tabId, url) => (await tell(tabId, { type: "leave", url }, TOP)) !== null,
  };
}

/** The page has gone, or has no guard: it is one of the browser's own, or older than this version of the extension. */
function isNobodyThere(error: unknown): boolean {
  return (
    error instanceof Error &&
    /could not establish connection|receiving end does not exist|message (?:port|channel) closed|no tab with id|invalid tab id|back\/forward cache/i.test(
      error.message,
    )
  );
}
