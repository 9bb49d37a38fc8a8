import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { openRealPopup, type RealPopup } from "./harness/real-popup.ts";
import { page } from "./harness/replies.ts";
import { runFolder } from "./harness/run.ts";
import { say } from "./harness/say.ts";
import { until } from "./harness/until.ts";
import { protectedWorld } from "./harness/world.ts";

const LISTED = "gia-mao.example";
const FAKE_BANK = { host: LISTED, brand: "BIDV" };
const SUSPECT = "dang-ngo.example";

const world = protectedWorld({ hosts: [FAKE_BANK] });

test.beforeAll(() => {
  world().network.serve(SUSPECT, () => page("Đáng ngờ", COLOURS));
});

test.afterEach(() => world().hub.mend());

/** Something private in red where the first black box comes to lie, something else in green. */
const COLOURS = `<style>
  div { position: fixed; left: 40%; width: 20%; height: 3% }
  #private { top: 18%; background: rgb(255, 0, 0) }
  #other { top: 60%; background: rgb(0, 255, 0) }
</style><div id="private"></div><div id="other"></div>`;

test("an answer to a report that was written offline comes back with the feed", async () => {
  const { hub, chromium, publisher, feed } = world();
  hub.fail("drop");
  const popup = await openReport();
  await type(popup, say("report.url"), `http://${SUSPECT}/nhan-qua`);
  await type(popup, say("report.note"), "Đòi mã OTP");
  await press(popup, say("report.next"));
  await press(popup, say("report.send"));
  await expect(popup.getByText(say("report.waitingTitle"))).toBeVisible();
  await popup.close();

  hub.mend();
  await chromium.passTime(6 * 60_000);
  const receipt = await until("the report is sent", async () => {
    await chromium.ringAlarms();
    return (await chromium.ask({ type: "reports" }))[0]?.receipt ?? null;
  });
  const [line] = await hub.command("decide", receipt.toLowerCase(), "confirmed");
  expect(line).toBe(`${receipt}: confirmed; ${SUSPECT} enters the list`);
  const decisions = join(runFolder(), `decisions-${receipt}.json`);
  await hub.command("decisions", "--out", decisions);

  await world().update({ hosts: [FAKE_BANK, SUSPECT], decisions });
  const news = await until("the answer is here", async () => {
    const [report] = await chromium.ask({ type: "reports" });
    return report?.decision ?? null;
  });
  expect(news.outcome).toBe("confirmed");
  const later = await openReport();
  await expect(later.getByText(say("report.news"))).toBeVisible();
  await expect(later.getByText(say("report.decision.confirmed")).first()).toBeVisible();
  await press(later, say("report.newsSeen"));
  await later.close();
  const last = await openReport();
  await expect(last.getByText(say("report.decision.confirmed"))).toHaveCount(1);
  await expect(last.getByText(say("report.news"))).toHaveCount(0);

  // The reviewer was wrong: the answer goes as it came.
  await hub.command("decide", receipt, "undo");
  await hub.command("decisions", "--out", decisions);
  feed.show(await publisher.publish({ hosts: [FAKE_BANK], decisions }));
  await chromium.ask({ type: "update-now" });
  await until("the answer is gone", async () => {
    const [report] = await chromium.ask({ type: "reports" });
    return report?.decision === null || null;
  });
});

test("what was covered in the picture is in no byte of it that leaves the browser", async () => {
  const { hub, chromium } = world();
  const tab = await world().visit(`http://${SUSPECT}/`);
  const popup = await openRealPopup(chromium, tab);
  await focus(popup, "tab", "popup.tab.report");
  await popup.page.keyboard.press("Enter");
  await pressIn(popup, "shot.take");
  await pressIn(popup, "shot.add");
  // The box that was added has the focus: it is moved there and back, and made a little larger.
  await popup.page.keyboard.press("ArrowLeft");
  await popup.page.keyboard.press("ArrowRight");
  await popup.page.keyboard.down("Shift");
  await popup.page.keyboard.press("ArrowDown");
  await popup.page.keyboard.up("Shift");
  await pressIn(popup, "shot.use");
  await pressIn(popup, "report.next");
  const shown = await popup.page.$eval("img.shot", (image) => (image as HTMLImageElement).src);
  await pressIn(popup, "report.send");
  await popup.page.waitForSelector(".receipt");
  const receipt = await popup.page.$eval(".receipt", (element) => element.textContent ?? "");
  await popup.close();

  const jpeg = Buffer.from(hub.screenshot(receipt) ?? []).toString("base64");
  expect(`data:image/jpeg;base64,${jpeg}`, "the preview showed the very picture").toBe(shown);
  const { red, green, black } = await coloursOf(tab, jpeg);
  expect(red).toBe(0);
  expect(green).toBeGreaterThan(100);
  expect(black).toBeGreaterThan(100);
});

test("who has lost money stands before the bank's number after one step", async () => {
  const tab = await world().visit(`http://${LISTED}/`);
  const popup = await openRealPopup(world().chromium, tab);
  await focus(popup, "tab", "popup.tab.report");
  await popup.page.keyboard.press("Enter");
  await pressIn(popup, "report.lostWay");
  await popup.page.waitForSelector(".hotline");
  const words = await popup.page.$eval("main", (main) => main.textContent ?? "");
  expect(words).toContain(say("help.hotline", { bank: "BIDV", number: "1900 9247" }, popup.locale));
  expect(await popup.page.$("form")).toBeNull();
  await popup.close();
});

test("a full disk is told before anything is written, and what is written is still sent", async () => {
  const { chromium, hub } = world();
  const stored = hub.stored().length;
  await chromium.fillDisk(true);
  const popup = await openReport();
  await expect(popup.getByText(say("report.noRoom"))).toBeVisible();
  await type(popup, say("report.url"), `http://${SUSPECT}/day-dia`);
  await press(popup, say("report.next"));
  hub.fail("drop");
  await press(popup, say("report.send"));
  await expect(popup.getByText(say("report.notStored"))).toBeVisible();
  hub.mend();
  await press(popup, say("report.send"));
  await expect(popup.getByText(say("report.sentTitle"))).toBeVisible();
  expect(hub.stored().slice(stored)).toMatchObject([{ url: `http://${SUSPECT}/day-dia` }]);
  await chromium.fillDisk(false);
});

async function openReport(): Promise<Page> {
  const popup = await world().openTab();
  await popup.goto(world().chromium.extensionUrl("popup.html"));
  await popup.getByRole("tab", { name: say("popup.tab.report") }).focus();
  await popup.keyboard.press("Enter");
  await expect(popup.locator("form")).toBeVisible();
  return popup;
}

async function press(popup: Page, name: string): Promise<void> {
  await popup.getByRole("button", { name }).focus();
  await popup.keyboard.press("Enter");
}

async function type(popup: Page, label: string, text: string): Promise<void> {
  await popup.getByLabel(label).focus();
  await popup.keyboard.press("Control+A");
  await popup.keyboard.type(text);
}

type Words = Parameters<typeof say>[0];

async function focus(popup: RealPopup, role: "tab" | "button", key: Words): Promise<void> {
  const name = say(key, {}, popup.locale);
  const element = await popup.page.waitForSelector(
    `::-p-xpath(//*[@role='${role}' or name()='${role}'][contains(., '${name}')])`,
  );
  await element?.focus();
}

async function pressIn(popup: RealPopup, key: Words): Promise<void> {
  await focus(popup, "button", key);
  await popup.page.keyboard.press("Enter");
}

/** How many pixels of a picture have each colour, more or less. */
async function coloursOf(tab: Page, jpeg: string) {
  return tab.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
    const pen = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    if (!pen) throw new Error("no canvas");
    pen.drawImage(picture, 0, 0);
    const { data } = pen.getImageData(0, 0, picture.width, picture.height);
    const count = { red: 0, green: 0, black: 0 };
    for (let i = 0; i < data.length; i += 4) {
      const [r = 0, g = 0, b = 0] = data.subarray(i, i + 3);
      if (r > 100 && g < 80 && b < 80) count.red++;
      if (g > 150 && r < 100 && b < 100) count.green++;
      if (r < 20 && g < 20 && b < 20) count.black++;
    }
    return count;
  }, jpeg);
}
