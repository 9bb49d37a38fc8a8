import { browser } from "wxt/browser";
import type { Banner, GuardOrder } from "../guard-orders.ts";
import type { Request } from "../messages.ts";

/** What the script that warns in a page exchanges with the background. */
export interface WarnLink {
  onBanner(show: (banner: Banner) => void): void;
  /** Tells the background what became of the banner. */
  say(event: Extract<Request, { type: "banner" }>["event"]): void;
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
      const request: Request = { type: "banner", event };
      // The extension may have been replaced meanwhile; the page must not notice.
      browser.runtime.sendMessage(request).catch((error: unknown) => console.debug(error));
    },
  };
}
