import { browser } from "wxt/browser";
import type { Banner, GuardOrder } from "../guard-orders.ts";
import type { Request } from "../messages.ts";
import { shadowRootOf } from "./shadow-root-of.ts";
import { tellBackground } from "./tell-background.ts";

/** What the script that warns in a page exchanges with the background. */
export interface WarnLink {
  onBanner(show: (banner: Banner) => void): void;
  /** Tells the background what became of the banner. */
  say(event: Extract<Request, { type: "banner" }>["event"]): void;
  /** The shadow tree of an element, open or closed; null if it has none. */
  shadowRootOf(element: Element): ShadowRoot | null;
}

export function warnLink(): WarnLink {
  return {
    onBanner(show) {
      browser.runtime.onMessage.addListener((order: GuardOrder, _sender, respond) => {
        if (order.type !== "warn") return;
        show(order.banner);
        respond(true);
      });
    },
    say(event) {
      void tellBackground({ type: "banner", event });
    },
    shadowRootOf,
  };
}
