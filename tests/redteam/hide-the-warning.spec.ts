import { expect, test } from "@playwright/test";
import { loginPage } from "../e2e/harness/asking-pages.ts";
import { expectBanner, layersOf } from "../e2e/harness/banner.ts";
import type { Reply } from "../e2e/harness/network.ts";
import { pages } from "../e2e/harness/replies.ts";
import { say } from "../e2e/harness/say.ts";
import { protectedWorld } from "../e2e/harness/world.ts";
import { WAYS_TO_HIDE, WAYS_TO_PAINT_OVER } from "./ways-to-hide.ts";

const world = protectedWorld({ hosts: ["listed.example"] });

const SITE = "giau-loi-nhac.example";

for (const [name, given] of Object.entries(WAYS_TO_HIDE)) {
  test(`a banner that can't be read gives way to the warning page: ${name}`, async () => {
    world().network.serve(SITE, pages({ "/": loginPage(given) }));
    const tab = await world().visit(`http://${SITE}/`);
    await expect(tab.getByText(say("warning.warned"))).toBeVisible();
    await expect(tab.locator("body")).toContainText(SITE);
  });
}

for (const [name, given] of Object.entries(WAYS_TO_PAINT_OVER)) {
  test(`a banner stays to be read whole: ${name}`, async () => {
    const look = async (reply: Reply) => {
      world().network.serve(SITE, pages({ "/": reply }));
      const tab = await world().visit(`http://${SITE}/`);
      const layers = await expectBanner(tab, /Vietcombank/);
      const { width, height } = await layers.box();
      await tab.waitForTimeout(1_000);
      return tab.screenshot({ clip: { x: 0, y: 0, width, height: height - 1 } });
    };
    expect((await look(loginPage(given))).equals(await look(loginPage()))).toBe(true);
  });
}

test("a banner that can be read stays", async () => {
  world().network.serve(SITE, pages({ "/": loginPage() }));
  const tab = await world().visit(`http://${SITE}/`);
  const layers = await layersOf(tab);
  await expect.poll(() => layers.banner()).toContain("Vietcombank");
  // Long enough for several looks at it.
  await tab.waitForFunction("performance.now() > 6000");
  expect(await layers.banner()).toContain("Vietcombank");
});

test("a question of ours over it does not count as hidden, and both stay", async () => {
  world().network.serve(SITE, pages({ "/": loginPage() }));
  const tab = await world().visit(`http://${SITE}/`);
  await tab.setViewportSize({ width: 360, height: 420 });
  const layers = await layersOf(tab);
  await expect.poll(() => layers.banner()).toContain("Vietcombank");
  await tab.locator("[type=password]").fill("bi-mat");
  await tab.locator("[type=password]").press("Enter");
  await expect.poll(() => layers.question()).not.toBeNull();
  const [bar, box] = [await layers.box(), await layers.box("alertdialog")];
  expect(box.top).toBeLessThan(bar.top + bar.height);
  const start = await tab.evaluate("performance.now()");
  await tab.waitForFunction(`performance.now() > ${start} + 6000`);
  expect(await layers.question()).not.toBeNull();
  expect(await layers.banner()).toContain("Vietcombank");
});
