import { expect, type Page, test } from "@playwright/test";
import { layersOf, words } from "../e2e/harness/banner.ts";
import { page, pages } from "../e2e/harness/replies.ts";
import { protectedWorld } from "../e2e/harness/world.ts";
import { FLOODED_LOGINS, FLOODED_OFFERS, LARGE_HONEST_PAGES } from "./flooded-pages.ts";

const world = protectedWorld({ hosts: ["listed.example"] });

/** The debugger, by which the harness reads our layers, takes minutes for a page of so many nodes. */
const HUGE = /a hundred thousand inputs|frames/;

const isLeft = (tab: Page) => tab.url().startsWith("chrome-extension:");

/** Waits until the page is warned of by a banner, or by the warning page in its place. */
async function expectWarned(tab: Page): Promise<void> {
  const { chromium } = world();
  const hasBadge = async () => (await chromium.badge(await chromium.tabId(tab.url()))) === "!";
  // Between two pages the tab has neither address.
  const isWarned = async () => isLeft(tab) || (await hasBadge().catch(() => false));
  await expect.poll(isWarned, { timeout: 40_000 }).toBe(true);
}

/** Goes there without waiting for all that the flood brings. */
async function open(host: string): Promise<Page> {
  const tab = await world().openTab();
  await tab.goto(`http://${host}/`, { waitUntil: "commit" });
  return tab;
}

for (const [i, [flood, reply]] of Object.entries(FLOODED_LOGINS).entries()) {
  test(`a log-in behind a flood is warned of, and its password held: ${flood}`, async () => {
    const host = `lu-lut-${i}.example`;
    const { network } = world();
    network.serve(host, pages({ "/": reply(), "/luu": page("Đã nhận") }));
    const tab = await open(host);
    await expectWarned(tab);
    if (!isLeft(tab)) {
      const form = flood.includes("frames") ? tab.frameLocator("iframe").last() : tab;
      // Playwright sees no closed shadow tree; people go there by the keyboard.
      if (flood.includes("closed")) {
        await tab.keyboard.press("Tab");
        await tab.keyboard.press("Tab");
      } else await form.locator("[type=password]:enabled").last().focus();
      await tab.keyboard.type("bi-mat", { delay: 20 });
      await tab.keyboard.press("Enter");
      if (HUGE.test(flood)) await tab.waitForTimeout(1_500);
      else {
        const layers = await layersOf(tab);
        await expect.poll(() => layers.question()).toContain(words("hold.secret"));
      }
    }
    expect(network.at(host).filter(({ path }) => path === "/luu")).toEqual([]);
  });
}

for (const [i, [flood, reply]] of Object.entries(FLOODED_OFFERS).entries()) {
  test(`an offer behind a flood is warned of: ${flood}`, async () => {
    const host = `lu-lut-khac-${i}.example`;
    world().network.serve(host, reply);
    await expectWarned(await open(host));
  });
}

test("large honest pages are left alone", async () => {
  const { network, chromium } = world();
  for (const [i, reply] of Object.values(LARGE_HONEST_PAGES).entries()) {
    network.serve(`trang-lon-${i}.example`, reply);
    const tab = await world().visit(`http://trang-lon-${i}.example/`);
    const id = await chromium.tabId(tab.url());
    // What asks is judged; what comes of it is there by then.
    await tab.waitForTimeout(3_000);
    expect(await chromium.badge(id)).toBe("");
    expect(await (await layersOf(tab)).banner()).toBeNull();
  }
});
