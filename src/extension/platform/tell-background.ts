import type { browser } from "wxt/browser";
import type { Request } from "../messages.ts";

/** See guard-link.ts. */
declare const chrome: typeof browser;

/**
 * Tells the background from within a page, once more if it died over it. Only for what does no more when told twice.
 * Never rejects: the extension may have been replaced meanwhile, and the page must not notice.
 */
export async function tellBackground(request: Request): Promise<void> {
  try {
    if (await isHeard(request)) return;
  } catch (error) {
    console.debug(error);
  }
  await isHeard(request).catch((error: unknown) => console.debug(error));
}

async function isHeard(request: Request): Promise<boolean> {
  return ((await chrome.runtime.sendMessage(request)) ?? null) !== null;
}
