import type { browser } from "wxt/browser";

/** See guard-link.ts: for scripts that must not look at the API when they start. */
declare const chrome: typeof browser;

/**
 * Languages that the person is likely to read, as BCP 47 tags: the interface's, and those the browser asks pages for. Many
 * browsers in Viet Nam have an English interface.
 */
export function browserLanguages(): readonly string[] {
  return [chrome.i18n.getUILanguage(), ...navigator.languages];
}
