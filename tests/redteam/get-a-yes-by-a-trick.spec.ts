import { expect, type Page, test } from "@playwright/test";
import { LOGIN, loginPage } from "../e2e/harness/asking-pages.ts";
import { expectBanner, type OurLayers, prefill, words } from "../e2e/harness/banner.ts";
import { page, pages } from "../e2e/harness/replies.ts";
import { protectedWorld } from "../e2e/harness/world.ts";

const world = protectedWorld({ hosts: ["listed.example"] });

const SITE = "bam-hai-lan.example";
const NAMED = words("banner.named", { name: "Vietcombank" });
/** Requests of the tests before. */
let earlier = 0;
const sent = () =>
  world()
    .network.at(SITE)
    .slice(earlier)
    .filter(({ path }) => path.startsWith("/luu") || path.endsWith(".apk"));

test.beforeEach(() => {
  earlier = world().network.at(SITE).length;
});

async function open(form = LOGIN, script = ""): Promise<{ tab: Page; layers: OurLayers }> {
  world().network.serve(
    SITE,
    pages({ "/": loginPage({ form, script }), "/luu": page("Đã nhận"), "/luu-2": page("Đã nhận") }),
  );
  const tab = await world().visit(`http://${SITE}/`);
  const layers = await expectBanner(tab, NAMED);
  await prefill(tab.locator("[type=password]").first(), "bi-mat");
  return { tab, layers };
}

/** Where the button to go on lies when the question about this page's button is open. */
async function placeOfGoOn(): Promise<{ x: number; y: number }> {
  const { tab, layers } = await open();
  await tab.locator("form button").click();
  await expect.poll(() => layers.question()).not.toBeNull();
  const { left, top, width, height } = await layers.box("alertdialog");
  await tab.close();
  return { x: left + width * 0.5, y: top + height - 38 };
}

test("a double click where the button will appear sends nothing", async () => {
  const { x, y } = await placeOfGoOn();
  const { tab, layers } = await open();
  // The page's own button comes to lie there, and the field it belongs to stays where it was.
  await tab.evaluate(
    ([left, top]) => {
      const button = document.querySelector<HTMLElement>("form button");
      if (button) button.style.cssText = `position:fixed;left:${left}px;top:${top}px;margin:-20px`;
    },
    [x, y],
  );
  for (let i = 0; i < 3; i++) await tab.mouse.dblclick(x, y, { delay: 20 });
  await expect.poll(() => layers.question()).not.toBeNull();
  expect(sent()).toEqual([]);
});

test("clicks in a row on the button send nothing while nobody can have read it", async () => {
  const { tab, layers } = await open();
  await tab.locator("form button").click();
  await expect.poll(() => layers.question()).not.toBeNull();
  const { left, top, width, height } = await layers.box("alertdialog");
  for (const share of [0.35, 0.5, 0.65])
    for (let i = 0; i < 3; i++) await tab.mouse.click(left + width * share, top + height - 38);
  expect(sent()).toEqual([]);
});

test("a yes to one form is no yes to another", async () => {
  const second = LOGIN.replace('action="/luu"', 'action="/luu-2" id="hai"').replaceAll(
    "user",
    "u2",
  );
  const { tab, layers } = await open(
    LOGIN + second,
    'document.querySelector("form").target = "khung"; document.body.insertAdjacentHTML("beforeend", "<iframe name=khung></iframe>")',
  );
  await tab.locator("form button").first().click();
  await layers.press(words("hold.send"));
  await expect.poll(() => sent().length).toBe(1);
  await prefill(tab.locator("#hai [type=password]"), "bi-mat-khac");
  await tab.locator("#hai button").click();
  await expect.poll(() => layers.question()).toContain(words("hold.secret"));
  expect(sent().map(({ path }) => path)).toEqual(["/luu"]);
});

test("a yes to a form is no yes to where a script then sends it", async () => {
  const { tab, layers } = await open(
    LOGIN,
    'document.querySelector("form").target = "khung"; document.body.insertAdjacentHTML("beforeend", "<iframe name=khung></iframe>")',
  );
  await tab.locator("form button").click();
  await layers.press(words("hold.send"));
  await expect.poll(() => sent().length).toBe(1);
  await tab.evaluate(() => {
    const form = document.querySelector("form");
    if (form) form.action = "/luu-2";
  });
  await tab.locator("form button").click();
  await expect.poll(() => layers.question()).toContain(words("hold.secret"));
  expect(sent().map(({ path }) => path)).toEqual(["/luu"]);
});

test("a yes to a secret is no yes to an app", async () => {
  const { tab, layers } = await open(
    `${LOGIN}<a id="app" href="/vcb.apk">Tải ứng dụng</a>`,
    'document.querySelector("form").target = "khung"; document.body.insertAdjacentHTML("beforeend", "<iframe name=khung></iframe>")',
  );
  await tab.locator("form button").click();
  await layers.press(words("hold.send"));
  await expect.poll(() => sent().length).toBe(1);
  await tab.locator("#app").click();
  await expect.poll(() => layers.question()).toContain(words("hold.package"));
  expect(sent().map(({ path }) => path)).toEqual(["/luu"]);
});

for (const [how, uncover] of [
  ["and lets the click fall through", ""],
  ["and takes that away as the pointer comes down", "addEventListener('pointerdown', off, true);"],
  ["and takes that away as the pointer comes near", "addEventListener('pointermove', off, true);"],
] as const) {
  test(`a page that lays a button of its own over the question gets no yes, ${how}`, async () => {
    const { x, y } = await placeOfGoOn();
    const cover = `
      const off = () => document.querySelector("#evil")?.hidePopover();
      ${uncover}
      new MutationObserver(() => {
        if (document.querySelectorAll("[popover]").length !== 2) return;
        const box = document.createElement("div");
        box.id = "evil";
        box.popover = "manual";
        box.textContent = "Tiếp tục";
        box.style.cssText = "position:fixed;inset:0;width:100%;height:100%;margin:0;background:#fff;pointer-events:none!important";
        document.body.append(box);
        box.showPopover();
        setInterval(() => { if (box.matches(":popover-open")) { box.hidePopover(); box.showPopover(); } }, 50);
      }).observe(document.documentElement, { childList: true, subtree: true });`;
    const { tab } = await open(LOGIN, cover);
    await tab.locator("form button").click();
    await tab.waitForFunction("document.querySelector('#evil')?.matches(':popover-open')");
    // As long as a person takes to read what the page shows.
    await tab.waitForTimeout(2_500);
    await tab.mouse.move(x, y + 200);
    await tab.mouse.move(x, y, { steps: 5 });
    await tab.mouse.click(x, y, { delay: 60 });
    await tab.waitForTimeout(300);
    expect(sent()).toEqual([]);
  });
}

test("whoever types on over the question, and ends with Tab and Enter as always, has said no yes", async () => {
  const { tab, layers } = await open();
  await tab.locator("[type=password]").focus();
  await tab.keyboard.type("mat-khau cua toi", { delay: 150 });
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("Enter");
  await tab.waitForTimeout(300);
  expect(await layers.question()).toContain(words("hold.secret"));
  expect(sent()).toEqual([]);
});
