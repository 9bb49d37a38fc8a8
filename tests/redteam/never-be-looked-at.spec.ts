import { expect, type Page, test } from "@playwright/test";
import { expectBanner, words } from "../e2e/harness/banner.ts";
import { expectWarning, protectedWorld } from "../e2e/harness/world.ts";
import { LATE_PAGES, lateSite, PASSWORD_AT } from "./late-pages.ts";
import { UNFINISHED_PAGES, unfinishedSite } from "./unfinished-pages.ts";

const world = protectedWorld({ hosts: ["listed.example"] });

const SITE = "khong-bao-gio-xong.example";
const NAMED = words("banner.named", { name: "Vietcombank" });

/** Goes there without waiting for an end that never comes. */
async function open(): Promise<Page> {
  const tab = await world().openTab();
  await tab.goto(`http://${SITE}/`, { waitUntil: "commit" });
  return tab;
}

for (const [name, reply] of Object.entries(UNFINISHED_PAGES)) {
  test(`a page that never finishes is warned of, and its password held: ${name}`, async () => {
    world().network.serve(SITE, unfinishedSite(reply));
    const tab = await open();
    const layers = await expectBanner(tab, NAMED);
    const password = tab.locator("[type=password]");
    await password.pressSequentially("bi-mat", { delay: 20 });
    await password.press("Enter");
    await expect.poll(() => layers.question()).toContain(words("hold.secret"));
    const sent = world()
      .network.at(SITE)
      .filter(({ path }) => path === "/luu");
    expect(sent).toEqual([]);
  });
}

test("a page that never finishes is scanned once somebody goes into a field", async () => {
  world().network.serve(
    SITE,
    unfinishedSite(UNFINISHED_PAGES["a response that never ends"] as never),
  );
  const tab = await open();
  await tab.locator("[type=password]").focus();
  await expectBanner(tab, NAMED);
});

for (const [name, late] of Object.entries(LATE_PAGES)) {
  test(`a page that asks late is warned of once somebody goes there: ${name}`, async () => {
    world().network.serve(SITE, lateSite(late));
    const tab = await world().visit(`http://${SITE}/`);
    await tab.waitForTimeout(6_000);
    await tab.mouse.click(PASSWORD_AT.x, PASSWORD_AT.y);
    if (late.isStopped) return expectWarning(tab, SITE);
    const layers = await expectBanner(tab, NAMED);
    await tab.keyboard.type("bi-mat", { delay: 20 });
    await expect.poll(() => layers.question()).toContain(words("hold.secret"));
  });
}
