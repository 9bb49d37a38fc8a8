import { expect, test } from "@playwright/test";
import { stealingPage } from "../e2e/harness/asking-pages.ts";
import { expectBanner, words } from "../e2e/harness/banner.ts";
import { page } from "../e2e/harness/replies.ts";
import { expectWarning, protectedWorld } from "../e2e/harness/world.ts";
import { endlessPage, SLOW_PAGES, withEndlessJudge } from "./slow-pages.ts";

const LISTED = "listed.example";
const SLOW = "cham.example";
const STEALS = "vietcombank-xacthuc.example";
const NAMED = words("banner.named", { name: "Vietcombank" });

test.describe("a page that keeps the judge busy", () => {
  const world = protectedWorld({ hosts: [LISTED] });

  for (const [name, reply] of Object.entries(SLOW_PAGES)) {
    test(`is judged all the same, and hinders nobody: ${name}`, async () => {
      const { network } = world();
      network.serve(SLOW, reply);
      network.serve(STEALS, () => stealingPage());
      const slow = await world().visit(`http://${SLOW}/`);
      await expectWarning(await world().visit(`http://${STEALS}/`), STEALS);
      await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
      await expectBanner(slow, NAMED);
    });
  }
});

test.describe("a page whose judgement never ends", () => {
  const world = protectedWorld(
    { hosts: [LISTED] },
    { extension: () => withEndlessJudge("chrome-mv3") },
  );

  test("is said to be unchecked, and a password is held there", async () => {
    world().network.serve(SLOW, () => endlessPage());
    const tab = await world().visit(`http://${SLOW}/`);
    const layers = await expectBanner(tab, words("banner.unchecked"));
    await tab.locator("[type=password]").pressSequentially("bi-mat", { delay: 20 });
    await tab.keyboard.press("Enter");
    await expect.poll(() => layers.question()).toContain(words("hold.uncheckedText"));
    expect(
      world()
        .network.at(SLOW)
        .filter(({ path }) => path === "/luu"),
    ).toEqual([]);
  });

  test("keeps no other tab, no list and no warning waiting, however many there are", async () => {
    const { network } = world();
    network.serve(STEALS, () => stealingPage());
    for (const n of [1, 2, 3]) network.serve(`cham-${n}.example`, () => endlessPage());
    for (const n of [1, 2, 3]) await world().visit(`http://cham-${n}.example/`);
    await expectWarning(await world().visit(`http://${STEALS}/`), STEALS);
    await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
  });

  test("in a frame of an honest page costs that page nothing", async () => {
    const { network } = world();
    network.serve(SLOW, () => endlessPage());
    network.serve("bao.example", () =>
      page("Tin", `<iframe width="300" height="250" src="http://${SLOW}/"></iframe>`),
    );
    const tab = await world().visit("http://bao.example/");
    const id = await world().chromium.tabId(tab.url());
    await expect.poll(() => world().chromium.badge(id)).toBe("!");
    const { verdict } = await world().chromium.ask({ type: "tab-verdict", tabId: id });
    expect(verdict?.level).toBe("none");
  });
});
