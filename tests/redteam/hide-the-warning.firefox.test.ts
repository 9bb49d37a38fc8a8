import { expect, test } from "vitest";
import { loginPage } from "../e2e/harness/asking-pages.ts";
import type { Reply } from "../e2e/harness/network.ts";
import { page, pages } from "../e2e/harness/replies.ts";
import { say } from "../e2e/harness/say.ts";
import { until } from "../e2e/harness/until.ts";
import { expectHeading, protectedFirefox, shown } from "../firefox/harness/firefox-world.ts";
import { WAYS_TO_HIDE, WAYS_TO_PAINT_OVER } from "./ways-to-hide.ts";

const world = protectedFirefox({ hosts: ["listed.example"] });

const SITE = "giau-loi-nhac.example";

test.each(Object.entries(WAYS_TO_HIDE))(
  "a banner that can't be read gives way to the warning page: %s",
  async (_, given) => {
    world().network.serve(SITE, pages({ "/": loginPage(given) }));
    const tab = await world().visit(`http://${SITE}/`);
    await until("the warning page", async () => {
      const content = await shown(tab);
      return content?.text.includes(say("warning.warned")) && content.text.includes(SITE);
    });
  },
);

test.each(Object.entries(WAYS_TO_PAINT_OVER))(
  "a banner stays to be read whole: %s",
  async (_, given) => {
    const look = async (reply: Reply) => {
      world().network.serve(SITE, pages({ "/": reply }));
      const tab = await world().visit(`http://${SITE}/`);
      await until("the banner", () =>
        tab.evaluate(() => document.querySelector("[popover]:not([data-evil])") !== null),
      );
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return tab.screenshot({ clip: { x: 0, y: 0, width: 800, height: 50 }, encoding: "base64" });
    };
    expect(await look(loginPage(given))).toBe(await look(loginPage()));
  },
);

test("a double click on what holds a password sends nothing", async () => {
  const { network } = world();
  network.serve(SITE, pages({ "/": loginPage(), "/luu": page("Đã nhận") }));
  const tab = await world().visit(`http://${SITE}/`);
  const layers = (count: number) => () =>
    tab.evaluate(
      (least) => document.querySelectorAll("[popover]:popover-open").length >= least,
      count,
    );
  await until("the banner", layers(1));
  await tab.type("input[type=password]", "bi-mat");
  await tab.click("button", { count: 2 });
  await until("the question", layers(2));
  // Wherever in it the button lies, nobody can have read what it says.
  const box = await tab.evaluate(() => {
    const { left, top, width, height } =
      [...document.querySelectorAll("[popover]:popover-open")].at(-1)?.getBoundingClientRect() ??
      new DOMRect();
    return { left, top, width, height };
  });
  for (const x of [0.2, 0.5, 0.8]) {
    await tab.mouse.click(box.left + box.width * x, box.top + Math.max(20, box.height - 30), {
      count: 2,
    });
  }
  await expectHeading(tab, "Vietcombank - Đăng nhập");
  expect(network.at(SITE).filter(({ path }) => path === "/luu")).toEqual([]);
});
