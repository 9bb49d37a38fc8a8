import { type Browser, browser } from "wxt/browser";

export interface OpenTab {
  id: number;
  /** The address that the tab is going to, or shows. */
  url: string;
  /** The tab that opened it, or null. */
  opener: number | null;
  /** True in a private window. */
  inPrivate?: boolean;
}

export interface Tabs {
  all(): Promise<OpenTab[]>;
  /** Null if there is no such tab any more. */
  get(tabId: number): Promise<OpenTab | null>;
  /** True if a tab shows this address, rather than being on its way there. */
  isShowing(tabId: number, url: string): Promise<boolean>;
  /** Opens a tab before the person. */
  openInFront(url: string): Promise<void>;
  /** Opens a small window of its own, or a tab where the browser has no windows. Sizes in CSS pixels. */
  openWindow(url: string, size: { width: number; height: number }): Promise<void>;
  /** Opens a tab in the background. @returns its id */
  openBehind(url: string): Promise<number>;
  /** Does nothing if it is gone. */
  close(tabId: number): Promise<void>;
  /** Closes tabs that a person wants to be out of. Where nothing else is left of a window, a new tab keeps it. */
  leave(tabIds: readonly number[]): Promise<void>;
  /** Silences a tab. */
  mute(tabId: number): Promise<void>;
  /** Sends a tab elsewhere. False if it is gone. */
  go(tabId: number, url: string): Promise<boolean>;
  /** Origin of the page that a tab shows: of "about:blank" that of the page that made it, "null" if none did. Null if it is gone. */
  originOf(tabId: number): Promise<string | null>;
}

export function browserTabs(): Tabs {
  return {
    async all() {
      return (await browser.tabs.query({})).flatMap((tab) => openTab(tab) ?? []);
    },
    async get(tabId) {
      try {
        return openTab(await browser.tabs.get(tabId));
      } catch (error) {
        if (isGone(error)) return null;
        throw error;
      }
    },
    async isShowing(tabId, url) {
      try {
        return (await browser.tabs.get(tabId)).url === url;
      } catch (error) {
        if (isGone(error)) return false;
        throw error;
      }
    },
    async openInFront(url) {
      const { windowId } = await browser.tabs.create({ url });
      await browser.windows.update(windowId, { focused: true });
    },
    async openWindow(url, size) {
      // Firefox for Android has none.
      const windows = browser.windows as typeof browser.windows | undefined;
      if (windows === undefined) await browser.tabs.create({ url });
      else await windows.create({ url, type: "popup", ...size });
    },
    async openBehind(url) {
      const { id } = await browser.tabs.create({ url, active: false });
      if (id === undefined) throw new Error("the browser opened no tab");
      return id;
    },
    async close(tabId) {
      try {
        await browser.tabs.remove(tabId);
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    },
    async leave(tabIds) {
      const going = new Set<number | undefined>(tabIds);
      for (const { id, tabs = [] } of await browser.windows.getAll({ populate: true })) {
        const left = tabs.flatMap((tab) => (going.has(tab.id) ? (tab.id ?? []) : []));
        if (left.length === 0) continue;
        if (left.length === tabs.length && id !== undefined) {
          await browser.tabs.create({ windowId: id });
        }
        await browser.tabs.remove(left);
      }
    },
    async mute(tabId) {
      try {
        await browser.tabs.update(tabId, { muted: true });
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    },
    async go(tabId, url) {
      try {
        await browser.tabs.update(tabId, { url });
        return true;
      } catch (error) {
        if (isGone(error)) return false;
        throw error;
      }
    },
    async originOf(tabId) {
      try {
        const [top] = await browser.scripting.executeScript({
          target: { tabId },
          injectImmediately: true,
          func: () => origin,
        });
        return top?.result ?? null;
      } catch (error) {
        if (isGone(error) || isClosed(error)) return null;
        throw error;
      }
    },
  };
}

function openTab(tab: Browser.tabs.Tab): OpenTab | null {
  const url = tab.pendingUrl || tab.url;
  if (tab.id === undefined || url === undefined) return null;
  return { id: tab.id, url, opener: tab.openerTabId ?? null, inPrivate: tab.incognito };
}

/** "No tab with id: 7." (Chromium), "Invalid tab ID: 7" (Firefox). */
function isGone(error: unknown): boolean {
  return error instanceof Error && /no tab with id|invalid tab id/i.test(error.message);
}

/** 'Cannot access "about:blank"' (Chromium), "Missing host permission for the tab" (Firefox): no page of the web. */
function isClosed(error: unknown): boolean {
  return error instanceof Error && /cannot access|missing host permission/i.test(error.message);
}
