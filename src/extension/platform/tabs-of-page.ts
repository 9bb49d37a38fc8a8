import { browser } from "wxt/browser";

/** Id of the tab that the person looks at in this window, or null if there is none. */
export async function activeTabId(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Whether this page belongs to a private window. */
export async function inPrivateWindow(): Promise<boolean> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.incognito === true;
}

/** Closes the tab that shows this page. The last tab of a window gives way to a new one, so that the window stays. */
export async function closeThisTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) {
    window.close();
    return;
  }
  const others = await browser.tabs.query({ windowId: tab.windowId });
  if (others.length <= 1) await browser.tabs.create({ windowId: tab.windowId });
  await browser.tabs.remove(tab.id);
}

/** Milliseconds after which a page that is still shown did not go back. */
const GONE_BY = 2000;

/**
 * Goes to the page before this one, or closes the tab if there is none.
 *
 * @param pages 2 to leave out the page right before this one
 */
export async function goBackOrClose(pages: 1 | 2): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined || history.length <= pages) return closeThisTab();
  const back = () =>
    // "Cannot find a next page in history.": all the other entries lie ahead of this one.
    browser.tabs.goBack(tab.id).catch(closeThisTab);
  if (pages === 1) return back();
  history.go(-pages);
  // Nothing tells that there are not so many pages.
  setTimeout(back, GONE_BY);
}

/** Shows the settings page in a tab, the one that shows it already if there is one. */
export function openSettings(): void {
  void browser.runtime.openOptionsPage();
}
