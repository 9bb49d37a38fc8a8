import { browser } from "wxt/browser";
import type { Banner, GuardOrder } from "../guard-orders.ts";
import { comesTrue } from "./comes-true.ts";
import { leaveDocument } from "./leave-document.ts";
import { LOOK_ORDERS } from "./look-orders.ts";

/** The guards in the pages of a tab, as the background speaks to them. */
export interface Guards {
  /** What the top page of a tab shows now, unparsed: whoever took over that page chooses it. Null if nobody answers. */
  collect(tabId: number): Promise<unknown>;
  /** Brings the page scanner into a document that is still loading, and would have it only later. */
  scanEarly(tabId: number, frameId: number): Promise<void>;
  /** Lets the guards in all frames of a tab warn, or in one frame alone. False if the page lets nothing into it. */
  warn(tabId: number, banner: Banner, frameId?: number): Promise<boolean>;
  /**
   * Puts the warning page in place of the top page, without an entry in the tab's history. False if nobody is there, or
   * the page lets nothing into it.
   */
  leave(tabId: number, url: string): Promise<boolean>;
}

/**
 * Milliseconds after which a page is taken for one that lets nothing into it, as by tasks of its own that come before all
 * others. A slow computer may need some seconds for a page that is only busy.
 */
const LATE = 5_000;

/**
 * Of a page under warning, what lies in the browser's top layer, where our banner and question lie, can be hit in all of its
 * box and paints nothing outside of it. So a banner that something lies over can tell. As a style of the user it stands
 * above all that a page can say, and holds in shadow trees too. What is inert can't be hit, and a transition between views
 * is painted above all layers: pages under warning have neither.
 */
const HONEST_TOP_LAYER = [
  ":is(:popover-open,:modal,:fullscreen){visibility:visible;contain:paint;overflow-clip-margin:0px;box-shadow:none;outline:0;border-image:none;filter:none;-webkit-box-reflect:none}",
  ":is(:popover-open,:modal,:fullscreen),::backdrop{pointer-events:auto}",
  "*,::backdrop{interactivity:auto;view-transition-name:none}",
  "[inert],:popover-open::backdrop,::view-transition{display:none}",
]
  .join("")
  .replace(/[;}]/g, "!important$&");

export function browserGuards(): Guards {
  /** Null where no page of the web is, or look.js has not come to it yet. */
  const ask = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return (await work()) ?? null;
    } catch (error) {
      if (isNobodyThere(error)) return null;
      throw error;
    }
  };
  return {
    async scanEarly(tabId, frameId) {
      await ask(() =>
        browser.scripting.executeScript({
          target: { tabId, frameIds: [frameId] },
          files: ["/look.js"],
          injectImmediately: true,
        }),
      );
    },
    collect: (tabId) =>
      ask(async () => {
        const [top] = await browser.scripting.executeScript({
          target: { tabId },
          injectImmediately: true,
          func: async (key: string) => {
            try {
              return (await Reflect.get(globalThis, Symbol.for(key))?.collect()) ?? null;
            } catch (error) {
              // The page went away meanwhile.
              console.debug(error);
              return null;
            }
          },
          args: [LOOK_ORDERS],
        });
        return top?.result;
      }),
    async warn(tabId, banner, frameId) {
      const warned = ask(async () => {
        const target =
          frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
        // Firefox does this once the page is parsed, the rest at once.
        void ask(() =>
          browser.scripting.insertCSS({ target, css: HONEST_TOP_LAYER, origin: "USER" }),
        );
        // Only pages under warning carry what warns.
        await browser.scripting.executeScript({
          target,
          files: ["/warn.js"],
          injectImmediately: true,
        });
        const warning: GuardOrder = { type: "warn", banner };
        return browser.tabs.sendMessage(tabId, warning, frameId === undefined ? {} : { frameId });
      });
      return inTime(
        warned.then(() => true),
        false,
      );
    },
    async leave(tabId, url) {
      const told = ask(() => leaveDocument(tabId, 0, url).then(() => true));
      return (await inTime(told, null)) !== null && (await hasLeft(tabId, url));
    },
  };
}

/** Whether the tab comes to show another site: a page that opens its document anew calls off where it was sent. */
const hasLeft = (tabId: number, url: string): Promise<boolean> =>
  comesTrue(async () => {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    return tab?.url === undefined || new URL(tab.url).origin !== new URL(url).origin;
  });

/** What a page answers in time, or `otherwise`. */
function inTime<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => resolve(otherwise), LATE);
    answer.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

/** The page has gone, or has no guard: it is one of the browser's own, or older than this version of the extension. */
function isNobodyThere(error: unknown): boolean {
  return (
    error instanceof Error &&
    /could not establish connection|receiving end does not exist|message (?:port|channel) closed|no tab with id|invalid tab id|back\/forward cache|cannot access|missing host permission|frame .{0,80}(?:removed|error page)|tab was closed/i.test(
      error.message,
    )
  );
}
