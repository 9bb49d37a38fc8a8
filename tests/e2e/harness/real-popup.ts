import type { Page as Tab } from "@playwright/test";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { type Chromium, debuggingAddress } from "./chromium.ts";

/** The popup as the browser itself opens it over a tab. Playwright does not see it, so that another driver holds it. */
export interface RealPopup {
  page: Page;
  close(): Promise<void>;
}

/** Presses the extension's icon while this tab is in front. */
export async function openRealPopup(chromium: Chromium, over: Tab): Promise<RealPopup> {
  const [console] = chromium.context.pages();
  if (!console) throw new Error("the browser has no window");
  const browser: Browser = await puppeteer.connect({
    browserWSEndpoint: await debuggingAddress(chromium.profile),
    defaultViewport: null,
  });
  const known = new Set(browser.targets());
  await over.bringToFront();
  await console.evaluate("chrome.action.openPopup()");
  const url = chromium.extensionUrl("popup.html");
  const target = await browser.waitForTarget((each) => each.url() === url && !known.has(each));
  const page = await target.asPage();
  return {
    page,
    async close() {
      await page.close();
      await browser.disconnect();
    },
  };
}
