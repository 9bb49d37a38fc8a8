import { expect, test } from "vitest";
import { until } from "../e2e/harness/until.ts";
import { protectedFirefox, shown } from "../firefox/harness/firefox-world.ts";
import { HEARD_AT, STAYING, stayingSite } from "./staying-pages.ts";

const world = protectedFirefox({ hosts: ["listed.example"] });

test.each(Object.entries(STAYING).map(([name, how], at) => ({ name, how, at })))(
  "a page that steals is left unheard, or nothing gets out of it: $name",
  async ({ how, at }) => {
    const site = `o-lai-${at}.example`;
    const { network, visit } = world();
    network.serve(site, stayingSite(how));
    const tab = await visit(`http://${site}/`);
    tab.on("dialog", (dialog) => void dialog.dismiss().catch(() => undefined));
    await until("the button", async () => (await shown(tab))?.text.includes("Xem quà"));
    await tab.click("button");
    const isAway = async () => (await shown(tab))?.url.startsWith("moz-extension:") === true;
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    if (!(await isAway())) {
      await tab.focus("[type=password]");
      await tab.keyboard.type("bi-mat");
      await tab.keyboard.press("Enter");
      await new Promise((resolve) => setTimeout(resolve, 1_500));
    }
    const paths = network.at(site).map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith("/luu"))).toEqual([]);
    const heard = paths.filter((path) => path.startsWith(HEARD_AT));
    expect(heard.filter((path) => path.includes("extension"))).toEqual([]);
    if (how === "") expect(await isAway()).toBe(true);
  },
);
