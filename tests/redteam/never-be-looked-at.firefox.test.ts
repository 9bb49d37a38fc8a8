import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { until } from "../e2e/harness/until.ts";
import { expectWarning, protectedFirefox } from "../firefox/harness/firefox-world.ts";
import { LATE_PAGES, lateSite, PASSWORD_AT } from "./late-pages.ts";
import { UNFINISHED_PAGES, unfinishedSite } from "./unfinished-pages.ts";

const world = protectedFirefox({ hosts: ["listed.example"] });

const SITE = "khong-bao-gio-xong.example";

const layers = (tab: Page, count: number) => () =>
  tab
    .evaluate((least) => document.querySelectorAll("[popover]:popover-open").length >= least, count)
    .catch(() => null);

test.each(Object.entries(UNFINISHED_PAGES))(
  "a page that never finishes is warned of, and its password held: %s",
  async (_, reply) => {
    const { network } = world();
    network.serve(SITE, unfinishedSite(reply));
    const tab = await world().visit(`http://${SITE}/`);
    await until("the banner", layers(tab, 1));
    await tab.type("input[type=password]", "bi-mat");
    await tab.keyboard.press("Enter");
    await until("the question", layers(tab, 2));
    // Nor does it keep out the style that lets no layer of the page's own lie over them unseen.
    await until("our style", () =>
      tab.evaluate(() => {
        const layer = document.createElement("div");
        layer.popover = "manual";
        document.body.append(layer);
        layer.showPopover();
        const { contain } = getComputedStyle(layer);
        layer.remove();
        return contain === "paint";
      }),
    );
    expect(network.at(SITE).filter(({ path }) => path === "/luu")).toEqual([]);
  },
);

test.each(Object.entries(LATE_PAGES))(
  "a page that asks late is warned of once somebody goes there: %s",
  async (_, late) => {
    world().network.serve(SITE, lateSite(late));
    const tab = await world().visit(`http://${SITE}/`);
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    await tab.mouse.click(PASSWORD_AT.x, PASSWORD_AT.y);
    if (late.isStopped) return expectWarning(tab, SITE);
    await until("the banner", layers(tab, 1));
    await tab.keyboard.type("bi-mat", { delay: 20 });
    await until("the question", layers(tab, 2));
  },
);
