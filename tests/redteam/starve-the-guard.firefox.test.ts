import { test } from "vitest";
import { until } from "../e2e/harness/until.ts";
import { protectedFirefox, shown } from "../firefox/harness/firefox-world.ts";
import { STARVING_PAGES } from "./starving-pages.ts";

// A page keeps its thread busy with tasks that it puts before all others. Firefox lets the others have their turn.

const world = protectedFirefox({ hosts: ["listed.example"] });

test.each(Object.entries(STARVING_PAGES).slice(0, 2))(
  "a page that would starve all others is judged: %s",
  async (_, reply) => {
    const site = "doi-luong.example";
    world().network.serve(site, ({ path }) => (path === "/" ? reply() : { status: 204 }));
    const tab = await world().visit(`http://${site}/`);
    await until("the warning page", async () => {
      return (await shown(tab))?.url.startsWith("moz-extension:") || null;
    });
  },
);
