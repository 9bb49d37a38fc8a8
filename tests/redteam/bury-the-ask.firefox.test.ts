import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { page, pages } from "../e2e/harness/replies.ts";
import { until } from "../e2e/harness/until.ts";
import { protectedFirefox, shown } from "../firefox/harness/firefox-world.ts";
import { FLOODED_LOGINS, FLOODED_OFFERS } from "./flooded-pages.ts";

const world = protectedFirefox({ hosts: ["listed.example"] });

const isLeft = async (tab: Page) => (await shown(tab))?.url.startsWith("moz-extension:") === true;

const hasBanner = (tab: Page) =>
  tab
    .evaluate(() => document.elementFromPoint(40, 20)?.matches("[popover]:popover-open") === true)
    .catch(() => false);

/** Waits until something of ours lies open over the top of the page, or the warning page stands in its place. */
async function expectWarned(tab: Page): Promise<void> {
  await until(
    "the banner or the warning page",
    async () => (await hasBanner(tab)) || (await isLeft(tab)) || null,
  );
}

describe("what is buried in a flood", () => {
  const logins = Object.entries(FLOODED_LOGINS);

  test.each(logins)("a log-in is warned of, and its password held: %s", async (flood, reply) => {
    const host = `lu-lut-${logins.findIndex(([name]) => name === flood)}.example`;
    const { network } = world();
    network.serve(host, pages({ "/": reply(), "/luu": page("Đã nhận") }));
    const tab = await world().visit(`http://${host}/`);
    await expectWarned(tab);
    if (!(await isLeft(tab)) && !/shadow trees|frames/.test(flood)) {
      const password = await tab.$$("[type=password]:enabled");
      await password.at(-1)?.type("bi-mat");
      await tab.keyboard.press("Enter");
      await new Promise((next) => setTimeout(next, 1_000));
    }
    expect(network.at(host).filter(({ path }) => path === "/luu")).toEqual([]);
  });

  test.each(Object.entries(FLOODED_OFFERS))("an offer is warned of: %s", async (flood, reply) => {
    const host = `lu-lut-khac-${Object.keys(FLOODED_OFFERS).indexOf(flood)}.example`;
    world().network.serve(host, reply);
    await expectWarned(await world().visit(`http://${host}/`));
  });
});
