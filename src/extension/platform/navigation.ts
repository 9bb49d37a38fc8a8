import { browser } from "wxt/browser";

export interface Navigation {
  tabId: number;
  frameId: number;
  url: string;
}

/** Navigations to chosen hosts. The browser keeps the filter, so that other pages wake nothing. */
export interface Navigations {
  /** Replaces the hosts that are watched: exact hosts, without sub-domains. */
  watch(hosts: readonly string[], listener: (navigation: Navigation) => void): void;
}

export function browserNavigations(): Navigations {
  let stop: (() => void) | null = null;
  return {
    watch(hosts, listener) {
      stop?.();
      stop = null;
      if (hosts.length === 0) return;
      const filter = { url: hosts.map((host) => ({ hostEquals: host })) };
      const hear = ({ tabId, frameId, url }: Navigation) => listener({ tabId, frameId, url });
      browser.webNavigation.onBeforeNavigate.addListener(hear, filter);
      // Single-page sites change their address without loading anything.
      browser.webNavigation.onHistoryStateUpdated.addListener(hear, filter);
      stop = () => {
        browser.webNavigation.onBeforeNavigate.removeListener(hear);
        browser.webNavigation.onHistoryStateUpdated.removeListener(hear);
      };
    },
  };
}
