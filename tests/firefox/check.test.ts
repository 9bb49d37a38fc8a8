import type { Page } from "puppeteer-core";
import encodeQR from "qr";
import { expect, test } from "vitest";
import { say } from "../e2e/harness/say.ts";
import { until } from "../e2e/harness/until.ts";
import { protectedFirefox, shown } from "./harness/firefox-world.ts";

const LISTED = "gia-mao.example";

const world = protectedFirefox({
  hosts: [{ host: LISTED, brand: "Vietcombank" }],
  contacts: ["phone,0912 345 678,,fake-police-court,2026-11-02,Nguồn thử nghiệm,"],
});

test("a number is typed and told, and a message by the number in it", async () => {
  const page = await openCheck();
  await page.type("textarea", "+84 912.345.678");
  await page.keyboard.press("Enter");
  await says(page, say("number.block.phone"));
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
  await page.keyboard.type("Ban trung thuong, lien he 0912345678");
  await page.keyboard.press("Enter");
  await says(page, say("message.block"));
});

test("a picture of a QR is dropped on the box and read", async () => {
  const page = await openCheck();
  const bytes = [...encodeQR(`https://${LISTED}/`, "gif", { scale: 4 })];
  await page.evaluate((numbers) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(numbers)], "ma.gif", { type: "image/gif" }));
    const drop = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
    document.querySelector("textarea")?.dispatchEvent(drop);
  }, bytes);
  await says(page, say("warning.imitates", { brand: "Vietcombank" }));
});

test("the menu of pages offers to check, and what is handed over opens in a window of its own", async () => {
  const { firefox } = world();
  const page = await openCheck();
  // Changing an item that is not there fails.
  const change = (id: string) =>
    page.evaluate((item) => {
      const { contextMenus } = (globalThis as unknown as { browser: BrowserApi }).browser;
      return contextMenus.update(item, {}).then(
        () => true,
        () => false,
      );
    }, id);
  expect(await Promise.all(["link", "selection", "nothing"].map(change))).toEqual([
    true,
    true,
    false,
  ]);

  const before = new Set(await firefox.browser.pages());
  await firefox.ask({ type: "open-check", text: `https://${LISTED}/x`, isPrivate: false });
  const own = await until("the check's own window", async () => {
    // What it was handed no longer stands in its address once it is read.
    for (const tab of await firefox.browser.pages()) {
      const path = await tab.evaluate(() => location.pathname).catch(() => "");
      if (!before.has(tab) && path === "/check.html") return tab;
    }
    return null;
  });
  await says(own, say("warning.imitates", { brand: "Vietcombank" }));
});

interface BrowserApi {
  contextMenus: { update(id: string, changes: object): Promise<void> };
}

async function openCheck(): Promise<Page> {
  const page = await world().firefox.openExtensionPage("check.html");
  await until("the box is there", () => page.$("textarea"));
  return page;
}

async function says(page: Page, words: string): Promise<void> {
  await until(`it says «${words}»`, async () => {
    const text = (await shown(page))?.text ?? "";
    return text.includes(words) || null;
  });
}
