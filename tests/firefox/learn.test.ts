import { constants, inflateSync } from "node:zlib";
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

test("a text to share is copied by keyboard in the sender's name, and both sheets fill one page of paper", async () => {
  const page = await open("#/share/fake-evn", say("learn.nav.share"));
  const field = (key: "share.agency" | "share.url") =>
    until(`the field «${say(key)}»`, () =>
      page.$(`xpath/.//input[@id=//label[contains(., "${say(key)}")]/@for]`),
    );
  await (await field("share.agency")).type("Tổ dân phố 5");
  const name = say("channel.copyWhat", { what: say("channel.name.sms") });
  await (await until("the button that copies", () => page.$(`aria/${name}`)))?.focus();
  await page.keyboard.press("Enter");
  const copied = say("channel.copied", { what: say("channel.name.sms") });
  await until(
    "it says that it copied",
    async () => (await page.evaluate(() => document.body.innerText)).includes(copied) || null,
  );
  const url = await field("share.url");
  await url.focus();
  await page.keyboard.down("Control");
  await page.keyboard.press("v");
  await page.keyboard.up("Control");
  await until("what was copied is pasted", async () => {
    const pasted = await url.evaluate((input) => (input as HTMLInputElement).value);
    return /^To dan pho 5: .*dien luc/.test(pasted) || null;
  });

  for (const sheet of ["poster", "handout"] as const) {
    await (
      await page.$(`xpath/.//label[contains(., "${say(`channel.name.${sheet}`)}")]/input`)
    )?.click();
    await until(`the ${sheet} is shown`, () => page.$(`.sheet-${sheet}`));
    expect(pagesOf(Buffer.from(await page.pdf({ format: "A4", margin: {} }))), sheet).toBe(1);
  }
});

async function open(view: string, heading: string): Promise<Page> {
  const page = await world().firefox.openExtensionPage(`learn.html${view}`);
  await until(`the view ${view}`, async () => (await shown(page))?.heading === heading || null);
  return page;
}

/** Pages of a PDF; Firefox packs what describes them (ISO 32000 §7.5.7). */
function pagesOf(pdf: Buffer): number {
  const packed = pdf.toString("latin1").matchAll(/\/ObjStm[^>]*>>\s*stream\r?\n/g);
  const objects = [...packed].map(({ 0: head, index }) =>
    inflateSync(pdf.subarray(index + head.length), { finishFlush: constants.Z_SYNC_FLUSH }),
  );
  const all = [pdf, ...objects].map((part) => part.toString("latin1")).join("\n");
  return (all.match(/\/Type\s*\/Page\b/g) ?? []).length;
}

async function press(page: Page, name: string): Promise<void> {
  const button = await until(`the button «${name}»`, () =>
    page.$(`xpath/.//button[normalize-space()="${name}"]`),
  );
  await button.click();
}
