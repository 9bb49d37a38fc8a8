import type { Page } from "puppeteer-core";
import type { Answer, Request } from "../../src/extension/messages.ts";
import { type DemoBrowser, PATIENCE } from "./browser.ts";
import { DemoError } from "./demo-error.ts";
import { type ShownText, shownText } from "./shown-text.ts";

/** Does with the extension what a person does, and asks it what its own pages ask. */
export interface ExtensionDriver {
  text: ShownText;
  /** Presses the extension's icon while this tab is in front. Closes the popup that was open before. */
  openPopup(over: Page): Promise<Page>;
  /** @throws DemoError if nobody answers */
  ask<T extends Request["type"]>(request: Request & { type: T }): Promise<Answer<T>>;
}

declare const chrome: {
  action: { openPopup(): Promise<void> };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
};

/** Opens a page of the extension behind the others, from which it is spoken to. */
export async function driveExtension({
  browser,
  extensionId,
}: DemoBrowser): Promise<ExtensionDriver> {
  const popupUrl = `chrome-extension://${extensionId}/popup.html`;
  const backstage = await browser.newPage();
  await backstage.goto(`${popupUrl}?backstage`);
  return {
    text: shownText(await backstage.$eval("html", ({ lang }) => (lang === "vi" ? "vi" : "en"))),
    async openPopup(over) {
      for (const target of browser.targets()) {
        if (target.url() === popupUrl) await (await target.asPage()).close();
      }
      await over.bringToFront();
      await backstage.evaluate(() => chrome.action.openPopup());
      const target = await browser.waitForTarget((each) => each.url() === popupUrl, {
        timeout: PATIENCE,
      });
      const popup = await target.asPage();
      popup.setDefaultTimeout(PATIENCE);
      return popup;
    },
    async ask(request) {
      const answer = await backstage.evaluate(
        (message) => chrome.runtime.sendMessage(message),
        request,
      );
      if (answer === null || answer === undefined) {
        throw new DemoError(`the extension's background does not answer "${request.type}"`);
      }
      return answer as never;
    },
  };
}
