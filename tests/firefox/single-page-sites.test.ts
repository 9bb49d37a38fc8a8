import { beforeAll, expect, test } from "vitest";
import { IDLE } from "../e2e/harness/firefox.ts";
import { page, pages } from "../e2e/harness/replies.ts";
import { expectHeading, expectWarning, protectedFirefox, shown } from "./harness/firefox-world.ts";

const SHARED = "trang-chung.example";

/** A shop whose pages come without the network, as single-page sites do. */
const SHOP = page(
  "Cửa hàng",
  `<button id="push" onclick="history.pushState({}, '', '/view/qua-tang')">Quà</button>
   <button id="replace" onclick="history.replaceState({}, '', '/view/qua-tang/2')">Quà hai</button>
   <button id="other" onclick="history.pushState({}, '', '/view/khac'); document.querySelector('h1').textContent = 'Trang khác'">Khác</button>`,
);

const world = protectedFirefox({ paths: [`${SHARED}/view/qua-tang`] }, { prefs: { [IDLE]: 1000 } });

beforeAll(() => {
  world().network.serve(SHARED, pages({ "/": SHOP }));
});

test.each(["push", "replace"])(
  "a page that goes to a listed path without loading anything (%s) gives way to the warning, background asleep",
  async (way) => {
    const { firefox, visit } = world();
    const tab = await visit(`http://${SHARED}/`);
    await expectHeading(tab, "Cửa hàng");
    await firefox.sleeps();
    await tab.click(`#${way}`);
    await expectWarning(tab, SHARED);
  },
);

test("a page that goes to another path of its own stays", async () => {
  const { firefox, visit } = world();
  const tab = await visit(`http://${SHARED}/`);
  await expectHeading(tab, "Cửa hàng");
  await tab.click("#other");
  await expectHeading(tab, "Trang khác");
  // The background has had its turn: it answers after what it was told before.
  await firefox.ask({ type: "state" });
  expect((await shown(tab))?.url).toBe(`http://${SHARED}/view/khac`);
});
