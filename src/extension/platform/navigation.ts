import { type Browser, browser } from "wxt/browser";

export interface Navigation {
  tabId: number;
  frameId: number;
  url: string;
}

/** Hosts by their text: exactly `equals`, or with this beginning and end. */
export type HostFilter = { equals: string } | { prefix?: string; suffix: string };

/**
 * Navigations to chosen hosts. The browser keeps the filter, so that other pages wake nothing. An event that wakes the
 * background is lost to it, because these listeners can't be there in its first moment: what a background does at its
 * start has to cover that.
 */
export interface Navigations {
  /**
   * Replaces what is watched. "begun": before the request; "shown": once it is in place in a tab; "framed": once it is in
   * place in a frame; "changed": when a page, in a tab or in a frame, changes its address without loading anything.
   */
  watch(
    moment: "begun" | "shown" | "framed" | "changed",
    hosts: readonly HostFilter[],
    listener: (navigation: Navigation) => void,
  ): void;
  /** Tells of each frame with this beginning of its address. To be called while the background's script first runs. */
  frames(prefix: string, listener: (navigation: Navigation) => void): void;
  /**
   * Tells of each page with this beginning of its address that comes into a tab, and whether a page led there, not the
   * person by typing or a bookmark. To be called while the background's script first runs, so that no event is lost.
   */
  arrivals(prefix: string, listener: (tabId: number, led: boolean) => void): void;
}

/** https://developer.chrome.com/docs/extensions/reference/api/history#transition_types */
const LED = new Set(["link", "form_submit"]);

function eventOf(moment: "begun" | "shown" | "framed" | "changed") {
  const { onBeforeNavigate, onHistoryStateUpdated, onCommitted } = browser.webNavigation;
  if (moment === "begun") return onBeforeNavigate;
  return moment === "changed" ? onHistoryStateUpdated : onCommitted;
}

export function browserNavigations(kind: "chromium" | "firefox"): Navigations {
  // Firefox forgets what is watched when it puts the background to sleep: any page that changes its own address wakes it,
  // as every request does there, and a background that starts looks at all tabs.
  if (kind === "firefox") browser.webNavigation.onHistoryStateUpdated.addListener(() => undefined);
  const stops = new Map<string, () => void>();
  return {
    watch(moment, hosts, listener) {
      stops.get(moment)?.();
      stops.delete(moment);
      if (hosts.length === 0) return;
      const event = eventOf(moment);
      const inFrame = moment === "framed";
      const hear = ({ tabId, frameId, url }: Navigation) => {
        if (!inFrame || frameId !== 0) listener({ tabId, frameId, url });
      };
      event.addListener(hear, { url: hosts.map(urlFilter) });
      stops.set(moment, () => event.removeListener(hear));
    },
    frames(prefix, listener) {
      browser.webNavigation.onCommitted.addListener(
        ({ tabId, frameId, url }) => {
          if (frameId !== 0) listener({ tabId, frameId, url });
        },
        { url: [{ urlPrefix: prefix }] },
      );
    },
    arrivals(prefix, listener) {
      browser.webNavigation.onCommitted.addListener(
        ({ tabId, frameId, transitionType }) => {
          if (frameId === 0) listener(tabId, LED.has(transitionType));
        },
        { url: [{ urlPrefix: prefix }] },
      );
    },
  };
}

function urlFilter(host: HostFilter): Browser.events.UrlFilter {
  if ("equals" in host) return { hostEquals: host.equals };
  const { prefix, suffix } = host;
  return { ...(prefix === undefined ? {} : { hostPrefix: prefix }), hostSuffix: suffix };
}
