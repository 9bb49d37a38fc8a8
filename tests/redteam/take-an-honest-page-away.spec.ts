import { expect, type Page, test } from "@playwright/test";
import { expectBanner, layersOf } from "../e2e/harness/banner.ts";
import { pages } from "../e2e/harness/replies.ts";
import { until } from "../e2e/harness/until.ts";
import { expectHeading, expectWarning, protectedWorld } from "../e2e/harness/world.ts";
import { EVIL_PAGES, newsPage, SMALL_FRAMES } from "./attacker-sites.ts";

const world = protectedWorld({ hosts: ["listed.example"] });

const EVIL = "http://quang-cao-la.example/";
const NEWS = "bao-that.example";

test.beforeAll(() => {
  world().network.serve("quang-cao-la.example", pages(EVIL_PAGES));
});

const open = (embedded: string): Promise<Page> => {
  world().network.serve(NEWS, pages({ "/": newsPage(embedded) }));
  return world().visit(`http://${NEWS}/`);
};

/** Whether what steals still stands anywhere in the page, however deep. */
const steals = async (tab: Page): Promise<boolean> => {
  const found = await Promise.all(
    tab.frames().map((frame) =>
      frame
        .locator('input[type="password"]')
        .count()
        .catch(() => 1),
    ),
  );
  return found.some((count) => count > 0);
};

for (const [name, embed] of Object.entries(SMALL_FRAMES)) {
  test(`a stealing frame gives way to a notice and leaves the page around it: ${name}`, async () => {
    const tab = await open(embed(EVIL));
    await until("the frame gives way", async () => !(await steals(tab)) && tab.frames().length > 1);
    await expectHeading(tab, "Tin trong ngày");
    expect(await (await layersOf(tab)).banner()).toBeNull();
    const { chromium } = world();
    const id = await chromium.tabId(tab.url());
    await expect.poll(() => chromium.badge(id)).toBe("!");
    const { verdict, blockedFrames } = await chromium.ask({ type: "tab-verdict", tabId: id });
    expect(verdict?.level).toBe("none");
    expect(blockedFrames).not.toEqual([]);
  });
}

test("a stealing frame that fills most of the view takes the page with it", async () => {
  const tab = await open(
    `<style>iframe{position:fixed;inset:0;width:100vw;height:100vh;border:0}</style><iframe src="${EVIL}"></iframe>`,
  );
  await expectWarning(tab, NEWS).catch(() => expectBanner(tab, /Vietcombank/));
});
