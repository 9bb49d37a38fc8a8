import type { browser } from "wxt/browser";

/** See guard-link.ts: for scripts that must not look at the API when they start. */
declare const chrome: typeof browser;

/** Address of the warning page, for a document of this extension's content scripts. */
export function warningFor(url: string): string {
  return `${chrome.runtime.getURL("/warning.html")}#${url}`;
}
