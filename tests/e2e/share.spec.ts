import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./harness/accessible.ts";
import { say } from "./harness/say.ts";
import { tabTo } from "./harness/tab-to.ts";
import { protectedWorld, type World } from "./harness/world.ts";

const AGENCY = "Ủy ban nhân dân phường Mẫu";
const SMS = say("channel.name.sms");
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

    const sms = await page.locator(".share-text", { hasText: SMS }).locator("pre").textContent();
    expect(sms).toMatch(/^To dan pho 5: .*dien luc/);
    const field = page.getByLabel(say("share.url"));
    await field.focus();
    await page.keyboard.press("Control+V");
    await expect(field).toHaveValue(sms ?? "");
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
    await page.getByLabel(say("share.url")).fill("phường mẫu");
    await expect(page.getByText(say("share.urlWrong", { host: "bocongan.gov.vn" }))).toBeVisible();
    await expect(scan).toHaveText("bocongan.gov.vn");
    await page.getByLabel(say("share.url")).fill("phuongmau.example/canh-bao");
    await expect(scan).toHaveText("phuongmau.example");
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
    { managed: { agencyName: AGENCY }, locale: "en" },
  );

  test("its name stands in every text and on the sheets, in English too", async () => {
    const page = await openShare(world(), "fake-evn");
    // A browser that is started for the first time reads its policy a few seconds later.
    await expect(async () => {
      await page.reload();
      await expect(page.getByLabel(say("share.agency", {}, "en"))).toHaveValue(AGENCY, {
        timeout: 2_000,
      });
    }).toPass({ timeout: 45_000 });
    const texts = await page.locator(".share-text pre").allTextContents();
    expect(texts[0]).toMatch(/^Uy ban nhan dan phuong Mau: /);
    for (const text of texts.slice(1)) expect(text).toContain("phường Mẫu");
    await expect(page.locator(".sheet-agency")).toHaveText(AGENCY);
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
