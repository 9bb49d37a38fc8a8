import type { Page } from "puppeteer-core";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
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

const LISTED = "vietcombank-xacthuc.example";
const SHARED = "trang-chung.example";
const HONEST = "bao-hom-nay.example";
const OFFICIAL = "vietcombank.com.vn";

const world = protectedFirefox({
  hosts: [{ host: LISTED, brand: "Vietcombank" }, "203.0.113.7"],
  paths: [`${SHARED}/view/qua-tang`],
});

beforeAll(() => {
  const { network } = world();
  for (const host of [LISTED, `sub.${LISTED}`, SHARED, OFFICIAL, "203.0.113.7", "203.0.113.8"]) {
    network.serve(host, () => page(`Trang ${host}`));
  }
  network.serve(HONEST, pages({ "/": page("Bản tin") }));
});

describe("a listed host", () => {
  let before = 0;
  const reached = () =>
    world().network.received.filter(({ host }) => host.endsWith(LISTED)).length - before;

  afterEach(() => {
    expect(reached(), "requests that reached the listed host").toBe(0);
  });

  test.each([
    ["itself", `http://${LISTED}/`, LISTED],
    ["over https", `https://${LISTED}/`, LISTED],
    ["by a sub-domain", `http://sub.${LISTED}/`, `sub.${LISTED}`],
    ["with the root dot", `http://${LISTED}./`, LISTED],
    ["on another port", `http://${LISTED}:8081/`, LISTED],
    ["in upper case", `http://${LISTED.toUpperCase()}/`, LISTED],
    ["behind a false name", `http://vietcombank.com.vn:x@${LISTED}/`, LISTED],
  ])("is stopped: %s", async (_, url, host) => {
    await expectWarning(await world().visit(url), host);
  });

  test("opens after two steps on the warning page, in that tab and those it opens, until revoked", async () => {
    const { firefox, network } = world();
    const tab = await world().visit(`http://${LISTED}/`);
    await expectWarning(tab, LISTED);
    await press(tab, say("warning.goOn"));
    await press(tab, say("override.go"));
    await expectHeading(tab, `Trang ${LISTED}`);
    await tab.evaluate(() => void window.open("/tiep"));
    const opened = await until("the tab that it opens", async () => {
      for (const page of await firefox.browser.pages()) {
        if ((await shown(page))?.url === `http://${LISTED}/tiep`) return page;
      }
      return null;
    });
    await expectHeading(opened, `Trang ${LISTED}`);
    await opened.close();
    await tab.bringToFront();
    await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
    await firefox.ask({ type: "revoke-override", entry: LISTED });
    before = network.received.filter(({ host }) => host.endsWith(LISTED)).length;
    await world().visit(`http://${LISTED}/tiep`, tab);
    await expectWarning(tab, LISTED);
  });
});

test("a path entry stops its path alone", async () => {
  const { network } = world();
  await expectWarning(await world().visit(`http://${SHARED}/view/qua-tang`), SHARED);
  await expectWarning(await world().visit(`http://${SHARED}/view/qua-tang/2?x=1`), SHARED);
  expect(network.at(SHARED)).toEqual([]);
  await expectHeading(await world().visit(`http://${SHARED}/view/khac`), `Trang ${SHARED}`);
});

test("a listed IP address is stopped, the next one opens", async () => {
  await expectWarning(await world().visit("http://203.0.113.7/"), "203.0.113.7");
  expect(world().network.at("203.0.113.7")).toEqual([]);
  await expectHeading(await world().visit("http://203.0.113.8/"), "Trang 203.0.113.8");
});

test("an official site carries the check mark, an unknown one none", async () => {
  await expectHeading(await world().visit(`http://${OFFICIAL}/`), `Trang ${OFFICIAL}`);
  await expectHeading(await world().visit(`http://${HONEST}/`), "Bản tin");
  await until("the mark", async () => (await badge(`http://${OFFICIAL}/`)) === "✓" || null);
  expect(await badge(`http://${HONEST}/`)).toBe("");
});

test("a report is sent as the preview shows it, and its receipt comes back", async () => {
  const { firefox, hub } = world();
  const popup = await firefox.openExtensionPage("popup.html");
  await press(popup, say("popup.tab.report"));
  await popup.waitForSelector("input");
  await fill(popup, say("report.url"), `http://${HONEST}/dang-nhap`);
  await press(popup, say("report.next"));
  await until("the preview", async () => {
    const text = (await shown(popup))?.text ?? "";
    return (
      (text.includes(say("report.previewTitle")) && text.includes(`http://${HONEST}/dang-nhap`)) ||
      null
    );
  });
  expect(hub.arrived()).toEqual([]);
  await press(popup, say("report.send"));
  await until(
    "the thanks",
    async () => (await shown(popup))?.text.includes(say("report.sentTitle")) || null,
  );
  expect(hub.stored()).toMatchObject([{ kind: "scam", url: `http://${HONEST}/dang-nhap` }]);
  const [sent] = await firefox.ask({ type: "reports" });
  expect(sent?.receipt).toMatch(/^TT-/);
  await popup.close();
});

async function badge(url: string): Promise<string> {
  return await world().firefox.inConsole(async (browser, shownUrl) => {
    const tab = (await browser.tabs.query({})).find((t) => t.url === shownUrl);
    return await browser.action.getBadgeText({ tabId: tab?.id ?? 0 });
  }, url);
}

/** Writes into the field with this label, as typing does. */
async function fill(tab: Page, label: string, value: string): Promise<void> {
  const id = await until(`the field «${label}»`, () =>
    tab.evaluate((text) => {
      const found = [...document.querySelectorAll("label")].find((l) =>
        l.textContent?.includes(text),
      );
      return found?.control?.id ?? null;
    }, label),
  );
  const field = await tab.$(`#${escaped(id)}`);
  if (!field) throw new Error(`no field ${label}`);
  await field.evaluate((element) => (element as HTMLInputElement).select());
  await field.type(value);
}

function escaped(id: string): string {
  return id.replace(/[^\w-]/g, (character) => `\\${character}`);
}
