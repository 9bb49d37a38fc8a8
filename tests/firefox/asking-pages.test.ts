import type { Page } from "puppeteer-core";
import { beforeAll, expect, test } from "vitest";
import { articlePage, loginPage, stealingPage } from "../e2e/harness/asking-pages.ts";
import { page, pages } from "../e2e/harness/replies.ts";
import { say } from "../e2e/harness/say.ts";
import { until } from "../e2e/harness/until.ts";
import {
  expectHeading,
  expectPrivate,
  expectWarning,
  protectedFirefox,
  shown,
} from "./harness/firefox-world.ts";

const WARNED = "dang-nhap-tien-loi.example";
const STEALS = "vietcombank-xacthuc.example";
const HONEST = "bao-hom-nay.example";

const world = protectedFirefox({ hosts: ["listed.example"] });

beforeAll(() => {
  const { network } = world();
  network.serve(WARNED, pages({ "/": loginPage(), "/luu": page("Đã nhận") }));
  network.serve(STEALS, () => stealingPage());
  network.serve(HONEST, () => articlePage());
});

/** Waits until something of ours lies open over the top of the page. */
async function expectBanner(tab: Page): Promise<void> {
  await until("the banner", () =>
    tab
      .evaluate(() => document.elementFromPoint(40, 20)?.matches("[popover]:popover-open") ?? false)
      .catch(() => null),
  );
}

test("a page that bears a bank's name gets a banner; torn off twice, the warning page takes its place", async () => {
  const tab = await world().visit(`http://${WARNED}/`);
  await expectBanner(tab);
  const tear = () => tab.evaluate(() => document.querySelector("[popover]")?.remove());
  await tear();
  await expectBanner(tab);
  await tear();
  await until("the warning page", async () => {
    const page = await shown(tab);
    return page?.text.includes(say("warning.warned")) && page.text.includes(WARNED);
  });
});

test("a password on such a page is held by a question", async () => {
  const tab = await world().visit(`http://${WARNED}/`);
  await expectBanner(tab);
  await tab.type("input[type=password]", "bi-mat");
  await tab.click("button");
  await until("the question", () =>
    tab.evaluate(() => document.querySelectorAll("[popover]:popover-open").length === 2),
  );
  await expectHeading(tab, "Vietcombank - Đăng nhập");
  expect(
    world()
      .network.at(WARNED)
      .filter(({ path }) => path === "/luu"),
  ).toEqual([]);
});

test("an app that a script of such a page fetches is held by a question", async () => {
  const tab = await world().visit(`http://${WARNED}/`);
  await expectBanner(tab);
  await tab.evaluate(() => {
    location.href = "/vcb.apk";
  });
  await until("the question", () =>
    tab.evaluate(() => document.querySelectorAll("[popover]:popover-open").length === 2),
  );
  expect(
    world()
      .network.at(WARNED)
      .filter(({ path }) => path.endsWith(".apk")),
  ).toEqual([]);
});

test("a page that steals gives way to the warning page, with the evidence in words", async () => {
  const tab = await world().visit(`http://${STEALS}/`);
  await expectWarning(tab, STEALS);
  await until("the evidence", async () =>
    (await shown(tab))?.text.includes(say("reason.page-identity", { name: "Vietcombank" })),
  );
});

test("an article about such pages is left alone, and nobody is told of any", async () => {
  const honest = await world().visit(`http://${HONEST}/`);
  await expectHeading(honest, "Cảnh báo lừa đảo mạo danh Vietcombank");
  await expectWarning(await world().visit(`http://${STEALS}/`), STEALS);
  expect(await honest.evaluate(() => document.querySelector("[popover]"))).toBeNull();
  expectPrivate(world());
});
