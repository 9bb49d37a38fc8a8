import { test } from "vitest";
import { until } from "../e2e/harness/until.ts";
import { protectedFirefox, shown } from "../firefox/harness/firefox-world.ts";
import { TIMER_CLEARING_PAGES } from "./timer-clearing-pages.ts";

// A page and the content scripts in it have the ids of timers in common: it ends those that lead to its judgement.

const world = protectedFirefox({ hosts: ["listed.example"] });

const SITE = "xoa-hen-gio.example";

test.each(Object.entries(TIMER_CLEARING_PAGES))(
  "a page that clears %s is warned of",
  async (_, { reply, ends }) => {
    world().network.serve(SITE, reply);
    const tab = await world().visit(`http://${SITE}/`);
    await until(`the ${ends}`, async () => {
      if (ends === "page") return (await shown(tab))?.url.startsWith("moz-extension:") || null;
      return tab
        .evaluate(() => document.querySelector("[popover]:popover-open") !== null)
        .catch(() => null);
    });
  },
);
