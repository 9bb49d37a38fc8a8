import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./harness/accessible.ts";
import { say } from "./harness/say.ts";
import { tabTo } from "./harness/tab-to.ts";
import { protectedWorld, type World } from "./harness/world.ts";

const AGENCY = "Ủy ban nhân dân phường Mẫu";
const PHONE = "028 1234 5678";
const SMS = say("channel.name.sms");
const READY = say("share.ready");
/** Texts about the topic that was chosen. */
const textsIn = (page: Page, heading = say("share.texts")) =>
  page.getByRole("region", { name: heading }).locator(".share-text");
const copyButton = (what: string) => ({ name: say("channel.copyWhat", { what }) });

test.describe("for who tells others", () => {
  const world = protectedWorld({ hosts: ["gia-mao.example"] });
  const open = (id = "fake-evn") => openShare(world(), id);

  test("a text is copied by keyboard, as it stands, with the name that was typed", async () => {
    const page = await open();
    await tabTo(page, page.getByLabel(say("share.agency")));
    await page.keyboard.type("Tổ dân phố 5");
    const button = page.getByRole("button", copyButton(SMS));
    await tabTo(page, button);
    await page.keyboard.press("Enter");
    await expect(page.getByText(say("channel.copied", { what: SMS }))).toBeVisible();
    await expect(button).toBeFocused();

    const sms = await textsIn(page).filter({ hasText: SMS }).locator("pre").textContent();
    expect(sms).toMatch(/^To dan pho 5: .*dien luc/);
    const field = page.getByLabel(say("share.url"));
    await field.focus();
    await page.keyboard.press("Control+V");
    await expect(field).toHaveValue(sms ?? "");
  });

  test("the ready-made SMS and this week's bulletins are copied with one press each, in the sender's name", async () => {
    const page = await open();
    await page.getByLabel(say("share.agency")).fill("Tổ dân phố 5");
    await page.getByLabel(say("share.phone")).fill("028 1234 5678");
    const ready = textsIn(page, READY);
    await expect(ready).toHaveCount(6);
    for (const one of await ready.all()) {
      const name = (await one.getByRole("heading").textContent()) ?? "";
      await one.getByRole("button", copyButton(name)).press("Enter");
      await expect(one.getByText(say("channel.copied", { what: name }))).toBeVisible();
      const text = (await one.locator("pre").textContent()) ?? "";
      const field = page.getByLabel(say("share.url"));
      await field.fill("");
      await field.press("Control+V");
      // A field of one line takes the beginning.
      expect(text.replaceAll("\n", "")).toContain((await field.inputValue()).slice(0, 40));
      if (name.startsWith("SMS")) expect(text).toMatch(/^To dan pho 5: /);
      else expect(text.toLowerCase()).toMatch(/028 1234 5678|không hai tám một hai ba bốn/);
    }
  });

  test("who comes from another view stands at the title", async () => {
    const page = await world().openTab();
    await page.goto(world().chromium.extensionUrl("learn.html"));
    await page.getByRole("link", { name: say("learn.nav.share") }).press("Enter");
    const title = say("learn.nav.share");
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeFocused();
    await expect(page).toHaveTitle(title);
    await expect(page.getByLabel(say("share.what"))).toBeVisible();
  });

  test("what was copied before is not said of another text", async () => {
    const page = await open();
    await page.getByRole("button", copyButton(SMS)).click();
    await expect(page.getByText(say("channel.copied", { what: SMS }))).toBeVisible();
    await page.getByLabel(say("share.what")).selectOption("qr-swap");
    await expect(page.getByText(say("channel.copied", { what: SMS }))).toBeHidden();
    expect(page.url()).toContain("#/share/qr-swap");
  });

  test("where the browser refuses the clipboard the text is selected and the person told", async () => {
    const page = await world().openTab();
    await page.addInitScript(() => {
      Object.defineProperty(navigator.clipboard, "writeText", {
        value: () => Promise.reject(new Error("refused")),
      });
    });
    await openShare(world(), "fake-evn", page);
    await page.getByRole("button", copyButton(SMS)).click();
    await expect(page.getByText(say("channel.copyRefused"))).toBeVisible();
    expect(await page.evaluate(() => String(getSelection()))).toMatch(/^.+: .*dien luc/i);
  });

  test("the sender that was typed is there again after a reload", async () => {
    const page = await open();
    await page.getByLabel(say("share.agency")).fill("Tổ dân phố 5");
    await page.getByLabel(say("share.phone")).fill("028 1234 5678");
    await page.reload();
    await expect(page.getByLabel(say("share.agency"))).toHaveValue("Tổ dân phố 5");
    await expect(page.locator(".sheet-phone")).toHaveText("028 1234 5678");
  });

  for (const sheet of ["poster", "handout"] as const) {
    test(`the ${sheet} is printed on one A4 page, without the page around it`, async () => {
      const page = await open();
      await page.getByLabel(say(`channel.name.${sheet}`)).check();
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      // A4 in points.
      expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      await expect(
        page.getByRole("heading", { level: 1, name: say("learn.nav.share") }),
      ).toBeHidden();
      await expect(page.locator("header")).toBeHidden();
      await expect(page.locator(".sheet-title")).toBeVisible();
      await expect(page.locator(".sheet")).toHaveCSS("background-color", "rgb(255, 255, 255)");
    });
  }

  test("no topic runs off its sheet, in either language, with the longest name of an agency", async () => {
    test.slow();
    const page = await open();
    await page.getByLabel(say("share.agency")).fill("Phòng ".repeat(20).slice(0, 119));
    await page.emulateMedia({ media: "print" });
    for (const language of ["vi", "en"] as const) {
      for (const sheet of ["poster", "handout"] as const) {
        await page.evaluate(press, ["share-language", language === "vi" ? 0 : 1] as const);
        await page.evaluate(press, ["share-sheet", sheet === "poster" ? 0 : 1] as const);
        const over = await page.evaluate(topicsThatRunOff);
        expect(over, `${sheet} in ${language}`).toEqual([]);
      }
    }
  });

  test("an address that is none is said to be none, and the code leads to the state's portal", async () => {
    const page = await open();
    const scan = page.locator(".sheet-scan b");
    await expect(scan).toHaveText("bocongan.gov.vn");
    // It tells no more of this scam: whose page it is stands there, and no promise.
    const words = page.locator(".sheet-scan p");
    await expect(words).toContainText("Quét để mở Cổng thông tin Bộ Công an.");
    await page.getByLabel(say("share.url")).fill("phường mẫu");
    await expect(page.getByText(say("share.urlWrong", { host: "bocongan.gov.vn" }))).toBeVisible();
    await expect(scan).toHaveText("bocongan.gov.vn");
    await page.getByLabel(say("share.url")).fill("phuongmau.example/canh-bao");
    await expect(scan).toHaveText("phuongmau.example");
    await expect(words).toContainText("Quét để đọc thêm.");
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`the share view keeps to the rules of access, ${colorScheme}`, async () => {
      const page = await open();
      await page.emulateMedia({ colorScheme });
      await page.getByRole("button", copyButton(SMS)).click();
      await expectAccessible(page);
      for (const width of [320, 640]) {
        await page.setViewportSize({ width, height: 480 });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, `at ${width} px`).toBeLessThanOrEqual(0);
      }
    });
  }
});

test.describe("where an agency manages the browser", () => {
  const world = protectedWorld(
    { hosts: ["gia-mao.example"] },
    { managed: { agencyName: AGENCY, agencyPhone: PHONE }, locale: "en" },
  );

  test("its name and number stand in every text and on the sheets, in English too", async () => {
    const page = await openShare(world(), "fake-evn");
    // A browser that is started for the first time reads its policy a few seconds later.
    await expect(async () => {
      await page.reload();
      await expect(page.getByLabel(say("share.agency", {}, "en"))).toHaveValue(AGENCY, {
        timeout: 2_000,
      });
    }).toPass({ timeout: 45_000 });
    const texts = await textsIn(page, say("share.texts", {}, "en"))
      .locator("pre")
      .allTextContents();
    expect(texts[0]).toMatch(/^Uy ban nhan dan phuong Mau: /);
    for (const text of texts.slice(1)) expect(text).toContain("phường Mẫu");
    await expect(page.locator(".sheet-agency")).toHaveText(AGENCY);
    await expect(page.locator(".sheet-phone")).toHaveText(PHONE);
  });
});

async function openShare({ chromium, openTab }: World, id: string, tab?: Page): Promise<Page> {
  const page = tab ?? (await openTab());
  await page.goto(chromium.extensionUrl(`learn.html#/share/${id}`));
  await expect(page.locator(".sheet-title")).toBeAttached();
  return page;
}

/** Presses one of the radio buttons of a group, seen or not. */
function press([name, at]: readonly [string, number]): void {
  document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)[at]?.click();
}

async function topicsThatRunOff(): Promise<string[]> {
  const select = document.querySelector("select");
  const over: string[] = [];
  for (const { value } of select?.options ?? []) {
    if (!select) break;
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    await new Promise((done) => setTimeout(done));
    await new Promise((done) => setTimeout(done));
    const sheet = document.querySelector(".sheet");
    if (sheet && sheet.scrollHeight > sheet.clientHeight) over.push(value);
  }
  return over;
}
