import type { browser } from "wxt/browser";
import type { Answer } from "../messages.ts";

/**
 * The name under which both browsers have the API, promises and all. Not WXT's: that looks at it when the script is
 * loaded, and the first look in a page costs 0.4 ms (Chromium 156), which most pages need never spend.
 */
declare const chrome: typeof browser;

// The few words that the guard exchanges with the background: functions, not an object, of which every page would pay for
// the names. No polyfill: this goes into every page.

/**
 * @param url address of this document, or the one that it came with
 * @param fromWorker whether a service worker may have stood in for the network
 */
export function ask(url: string, fromWorker: boolean): Promise<Answer<"shield"> | undefined> {
  return chrome.runtime.sendMessage({ type: "shield", url, fromWorker });
}

/** Asks the background to have this document scanned before it has come to its end. */
export function scanEarly(): void {
  chrome.runtime.sendMessage({ type: "scan-early" }).catch(console.debug);
}

/** True once the extension that this script belongs to was replaced, disabled or removed: nobody answers any more. */
export function isOrphaned(): boolean {
  return chrome.runtime?.id === undefined;
}
