import { expect, test } from "@playwright/test";
import { expectBanner, words } from "../e2e/harness/banner.ts";
import { protectedWorld } from "../e2e/harness/world.ts";
import { TIMER_CLEARING_PAGES } from "./timer-clearing-pages.ts";

// A page and the content scripts in it have the ids of timers in common: it ends those that lead to its judgement.

const world = protectedWorld({ hosts: ["listed.example"] });

const SITE = "xoa-hen-gio.example";

for (const [name, { reply, ends }] of Object.entries(TIMER_CLEARING_PAGES)) {
  test(`a page that clears ${name} is warned of`, async () => {
    world().network.serve(SITE, reply);
    const tab = await world().openTab();
    await tab.goto(`http://${SITE}/`, { waitUntil: "commit" });
    if (ends === "banner") await expectBanner(tab, words("banner.named", { name: "Vietcombank" }));
    else await expect.poll(() => tab.url(), { timeout: 20_000 }).toMatch(/\/warning\.html/);
  });
}
