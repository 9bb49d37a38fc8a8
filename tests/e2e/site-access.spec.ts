import { expect, test } from "@playwright/test";
import { TEST_HOST } from "../../src/extension/background/enforcement/rule-set.ts";
import { page } from "./harness/replies.ts";
import { say } from "./harness/say.ts";
import { expectHeading, expectWarning, protectedWorld } from "./harness/world.ts";

const LISTED = "nhan-qua.example";

const world = protectedWorld({ hosts: [LISTED] });

/** What a person chooses in the browser's settings of the extension. */
async function letAct(hostAccess: "ON_CLICK" | "ON_ALL_SITES"): Promise<void> {
  const settings = await world().openTab();
  await settings.goto("chrome://extensions/");
  await settings.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify({
      extensionId: world().chromium.extensionId,
      hostAccess,
    })})`,
  );
  await settings.close();
}

test("the self-test opens the test address, closes it, and nothing leaves the browser", async () => {
  const { chromium, network } = world();
  const before = chromium.context.pages().length;
  expect((await chromium.ask({ type: "self-test" })).code).toBe("TT-OOOOO");
  await expect.poll(() => chromium.context.pages().length).toBe(before);
  expect(network.received.filter(({ host }) => host === TEST_HOST)).toEqual([]);
});

test("without access to all sites nobody is told of protection, and with it all is well again", async () => {
  const { chromium, network, visit, openTab } = world();
  network.serve(LISTED, () => page("Bạn đã trúng thưởng"));
  await letAct("ON_CLICK");
  const tab = await visit(`http://${LISTED}/`);
  await expectHeading(tab, "Bạn đã trúng thưởng");
  const { list } = await chromium.ask({ type: "state" });
  expect(list).toMatchObject({ enforced: false, problem: { code: "site-access" } });
  expect((await chromium.ask({ type: "self-test" })).code).toBe("TT-OROOO");
  expect(network.received.filter(({ host }) => host === TEST_HOST)).toEqual([]);
  const tabId = await chromium.tabId(`http://${LISTED}/`);
  await expect.poll(() => chromium.badge(tabId)).toBe("?");
  const popup = await openTab();
  await popup.goto(chromium.extensionUrl("popup.html"));
  await popup.getByRole("button", { name: say("popup.listButton") }).click();
  await expect(popup.getByText(say("problem.site-access"))).toBeVisible();
  await expect(popup.getByRole("button", { name: say("list.allow") })).toBeVisible();

  await letAct("ON_ALL_SITES");
  await expectWarning(tab, LISTED);
  expect((await chromium.ask({ type: "self-test" })).code).toBe("TT-OOOOO");
  await expect.poll(() => chromium.badge(tabId)).not.toBe("?");
});
