import { expect, test } from "@playwright/test";
import { protectedWorld } from "../e2e/harness/world.ts";
import { DISGUISED_LOGINS } from "./disguised-pages.ts";

const world = protectedWorld({ hosts: ["listed.example"] });

for (const [i, [disguise, reply]] of Object.entries(DISGUISED_LOGINS).entries()) {
  test(`a log-in whose words stand in disguise is warned of: ${disguise}`, async () => {
    const { chromium, network } = world();
    network.serve(`tra-hinh-${i}.example`, reply);
    const tab = await world().visit(`http://tra-hinh-${i}.example/`);
    const badge = async () => chromium.badge(await chromium.tabId(tab.url()));
    await expect.poll(badge).toBe("!");
  });
}
