import type { Page } from "puppeteer-core";
import { afterEach, beforeAll, expect, test } from "vitest";
import { hostileFragments } from "../e2e/harness/hostile-fragments.ts";
import { page, pages } from "../e2e/harness/replies.ts";
import { say } from "../e2e/harness/say.ts";
import { until } from "../e2e/harness/until.ts";
import {
  expectHeading,
  expectWarning,
  press,
  protectedFirefox,
  shown,
} from "./harness/firefox-world.ts";

const LISTED = "vietcombank-otp.example";
const HONEST = "ban-tin.example";

const world = protectedFirefox({ hosts: [{ host: LISTED, brand: "Vietcombank" }] });

beforeAll(() => {
  world().network.serve(LISTED, pages({ "/": page("Đăng nhập"), "/tiep": page("Bước hai") }));
  world().network.serve(HONEST, pages({ "/": page("Bản tin") }));
});

afterEach(async () => {
  const { firefox } = world();
  for (const { entry } of await firefox.ask({ type: "overrides" })) {
    await firefox.ask({ type: "revoke-override", entry });
  }
});

test("the leave is for ten minutes and ends by itself", async () => {
  const { firefox, network } = world();
  const start = Date.now();
  const tab = await goOn();
  const [live] = await firefox.ask({ type: "overrides" });
  expect(live?.until).toBeGreaterThan(start + 9 * 60_000);
  expect(live?.until).toBeLessThan(Date.now() + 10 * 60_000 + 1);

  await firefox.passTime(11 * 60_000);

  expect(await firefox.ask({ type: "overrides" })).toEqual([]);
  await expectWarning(tab, LISTED);
  const reached = network.at(LISTED).length;
  await expectWarning(await world().visit(`http://${LISTED}/tiep`, tab), LISTED);
  expect(network.at(LISTED).length).toBe(reached);
});

test("the leave does not outlast the browser", async () => {
  await goOn();
  await world().restart();
  const reached = world().network.at(LISTED).length;
  await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
  expect(world().network.at(LISTED).length).toBe(reached);
});

test.each(hostileFragments(LISTED, HONEST))(
  "opened by hand with $what, the warning page warns of nothing and grants nothing",
  async ({ fragment }) => {
    const { firefox, network } = world();
    const before = network.received.length;
    const tab = await firefox.openExtensionPage(`warning.html#${fragment}`);
    await until("the page has made up its mind", async () => {
      const { heading = "", text = "" } = (await shown(tab)) ?? {};
      return (heading !== "" && !text.includes(say("warning.checking"))) || null;
    });
    const { text = "" } = (await shown(tab)) ?? {};
    expect(text).not.toContain(say("warning.blocked"));
    expect(text).not.toContain(say("warning.goOn"));
    expect(await tab.$("img[src=x]")).toBeNull();
    expect(await firefox.ask({ type: "overrides" })).toEqual([]);
    expect(network.received.slice(before)).toEqual([]);
    await tab.close();
  },
);

test("a page cannot open it to frighten people about an honest site", async () => {
  const { firefox } = world();
  const tab = await world().visit(`http://${HONEST}/`);
  await expectHeading(tab, "Bản tin");
  await tab.evaluate((url) => {
    location.href = url;
  }, firefox.extensionUrl("warning.html#https://www.vietcombank.com.vn/"));
  await until("the tab is elsewhere, and has something to say", async () => {
    const page = await shown(tab);
    return (page && page.heading !== "Bản tin" && page.heading !== "") || null;
  });
  expect((await shown(tab))?.text).not.toContain(say("warning.blocked"));
});

/** A tab that went on to the listed site. */
async function goOn(): Promise<Page> {
  const tab = await world().visit(`http://${LISTED}/`);
  await expectWarning(tab, LISTED);
  await press(tab, say("warning.goOn"));
  await press(tab, say("override.go"));
  await expectHeading(tab, "Đăng nhập");
  return tab;
}
