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

/** Goes to the page before this one, or closes the tab if there is none. */
export async function goBackOrClose(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined || history.length <= 1) return closeThisTab();
  try {
    await browser.tabs.goBack(tab.id);
  } catch {
    // "Cannot find a next page in history.": all the other entries lie ahead of this one.
    await closeThisTab();
  }
}

/** Shows the settings page in a tab, the one that shows it already if there is one. */
export function openSettings(): void {
  void browser.runtime.openOptionsPage();
}
