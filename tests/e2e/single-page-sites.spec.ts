import { expect, test } from "@playwright/test";
import { page, pages } from "./harness/replies.ts";
import { expectHeading, expectWarning, protectedWorld } from "./harness/world.ts";

const SHARED = "trang-chung.example";

/** A shop whose pages come without the network, as single-page sites do. */
const SHOP = page(
  "Cửa hàng",
  `<button id="push" onclick="history.pushState({}, '', '/view/qua-tang')">Quà</button>
   <button id="replace" onclick="history.replaceState({}, '', '/view/qua-tang/2')">Quà hai</button>
   <button id="other" onclick="history.pushState({}, '', '/view/khac'); document.querySelector('h1').textContent = 'Trang khác'">Khác</button>`,
);

const world = protectedWorld({ paths: [`${SHARED}/view/qua-tang`] });

test.beforeAll(() => {
  world().network.serve(SHARED, pages({ "/": SHOP, "/view/khac": SHOP }));
});

for (const way of ["push", "replace"]) {
  test(`a page that goes to a listed path without loading anything (${way}) gives way to the warning`, async () => {
    const { chromium, visit } = world();
    const tab = await visit(`http://${SHARED}/`);
    await expectHeading(tab, "Cửa hàng");
    // The browser tells a worker of it that sleeps, too.
    await chromium.killWorker();
    await tab.locator(`#${way}`).click();
    await expectWarning(tab, SHARED);
  });
}

test("a page that goes to another path of its own stays", async () => {
  const { chromium, visit } = world();
  const tab = await visit(`http://${SHARED}/`);
  await tab.locator("#other").click();
  await expectHeading(tab, "Trang khác");
  // The background has had its turn: it answers after what it was told before.
  await chromium.ask({ type: "state" });
  await expect(tab).toHaveURL(`http://${SHARED}/view/khac`);
});
