import { browser } from "wxt/browser";
import { LEFT_FOR } from "./left-for.ts";

/** Where a page's process has the extension API; an import does not travel with a function that is sent there. */
declare const chrome: typeof browser;

/**
 * Orders a document to give way to the warning page about an address, without an entry in the tab's history. That it was
 * told to does not mean that it is gone: a page may keep people from leaving it.
 *
 * @param query of the warning page, which gives way to the notice in frames, see warning-query.ts
 * @throws what the browser says if nobody is there
 */
export async function leaveDocument(
  tabId: number,
  frameId: number,
  url: string,
  query = "",
): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    injectImmediately: true,
    func: (leftFor: string, url: string, query: string) => {
      // Only here is the address one that the browser lets a page's frame show.
      const { href } = new URL(`${chrome.runtime.getURL("/warning.html")}${query}#${url}`);
      // The page neither hears of it nor is asked whether people may go.
      Reflect.set(globalThis, Symbol.for(leftFor), href);
      addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true);
      location.replace(href);
    },
    args: [LEFT_FOR.description ?? "", url, query],
  });
}
