import { browser } from "wxt/browser";

/** Address of the warning page, for a document of this extension's content scripts. */
export function warningFor(url: string): string {
  return `${browser.runtime.getURL("/warning.html")}#${url}`;
}
