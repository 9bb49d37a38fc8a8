import { browser } from "wxt/browser";

/** Who asks, as the browser says: a page or content script can't choose these. */
export interface Sender {
  /** True for the extension's own pages, false for content scripts. */
  own: boolean;
  /** Address of the asking document. */
  url: string;
  /** Origin of the asking document where the browser tells it: that of the opener for about:blank. */
  origin: string | null;
  tabId: number | null;
  /** 0 is the tab's top frame; null outside tabs. */
  frameId: number | null;
  /** Address that the tab shows; null outside tabs. */
  tabUrl: string | null;
  /** True in a private window: nothing of it may be kept. */
  inPrivate: boolean;
}

/**
 * Answers messages of pages and content scripts. Must be called while the background's script first runs.
 *
 * @param answer gives what is sent back; undefined leaves the asker without an answer
 */
export function onMessage(answer: (message: unknown, sender: Sender) => Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message: unknown, from, respond) => {
    const url = from.url ?? "";
    const sender: Sender = {
      own: from.id === browser.runtime.id && url.startsWith(browser.runtime.getURL("/")),
      url,
      origin: from.origin ?? null,
      tabId: from.tab?.id ?? null,
      frameId: from.frameId ?? null,
      tabUrl: from.tab?.url ?? null,
      inPrivate: from.tab?.incognito ?? false,
    };
    answer(message, sender).then(respond, (error: unknown) => {
      // Chromium before 148 can't reject across the port: an unanswered message fails at the asker's side.
      console.error("Tỉnh Táo", error);
      respond(undefined);
    });
    return true;
  });
}
