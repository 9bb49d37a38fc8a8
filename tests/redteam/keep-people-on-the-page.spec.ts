import { expect, test } from "@playwright/test";
import { until } from "../e2e/harness/until.ts";
import { protectedWorld } from "../e2e/harness/world.ts";
import { HEARD_AT, STAYING, stayingSite } from "./staying-pages.ts";

// A page calls off, or asks about, what leads to the warning in its place; and learns from it who is there.

const world = protectedWorld({ hosts: ["listed.example"] });

for (const [at, [name, how]] of Object.entries(STAYING).entries()) {
  test(`a page that steals is left unheard, or nothing gets out of it: ${name}`, async () => {
    const site = `o-lai-${at}.example`;
    const { network, visit } = world();
    network.serve(site, stayingSite(how));
    const tab = await visit(`http://${site}/`);
    // Whoever is asked whether to leave stays.
    tab.on("dialog", (dialog) => void dialog.dismiss());
    await tab.click("button");
    const password = tab.locator("[type=password]");
    const isAway = () => tab.url().startsWith("chrome-extension:");
    await until("the form or the warning", async () => isAway() || (await password.isVisible()));
    await tab.waitForTimeout(6_000);
    if (!isAway()) {
      await password.focus();
      await tab.keyboard.type("bi-mat");
      await tab.keyboard.press("Enter");
      await tab.waitForTimeout(1_500);
    }
    const paths = network.at(site).map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith("/luu"))).toEqual([]);
    const heard = paths.filter((path) => path.startsWith(HEARD_AT));
    expect(heard.filter((path) => path.includes("extension"))).toEqual([]);
    if (how === "") expect(isAway()).toBe(true);
  });
}
