import { browser } from "wxt/browser";
import type { PageFacts } from "../../core/evidence/page-facts.ts";
import type { GuardOrder } from "../guard-orders.ts";
import type { Answer, Request } from "../messages.ts";
import { browserLanguages } from "./languages.ts";

/** The few words that the guard exchanges with the background. No polyfill: this goes into every page. */
export interface GuardLink {
  ask(): Promise<Answer<"shield"> | undefined>;
  /** True if the background was asked about this host since the list last changed. Wakes nothing. */
  askedAlready(host: string): Promise<boolean>;
  /** True once the extension that this script belongs to was replaced, disabled or removed: nobody answers any more. */
  orphaned(): boolean;
  /** BCP 47 tags of what the person is likely to read. */
  languages(): readonly string[];
  /** Address of the warning page, for a document of this extension's content scripts. */
  warningFor(url: string): string;
  /** The shadow tree of an element, open or closed; null if it has none. */
  shadowRootOf(element: Element): ShadowRoot | null;
  /** Tells the background what an asking page shows. */
  report(facts: PageFacts): void;
  /** Obeys the background. */
  onOrder(orders: { collect: () => Promise<PageFacts>; leave: (url: string) => void }): void;
}

export const ASKED_KEY = "asked";

export function guardLink(): GuardLink {
  return {
    ask: () => browser.runtime.sendMessage({ type: "shield" }),
    async askedAlready(host) {
      // Firefox keeps session storage from content scripts; its background is awake while pages load anyway.
      if (import.meta.env.FIREFOX) return false;
      const hosts = (await browser.storage.session.get(ASKED_KEY))[ASKED_KEY];
      return Array.isArray(hosts) && hosts.includes(host);
    },
    orphaned: () => browser.runtime?.id === undefined,
    languages: browserLanguages,
    shadowRootOf,
    report(facts) {
      const request: Request = { type: "page-facts", facts };
      // The extension may have been replaced meanwhile; the page must not notice.
      browser.runtime.sendMessage(request).catch((error: unknown) => console.debug(error));
    },
    onOrder({ collect, leave }) {
      browser.runtime.onMessage.addListener((order: GuardOrder, _sender, respond) => {
        if (order.type === "leave") {
          leave(order.url);
          respond(true);
        }
        if (order.type !== "collect") return;
        collect().then(respond, (error: unknown) => {
          console.debug(error);
          respond(null);
        });
        return true;
      });
    },
    warningFor: (url) => `${browser.runtime.getURL("/warning.html")}#${url}`,
  };
}

/** Chromium: https://developer.chrome.com/docs/extensions/reference/api/dom; Firefox: a property of every element. */
function shadowRootOf(element: Element): ShadowRoot | null {
  if (import.meta.env.FIREFOX) {
    return (
      (element as Element & { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot ?? null
    );
  }
  if (!(element instanceof HTMLElement)) return null;
  return browser.dom.openOrClosedShadowRoot(element) as ShadowRoot | null;
}
