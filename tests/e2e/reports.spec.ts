import { expect, type Page, test } from "@playwright/test";
import { receiptSchema } from "../../src/core/report/report.ts";
import { openRealPopup } from "./harness/real-popup.ts";
import { page } from "./harness/replies.ts";
import { say } from "./harness/say.ts";
import { sayEither } from "./harness/say-either.ts";
import { expectWarning, protectedWorld } from "./harness/world.ts";

const LISTED = "bi-chan-nham.example";
const SUSPECT = "dang-ngo.example";

const world = protectedWorld({ hosts: [LISTED] });

test.beforeAll(() => {
  world().network.serve(SUSPECT, () => page("Đáng ngờ"));
});

test.afterEach(async () => {
  world().hub.mend();
  // The next worker starts with the true clock.
  await world().chromium.killWorker();
});

test("what the preview shows is exactly what is sent, and a receipt comes back", async () => {
  const { hub, chromium } = world();
  const popup = await openReport();
  await popup.getByLabel(say("report.url")).fill(`http://${SUSPECT}/dang-nhap?x=1`);
  await popup.getByLabel(say("report.note")).fill("Đòi mã OTP");
  await popup.getByRole("button", { name: say("report.next") }).click();
  await expect(popup.getByText(say("report.previewTitle"))).toBeVisible();
  await expect(popup.getByText(`http://${SUSPECT}/dang-nhap?x=1`)).toBeVisible();
  await expect(popup.getByText("Đòi mã OTP")).toBeVisible();
  expect(hub.arrived(), "nothing leaves before the person sends it").toEqual([]);
  await popup.getByRole("button", { name: say("report.send") }).click();
  await expect(popup.getByText(say("report.sentTitle"))).toBeVisible();

  const [sent] = hub.arrived();
  expect(sent).toMatchObject({
    kind: "scam",
    url: `http://${SUSPECT}/dang-nhap?x=1`,
    note: "Đòi mã OTP",
  });
  const [queued] = await chromium.ask({ type: "reports" });
  expect(queued?.report).toEqual(sent);
  expect(receiptSchema.safeParse({ receipt: queued?.receipt }).success).toBe(true);
  await expect(popup.getByText(queued?.receipt ?? "no receipt")).toBeVisible();
});

test("a report sent twice by hand is one: the first receipt is shown again, calmly, and one report lies with the hub", async () => {
  const { hub, chromium } = world();
  const stored = hub.stored().length;
  const receipts: (string | null)[] = [];
  for (const title of ["report.sentTitle", "report.repeatedTitle"] as const) {
    const popup = await openReport();
    await popup.getByLabel(say("report.url")).fill(`http://${SUSPECT}/hai-lan`);
    await popup.getByLabel(say("report.note")).fill("Đòi mã OTP");
    await popup.getByRole("button", { name: say("report.next") }).press("Enter");
    await popup.getByRole("button", { name: say("report.send") }).press("Enter");
    await expect(popup.getByText(say(title))).toBeVisible();
    receipts.push(await popup.locator(".receipt").textContent());
    // The next worker has forgotten what this one sent.
    await chromium.killWorker();
  }
  expect(receipts[1]).toBe(receipts[0]);
  expect(hub.stored().slice(stored)).toHaveLength(1);

  const more = await openReport();
  await more.getByLabel(say("report.url")).fill(`http://${SUSPECT}/hai-lan`);
  await more.getByLabel(say("report.note")).fill("Lần này đòi cả căn cước");
  await more.getByRole("button", { name: say("report.next") }).press("Enter");
  await more.getByRole("button", { name: say("report.send") }).press("Enter");
  await expect(more.getByText(say("report.sentTitle"))).toBeVisible();
  expect((await hub.command("reports")).join("\n")).toContain(receipts[0] ?? "no receipt");
  const listed = (await hub.command("reports")).filter((line) => line.includes("hai-lan"));
  expect(listed).toHaveLength(2);
  expect(listed[1], "the reviewer sees of which report it is the repeat").toContain(
    receipts[0] ?? "no receipt",
  );
});

test("a picture from the computer is sent covered and drawn anew, without what the file says beside it", async () => {
  const { hub } = world();
  const popup = await openReport();
  await popup.getByLabel(say("report.url")).fill(`http://${SUSPECT}/co-anh`);
  const dialog = popup.waitForEvent("filechooser");
  await popup.getByRole("button", { name: say("shot.choose") }).press("Enter");
  const jpeg = await jpegThatTells(popup, "21.0278N 105.8342E");
  await (await dialog).setFiles({ name: "zalo.jpg", mimeType: "image/jpeg", buffer: jpeg });
  await popup.getByRole("button", { name: say("shot.add") }).press("Enter");
  await popup.getByRole("button", { name: say("shot.use") }).press("Enter");
  await expect(popup.getByAltText(say("shot.ready"))).toBeVisible();
  await popup.getByText(say("report.more")).click();
  await popup.getByLabel(say("report.arrivedBy")).selectOption("tiktok");
  await popup.getByRole("button", { name: say("report.next") }).press("Enter");
  await expect(popup.getByText("TikTok")).toBeVisible();
  await popup.getByRole("button", { name: say("report.send") }).press("Enter");
  await expect(popup.getByText(say("report.sentTitle"))).toBeVisible();
  const sent = hub.arrived().at(-1) as { screenshot: string; arrivedBy: string };
  expect(sent.arrivedBy).toBe("tiktok");
  const bytes = Buffer.from(sent.screenshot, "base64");
  expect(bytes.subarray(0, 2).toString("hex")).toBe("ffd8");
  expect(bytes.includes("21.0278N")).toBe(false);
  expect(bytes.includes("Exif")).toBe(false);
  expect((await hub.command("reports")).join("\n")).toContain("co-anh");
});

test("a picture is pasted as it was copied, and what is no picture is refused in words", async () => {
  const popup = await openReport();
  const jpeg = await jpegThatTells(popup, "x");
  await paste(popup, "image/jpeg", jpeg);
  await expect(popup.getByRole("heading", { name: say("shot.cover") })).toBeFocused();
  await popup.getByRole("button", { name: say("shot.cancel") }).press("Enter");
  await paste(popup, "image/png", Buffer.from("no picture"));
  await expect(popup.getByText(say("shot.unreadable"))).toBeVisible();
  // Nothing of it is left for the next test.
  await popup.evaluate("localStorage.clear()");
});

test("from the popup a picture is chosen in a window, which goes on with what was written", async () => {
  const { chromium } = world();
  const tab = await world().visit(`http://${SUSPECT}/`);
  const popup = await openRealPopup(chromium, tab);
  const press = (selector: string) => popup.page.locator(selector).click();
  await press(`::-p-aria(${say("popup.tab.report", {}, popup.locale)}[role="tab"])`);
  await popup.page.locator("textarea").fill("Đòi mã OTP");
  const opened = chromium.context.waitForEvent("page");
  await press(`::-p-aria(${say("shot.choose", {}, popup.locale)}[role="button"])`);
  const window = await opened;
  await expect(window.getByLabel(sayEither("report.note"))).toHaveValue("Đòi mã OTP");
  await expect(window.getByLabel(sayEither("report.url"))).toHaveValue(`http://${SUSPECT}/`);
  const dialog = window.waitForEvent("filechooser");
  await window.getByRole("button", { name: sayEither("shot.choose") }).press("Enter");
  await dialog;
  // Nothing of it is left for the next test.
  await window.evaluate("localStorage.clear()");
});

test("the warning page takes a report of a wrong block", async () => {
  const { hub } = world();
  const before = hub.arrived().length;
  const tab = await world().visit(`http://${LISTED}/`);
  await expectWarning(tab, LISTED);
  await tab.getByRole("button", { name: say("warning.report") }).click();
  await tab.getByRole("button", { name: say("report.next") }).click();
  await tab.getByRole("button", { name: say("report.send") }).click();
  await expect(tab.getByText(say("report.sentTitle"))).toBeVisible();
  expect(hub.arrived().slice(before)).toMatchObject([
    { kind: "false-positive", url: `http://${LISTED}/` },
  ]);
});

for (const how of [500, "drop"] as const) {
  test(`a report waits while the hub is down (${how}) and is sent once afterwards`, async () => {
    const { hub, chromium } = world();
    const stored = hub.stored().length;
    hub.fail(how);
    const popup = await openReport();
    await popup.getByLabel(say("report.url")).fill(`http://${SUSPECT}/${how}`);
    await popup.getByRole("button", { name: say("report.next") }).click();
    await popup.getByRole("button", { name: say("report.send") }).click();
    await expect(popup.getByText(say("report.waitingTitle"))).toBeVisible();
    expect((await chromium.ask({ type: "state" })).reportsWaiting).toBe(1);

    hub.mend();
    await chromium.killWorker();
    await chromium.ask({ type: "update-now" });
    await chromium.passTime(6 * 60 * 60_000);

    await nothingWaits();
    expect(hub.stored().slice(stored)).toMatchObject([{ url: `http://${SUSPECT}/${how}` }]);
    const sent = (await chromium.ask({ type: "reports" })).find(
      ({ report }) => report.url === `http://${SUSPECT}/${how}`,
    );
    expect(sent).toMatchObject({ status: "sent", problem: null });
  });
}

test("a report whose answer was lost is kept once by the hub and gets its receipt", async () => {
  const { hub, chromium } = world();
  const stored = hub.stored().length;
  const arrived = hub.arrived().length;
  hub.loseNextAnswer();
  const popup = await openReport();
  await popup.getByLabel(say("report.url")).fill(`http://${SUSPECT}/mat-tra-loi`);
  await popup.getByRole("button", { name: say("report.next") }).click();
  await popup.getByRole("button", { name: say("report.send") }).click();

  // Whether the browser itself sends it again at once or our queue does later, it must come out the same.
  await expect.poll(() => hub.arrived().length).toBeGreaterThan(arrived);
  await chromium.passTime(6 * 60 * 60_000);

  await nothingWaits();
  expect(hub.arrived().length).toBeGreaterThan(arrived + 1);
  expect(hub.stored().slice(stored)).toMatchObject([{ url: `http://${SUSPECT}/mat-tra-loi` }]);
  const [sent] = (await chromium.ask({ type: "reports" })).filter(({ report }) =>
    report.url?.endsWith("/mat-tra-loi"),
  );
  expect(sent?.receipt).toMatch(/^TT-/);
});

test("a report that waits outlives the browser", async () => {
  const { hub } = world();
  const stored = hub.stored().length;
  hub.fail("drop");
  const popup = await openReport();
  await popup.getByLabel(say("report.url")).fill(`http://${SUSPECT}/qua-dem`);
  await popup.getByRole("button", { name: say("report.next") }).click();
  await popup.getByRole("button", { name: say("report.send") }).click();
  await expect(popup.getByText(say("report.waitingTitle"))).toBeVisible();
  hub.mend();

  await world().restart();
  await world().chromium.passTime(6 * 60 * 60_000);

  await nothingWaits();
  expect(hub.stored().slice(stored)).toMatchObject([{ url: `http://${SUSPECT}/qua-dem` }]);
});

test("a report that was begun outlives its popup and the browser, until it is sent", async () => {
  const address = `http://${SUSPECT}/viet-do`;
  const first = await openReport();
  await first.getByLabel(say("report.url")).fill(address);
  await first.getByLabel(say("report.note")).fill("Đòi mã OTP");
  await first.close();

  await world().restart();
  const second = await openReport();
  await expect(second.getByText(say("report.draft"))).toBeVisible();
  await expect(second.getByLabel(say("report.url"))).toHaveValue(address);
  await expect(second.getByLabel(say("report.note"))).toHaveValue("Đòi mã OTP");
  await second.getByRole("button", { name: say("report.next") }).click();
  await second.getByRole("button", { name: say("report.send") }).click();
  await expect(second.getByText(say("report.sentTitle"))).toBeVisible();
  await second.close();

  const third = await openReport();
  await expect(third.getByLabel(say("report.note"))).toHaveValue("");
  await expect(third.getByText(say("report.draft"))).toHaveCount(0);
});

/** A picture with words of a camera (EXIF) in it. */
async function jpegThatTells(page: Page, words: string): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 600;
    canvas.height = 400;
    const pen = canvas.getContext("2d");
    if (pen) pen.fillStyle = "#3366cc";
    pen?.fillRect(0, 0, 600, 400);
    return canvas.toDataURL("image/jpeg").split(",")[1] ?? "";
  });
  const jpeg = Buffer.from(drawn, "base64");
  const body = Buffer.from(`Exif\0\0${words}`);
  const head = Buffer.from([0xff, 0xe1, 0, body.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

async function paste(page: Page, type: string, bytes: Buffer): Promise<void> {
  await page.getByLabel(say("report.note")).evaluate(
    (field, [type, base64]) => {
      const data = new DataTransfer();
      const file = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([file], "anh", { type }));
      const event = new ClipboardEvent("paste", {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
      });
      field.dispatchEvent(event);
    },
    [type, bytes.toString("base64")] as const,
  );
}

async function openReport(): Promise<Page> {
  const popup = await world().openTab();
  await popup.goto(world().chromium.extensionUrl("popup.html"));
  await popup.getByRole("tab", { name: say("popup.tab.report") }).click();
  return popup;
}

/** The queue is empty, once its alarm has rung: when it is set depends on how fast the worker is. */
async function nothingWaits(): Promise<void> {
  const { chromium } = world();
  await expect
    .poll(async () => {
      await chromium.ringAlarms();
      return (await chromium.ask({ type: "state" })).reportsWaiting;
    })
    .toBe(0);
}
