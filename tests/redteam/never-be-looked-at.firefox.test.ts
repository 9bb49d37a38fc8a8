import { expect, test } from "vitest";
import { until } from "../e2e/harness/until.ts";
import { protectedFirefox } from "../firefox/harness/firefox-world.ts";
import { UNFINISHED_PAGES, unfinishedSite } from "./unfinished-pages.ts";

const world = protectedFirefox({ hosts: ["listed.example"] });

const SITE = "khong-bao-gio-xong.example";

test.each(Object.entries(UNFINISHED_PAGES))(
  "a page that never finishes is warned of, and its password held: %s",
  async (_, reply) => {
    const { network } = world();
    network.serve(SITE, unfinishedSite(reply));
    const tab = await world().visit(`http://${SITE}/`);
    const layers = (count: number) => () =>
      tab
        .evaluate(
          (least) => document.querySelectorAll("[popover]:popover-open").length >= least,
          count,
        )
        .catch(() => null);
    await until("the banner", layers(1));
    await tab.type("input[type=password]", "bi-mat");
    await tab.keyboard.press("Enter");
    await until("the question", layers(2));
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
