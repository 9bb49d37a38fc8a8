import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { stealingPage } from "../e2e/harness/asking-pages.ts";
import { until } from "../e2e/harness/until.ts";
import { expectWarning, protectedFirefox } from "../firefox/harness/firefox-world.ts";
import { endlessPage, SLOW_PAGES, withEndlessJudge } from "./slow-pages.ts";

const LISTED = "listed.example";
const SLOW = "cham.example";
const STEALS = "vietcombank-xacthuc.example";

/** Waits until something of ours lies open over the top of the page. */
async function expectBanner(tab: Page): Promise<void> {
  await until("the banner", () =>
    tab
      .evaluate(() => document.elementFromPoint(40, 20)?.matches("[popover]:popover-open") ?? false)
      .catch(() => null),
  );
}

describe("a page that keeps the judge busy", () => {
  const world = protectedFirefox({ hosts: [LISTED] });

  test.each(Object.entries(SLOW_PAGES))(
    "is judged all the same, and hinders nobody: %s",
    async (_, reply) => {
      const { network } = world();
      network.serve(SLOW, reply);
      network.serve(STEALS, () => stealingPage());
      const slow = await world().visit(`http://${SLOW}/`);
      await expectWarning(await world().visit(`http://${STEALS}/`), STEALS);
      await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
      await expectBanner(slow);
    },
  );
});

describe("a page whose judgement never ends", () => {
  const world = protectedFirefox(
    { hosts: [LISTED] },
    {
      extension: () => withEndlessJudge("firefox-mv3"),
    },
  );

  test("is said to be unchecked, and keeps no other tab, no list and no warning waiting", async () => {
    const { network } = world();
    network.serve(SLOW, () => endlessPage());
    network.serve(STEALS, () => stealingPage());
    const slow = await world().visit(`http://${SLOW}/`);
    await expectWarning(await world().visit(`http://${STEALS}/`), STEALS);
    await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
    await expectBanner(slow);
    await slow.type("input[type=password]", "bi-mat");
    await slow.click("button");
    expect(network.at(SLOW).filter(({ path }) => path === "/luu")).toEqual([]);
  });
});
