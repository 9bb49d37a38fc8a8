import { test } from "vitest";
import { until } from "../e2e/harness/until.ts";
import { protectedFirefox } from "../firefox/harness/firefox-world.ts";
import { DISGUISED_LOGINS } from "./disguised-pages.ts";

const world = protectedFirefox({ hosts: ["listed.example"] });

test.each(Object.entries(DISGUISED_LOGINS))(
  "a log-in whose words stand in disguise is warned of: %s",
  async (disguise, reply) => {
    const host = `tra-hinh-${Object.keys(DISGUISED_LOGINS).indexOf(disguise)}.example`;
    world().network.serve(host, reply);
    const tab = await world().visit(`http://${host}/`);
    await until("the banner", () =>
      tab.evaluate(() => document.querySelector("[popover]:popover-open") !== null),
    );
  },
);
