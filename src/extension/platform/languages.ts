import { browser } from "wxt/browser";

/**
 * Languages that the person is likely to read, as BCP 47 tags: the interface's, and those the browser asks pages for. Many
 * browsers in Viet Nam have an English interface.
 */
export function browserLanguages(): readonly string[] {
  return [browser.i18n.getUILanguage(), ...navigator.languages];
}
