import type { browser } from "wxt/browser";

const XHTML = "http://www.w3.org/1999/xhtml";

/** See guard-link.ts. */
declare const chrome: typeof browser;

/**
 * The shadow tree of an element, open or closed; null if it has none.
 *
 * Chromium: https://developer.chrome.com/docs/extensions/reference/api/dom; Firefox: a property of every element.
 */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (import.meta.env.FIREFOX) {
    const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
    return openOrClosedShadowRoot ?? null;
  }
  if (element.namespaceURI !== XHTML) return null;
  return chrome.dom.openOrClosedShadowRoot(element as HTMLElement) as ShadowRoot | null;
}
