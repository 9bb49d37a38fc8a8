import { browser } from "wxt/browser";
import type { Request } from "../messages.ts";

/**
 * Sends one request to the background and gives what it answers: undefined if it failed or may not answer this page.
 * Rejects if nobody listens.
 */
export function sendToBackground(request: Request): Promise<unknown> {
  return browser.runtime.sendMessage(request);
}
