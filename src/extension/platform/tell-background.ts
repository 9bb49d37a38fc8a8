import type { browser } from "wxt/browser";
import type { Request } from "../messages.ts";

/** See guard-link.ts. */
declare const chrome: typeof browser;

/** A background that dies sooner, in milliseconds, was being put to sleep; later, it may have died of the message. */
const SOON = 2_000;

/**
 * Tells the background from within a page, once more if it was just going to sleep. Only for what does no more when told
 * twice. Never rejects: the extension may have been replaced meanwhile, and the page must not notice.
 */
export async function tellBackground(request: Request): Promise<void> {
  const start = performance.now();
  for (let sent = 0; sent < 2 && performance.now() - start <= SOON; sent++) {
    try {
      if (((await chrome.runtime.sendMessage(request)) ?? null) !== null) return;
    } catch (error) {
      console.debug(error);
    }
  }
}
