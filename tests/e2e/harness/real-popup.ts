import type { Page as Tab } from "@playwright/test";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { type Chromium, debuggingAddress } from "./chromium.ts";

/** The popup as the browser itself opens it over a tab. Playwright does not see it, so that another driver holds it. */
export interface RealPopup {
  page: Page;
  /** What it speaks: the language that Playwright gives its own tabs need not reach it. */
  locale: "vi" | "en";
  close(): Promise<void>;
}

let opened = 0;

/** Presses the extension's icon while this tab is in front. */
export async function openRealPopup(chromium: Chromium, over: Tab): Promise<RealPopup> {
  const [console] = chromium.context.pages();
  if (!console) throw new Error("the browser has no window");
  const browser: Browser = await puppeteer.connect({
    browserWSEndpoint: await debuggingAddress(chromium.profile),
    defaultViewport: null,
  });
  await over.bringToFront();
  // Other tabs show the popup's page too: this one has an address of its own.
  const popup = `popup.html?real=${++opened}`;
  await console.evaluate(`chrome.action.setPopup({ popup: "${popup}" })`);
  await console.evaluate("chrome.action.openPopup()");
  const url = chromium.extensionUrl(popup);
  const target = await browser.waitForTarget((each) => each.url() === url);
  const page = await target.asPage();
  await page.waitForSelector("#app > *");
  return {
    page,
    locale: await page.$eval("html", ({ lang }) => (lang === "vi" ? "vi" : "en")),
    async close() {
      await page.close();
      await browser.disconnect();
    },
  };
}
