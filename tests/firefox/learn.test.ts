import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { say } from "../e2e/harness/say.ts";
import { until } from "../e2e/harness/until.ts";
import { protectedFirefox, shown } from "./harness/firefox-world.ts";

const world = protectedFirefox({ hosts: ["bi-chan.example"] });

test("a lesson is read, heard as far as there is a voice, and left for the next one", async () => {
  const page = await open("#/form/fake-evn", "Giả danh điện lực");
  await until("its picture is drawn", () => page.$(".lesson-head .picture path"));
  expect(await page.evaluate("typeof CSS.highlights.set")).toBe("function");

  await press(page, say("aloud.read"));
  await until("it says that there is no voice, or reads", async () => {
    const text = (await shown(page))?.text ?? "";
    return text.includes(say("aloud.noVoice")) || text.includes(say("aloud.pause")) || null;
  });

  await (await page.$("[rel=next]"))?.click();
  await until("the next lesson is there", async () => {
    const heading = (await shown(page))?.heading;
    return heading !== undefined && heading !== "Giả danh điện lực" && heading !== "";
  });
});

test("the quiz goes on where it was left", async () => {
  const page = await open("#/quiz", say("quiz.title"));
  const question = (tab: Page) =>
    until("a question is asked", () =>
      tab.evaluate(() => document.querySelector("legend")?.textContent ?? null),
    );
  const first = await question(page);
  await (await page.$("input[type=radio]"))?.click();
  await press(page, say("choose.check"));
  await until("it is explained", () => page.$(".outcome"));

  const later = await open("#/quiz", say("quiz.title"));
  expect(await question(later)).not.toBe(first);
});

async function open(view: string, heading: string): Promise<Page> {
  const page = await world().firefox.openExtensionPage(`learn.html${view}`);
  await until(`the view ${view}`, async () => (await shown(page))?.heading === heading || null);
  return page;
}

async function press(page: Page, name: string): Promise<void> {
  const button = await until(`the button «${name}»`, () =>
    page.$(`xpath/.//button[normalize-space()="${name}"]`),
  );
  await button.click();
}
