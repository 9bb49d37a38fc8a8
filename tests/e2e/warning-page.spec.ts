import { expect, type Page, test } from "@playwright/test";
import { askedSince } from "./harness/asked-since.ts";
import { hostileFragments } from "./harness/hostile-fragments.ts";
import { page, pages } from "./harness/replies.ts";
import { say } from "./harness/say.ts";
import { expectHeading, expectWarning, protectedWorld } from "./harness/world.ts";

const LISTED = "vietcombank-otp.example";
const NO_BRAND = "trung-thuong.example";
const HONEST = "ban-tin.example";
const SHARED = "trang-chung.example";

/** Sizes of frames that have no room for sentences, and whether there is room for a word. */
const SMALL = [
  { width: 728, height: 90, word: true },
  { width: 120, height: 600, word: true },
  { width: 100, height: 100, word: true },
  { width: 300, height: 20, word: false },
  { width: 50, height: 50, word: false },
];
const small = ({ width, height }: { width: number; height: number }) =>
  `<iframe width="${width}" height="${height}" src="http://${LISTED}/"></iframe>`;

const CONTENT = {
  hosts: [
    { host: LISTED, brand: "Vietcombank", form: "sms-brandname-spoof" },
    { host: NO_BRAND },
    { host: "khong-cho-vao.example" },
  ],
  paths: [`${SHARED}/a`, `${SHARED}/a/b`, `${SHARED}/c`],
};

const world = protectedWorld(CONTENT);

test.beforeAll(() => {
  const { network } = world();
  network.serve(LISTED, pages({ "/": page("Đăng nhập"), "/tiep": page("Bước hai") }));
  network.serve(`sub.${LISTED}`, () => page("Tên miền con"));
  network.serve(SHARED, () => page("Trang chung"));
  network.serve("www.vietcombank.com.vn", () => page("Ngân hàng thật"));
  network.serve(
    HONEST,
    pages({
      "/": page("Bản tin"),
      "/frame": page("Có khung", `<iframe src="http://${LISTED}/"></iframe>`),
      "/nho": page("Khung nhỏ", SMALL.map(small).join("")),
      "/link": page("Bản tin", `<a href="http://${LISTED}/">Xem</a>`),
    }),
  );
});

test.afterEach(async () => {
  const { chromium } = world();
  for (const { entry } of await chromium.ask({ type: "overrides" })) {
    await chromium.ask({ type: "revoke-override", entry });
  }
});

test("it says in one look what happened, why, and whom the site imitates", async () => {
  const tab = await world().visit(`http://${LISTED}/`);
  await expectWarning(tab, LISTED);
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText(
    say("warning.imitates", { brand: "Vietcombank" }),
  );
  await expect(tab.getByText(say("warning.whyBlocked"))).toBeVisible();
});

test("its first button leads to the real site where the brand is known", async () => {
  const tab = await world().visit(`http://${LISTED}/`);
  const buttons = tab.locator("button:visible, a[href]:visible");
  await expect(buttons.first()).toHaveText(/vietcombank\.com\.vn/);
});

test("without a brand its first button closes the page, and it works", async () => {
  const tab = await world().visit(`http://${NO_BRAND}/`);
  const first = tab.locator("button:visible, a[href]:visible").first();
  await expect(first).toHaveText(say("general.close"));
  await first.click();
  await expect.poll(() => tab.isClosed() || !tab.url().includes("warning.html")).toBe(true);
});

test("«go back» returns to the page that led here", async () => {
  const tab = await world().visit(`http://${HONEST}/link`);
  await tab.getByRole("link").click();
  await expectWarning(tab, LISTED);
  await tab.getByRole("button", { name: say("general.back") }).click();
  await expectHeading(tab, "Bản tin");
});

test("going on needs a second step and then opens the site", async () => {
  const tab = await world().visit(`http://${LISTED}/`);
  await goOn(tab);
  await expectHeading(tab, "Đăng nhập");
  await world().visit(`http://${LISTED}/tiep`, tab);
  await expectHeading(tab, "Bước hai");
});

test("going on holds for that tab and the tabs it opens, not for others", async () => {
  const tab = await world().visit(`http://${LISTED}/`);
  await goOn(tab);
  await expectHeading(tab, "Đăng nhập");

  const opened = world().chromium.context.waitForEvent("page");
  await tab.evaluate(() => void window.open("/tiep"));
  await expectHeading(await opened, "Bước hai");

  // The browser calls the tab in front the opener of one that a person opens beside it and types an address into.
  await tab.bringToFront();
  await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
});

test("going on to one listed host opens no other", async () => {
  const tab = await world().visit(`http://${LISTED}/`);
  await goOn(tab);
  await expectHeading(tab, "Đăng nhập");
  await world().visit(`http://${NO_BRAND}/`, tab);
  await expectWarning(tab, NO_BRAND);
});

test("going on to a listed path opens what it covers, on any port, and no other listed path", async () => {
  const tab = await world().visit(`http://${SHARED}/a`);
  await goOn(tab);
  await expectHeading(tab, "Trang chung");
  const before = world().network.at(SHARED).length;
  for (const path of ["/a/b", "/a/b/c", "/c"]) {
    await world().visit(`http://${SHARED}${path}`, tab);
    await expectWarning(tab, SHARED);
  }
  expect(world().network.at(SHARED).length).toBe(before);
  for (const rest of ["/a/khac", ":8080/a?x=1"]) {
    await world().visit(`http://${SHARED}${rest}`, tab);
    await expectHeading(tab, "Trang chung");
  }
});

test("revoking closes the way again", async () => {
  const { chromium } = world();
  const tab = await world().visit(`http://${LISTED}/`);
  await goOn(tab);
  await expectHeading(tab, "Đăng nhập");
  const [live] = await chromium.ask({ type: "overrides" });
  expect(live?.entry).toBe(LISTED);

  await chromium.ask({ type: "revoke-override", entry: LISTED });

  await world().visit(`http://${LISTED}/tiep`, tab);
  await expectWarning(tab, LISTED);
  expect(await chromium.ask({ type: "overrides" })).toEqual([]);
});

test("the leave is for ten minutes and ends by itself", async () => {
  const { chromium } = world();
  const tab = await world().visit(`http://${LISTED}/`);
  const start = Date.now();
  await goOn(tab);
  await expectHeading(tab, "Đăng nhập");
  const [live] = await chromium.ask({ type: "overrides" });
  expect(live?.until).toBeGreaterThan(start + 9 * 60_000);
  expect(live?.until).toBeLessThan(Date.now() + 10 * 60_000 + 1);

  await chromium.passTime(11 * 60_000);

  await expect.poll(() => chromium.ask({ type: "overrides" })).toEqual([]);
  await world().visit(`http://${LISTED}/tiep`, tab);
  await expectWarning(tab, LISTED);
});

test("the leave does not outlast the browser", async () => {
  const tab = await world().visit(`http://${LISTED}/`);
  await goOn(tab);
  await expectHeading(tab, "Đăng nhập");
  await world().restart();
  await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
});

test("a frame offers no way on and is given none", async () => {
  const { chromium } = world();
  const before = world().network.at(LISTED).length;
  const tab = await world().visit(`http://${HONEST}/frame`);
  const frame = tab.frameLocator("iframe");
  await expect(frame.locator("body")).toContainText(LISTED);
  await expect(frame.getByText(say("warning.goOn"))).toHaveCount(0);

  // A sandboxed page: whoever takes it over could ask the extension for nothing.
  const notice = tab.frames().find((f) => f.url().includes("notice.html"));
  const api = await notice?.evaluate(() => {
    const { chrome } = globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } };
    return [origin, typeof chrome?.runtime?.sendMessage];
  });
  expect(api).toEqual(["null", "undefined"]);
  expect(await chromium.ask({ type: "overrides" })).toEqual([]);
  expect(world().network.at(LISTED).length).toBe(before);
});

test("a frame without room for sentences shows a short notice that fits", async () => {
  const tab = await world().visit(`http://${HONEST}/nho`);
  for (const [index, { width, height, word }] of SMALL.entries()) {
    const size = `${width} × ${height}`;
    const frame = tab.frameLocator("iframe").nth(index);
    await expect(frame.locator(".mark-blocked"), size).toBeVisible();
    // Screen readers are told all of it.
    await expect(frame.getByRole("heading", { name: say("frame.blocked") })).toHaveCount(1);
    await expect(frame.getByText(say("frame.short"), { exact: true })).toBeVisible({
      visible: word,
    });
    const room = await frame.locator("html").evaluate((html) => ({
      across: html.scrollWidth - html.clientWidth,
      down: html.scrollHeight - html.clientHeight,
    }));
    expect(room, size).toEqual({ across: 0, down: 0 });
  }
});

for (const { what, fragment } of hostileFragments(LISTED, HONEST)) {
  test(`opened by hand with ${what}, it warns of nothing and grants nothing`, async () => {
    const { chromium, network } = world();
    const tab = await world().openTab();
    const dialogs: string[] = [];
    tab.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const before = network.received.length;
    await tab.goto(`${chromium.extensionUrl("warning.html")}#${fragment}`);
    await expect(tab.getByRole("heading").first()).toBeVisible();
    await expect(tab.getByText(say("warning.checking"))).toHaveCount(0);
    await expect(tab.getByText(say("warning.blocked"))).toHaveCount(0);
    await expect(tab.getByText(say("warning.goOn"))).toHaveCount(0);
    await expect(tab.locator("img[src=x]")).toHaveCount(0);
    expect(dialogs).toEqual([]);
    expect(await chromium.ask({ type: "overrides" })).toEqual([]);
    expect(askedSince(before, network)).toEqual([]);
  });
}

test("a page cannot open it to frighten people about an honest site", async () => {
  const { chromium } = world();
  const tab = await world().visit(`http://${HONEST}/`);
  const warning = `${chromium.extensionUrl("warning.html")}#https://www.vietcombank.com.vn/`;
  await tab.evaluate((url) => {
    location.href = url;
  }, warning);
  await expect.poll(() => tab.url()).not.toBe(`http://${HONEST}/`);
  await expect(tab.getByText(say("warning.blocked"))).toHaveCount(0);
});

test("a page cannot find out by fetching it that the extension is there", async () => {
  const { chromium } = world();
  const tab = await world().visit(`http://${HONEST}/`);
  const reached = await tab.evaluate(
    (url) =>
      fetch(url).then(
        () => "reached",
        () => "hidden",
      ),
    chromium.extensionUrl("warning.html"),
  );
  expect(reached).toBe("hidden");
});

test("an ordinary page is not given leave, whatever it sends", async () => {
  const { chromium } = world();
  const tab = await world().visit(`http://${HONEST}/`);
  const answer = await tab.evaluate(
    async ([id, url]) => {
      const { chrome } = globalThis as unknown as {
        chrome?: { runtime?: { sendMessage?(id: string, m: object): Promise<unknown> } };
      };
      if (!chrome?.runtime?.sendMessage) return "no way to ask";
      return await chrome.runtime
        .sendMessage(id ?? "", { type: "override", url })
        .catch(() => "refused");
    },
    [chromium.extensionId, `http://${LISTED}/`],
  );
  expect(["no way to ask", "refused"]).toContain(answer);
  expect(await chromium.ask({ type: "overrides" })).toEqual([]);
});

test("everything on it can be reached and used by keyboard alone", async () => {
  const tab = await world().visit(`http://${HONEST}/link`);
  await tab.getByRole("link").press("Enter");
  await expectWarning(tab, LISTED);

  await tabTo(tab, say("warning.goOn"));
  await tab.keyboard.press("Enter");
  await expect(tab.getByText(say("override.title"))).toBeVisible();
  await tabTo(tab, say("override.stay"));
  await tab.keyboard.press("Enter");
  await expect(tab.getByText(say("override.title"))).toHaveCount(0);
  await tabTo(tab, say("general.back"));
  await tab.keyboard.press("Enter");
  await expectHeading(tab, "Bản tin");
});

/** Takes both steps of going on. */
async function goOn(tab: Page): Promise<void> {
  await tab.getByRole("button", { name: say("warning.goOn") }).click();
  await tab.getByRole("button", { name: say("override.go"), exact: true }).click();
}

/** Presses Tab until the control with this name has the focus, which must also be visible. */
async function tabTo(tab: Page, name: string): Promise<void> {
  const control = tab.getByRole("button", { name, exact: true });
  for (let presses = 0; presses < 40; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) {
      await expect(control).toBeFocused();
      return;
    }
    await tab.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches "${name}"`);
}
