import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./harness/accessible.ts";
import { page } from "./harness/replies.ts";
import { say } from "./harness/say.ts";
import { testAlert } from "./harness/test-alert.ts";
import { expectWarning, protectedWorld, type World } from "./harness/world.ts";

const LISTED = "gia-mao.example";
const FIRE = testAlert("khan", { severity: "urgent" });
const CONTENT = {
  hosts: [{ host: LISTED, brand: "Vietcombank", form: "sms-brandname-spoof" }],
  contacts: ["account,0011012345678,Sacombank,,2026-11-02,Nguồn thử nghiệm,"],
  alerts: [FIRE, testAlert("thuong")],
};

/** One of each kind: listed, official, unknown, imitated, a message, a VietQR, a card, and what is no address. */
const CHECKED = [
  "0011012345678",
  "1900 54 54 13",
  "+855 12 345 678",
  "+84 113",
  `Tai khoan bi khoa, vao https://${LISTED}/ xac thuc, goi 0912345678`,
  "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E",
  "4111 1111 1111 1111",
  "http://[",
];

const LEARN_VIEWS = ["#/", "#/form/fake-evn", "#/quiz", "#/spot", "#/words", "#/help", "#/share"];

type Scheme = "light" | "dark";
interface Look {
  scheme: Scheme;
  /** 2: at 200 % zoom, where a screen holds half as many CSS pixels each way. */
  zoom: 1 | 2;
}
/** Zoom changes no colour, so that the dark scheme is looked at in one size. */
const LOOKS: readonly Look[] = [
  { scheme: "light", zoom: 1 },
  { scheme: "light", zoom: 2 },
  { scheme: "dark", zoom: 2 },
];
/** The popup's own size, and what is left of it at 200 %; CSS pixels. */
const POPUP = { 1: { width: 380, height: 600 }, 2: { width: 400, height: 300 } };
const SCREEN = { 1: { width: 1280, height: 800 }, 2: { width: 640, height: 400 } };

for (const locale of ["vi", "en"] as const) {
  test.describe(locale === "vi" ? "in Vietnamese" : "in English", () => {
    const world = protectedWorld(CONTENT, { locale });

    test.beforeAll(() => {
      world().network.serve("dang-ngo.example", () => page("Đáng ngờ"));
    });

    for (const look of LOOKS) {
      const named = `${look.scheme}, ${look.zoom * 100} %`;

      test(`every view of the popup keeps to the rules, ${named}`, async () => {
        const popup = await open(world(), look, POPUP);
        await popup.goto(world().chromium.extensionUrl("popup.html"));
        await expect(popup.getByText(FIRE.title[locale])).toBeVisible();
        for (const key of ["site", "alerts", "check", "report", "learn"] as const) {
          await popup.getByRole("tab", { name: say(`popup.tab.${key}`, {}, locale) }).click();
          if (key === "alerts") await popup.locator("details.alert summary").first().click();
          await expectAccessible(popup);
        }
        await popup.getByRole("button", { name: say("popup.listButton", {}, locale) }).click();
        await expectAccessible(popup);
      });

      test(`every step of a report keeps to the rules, ${named}`, async () => {
        const shown = await world().visit("http://dang-ngo.example/");
        const id = await world().chromium.tabId(shown.url());
        const popup = await open(world(), look, POPUP);
        // The popup stands in a tab here: it is told which tab it speaks of, and given its picture.
        await popup.addInitScript(
          ([tabId, picture]) => {
            const { tabs } = (globalThis as unknown as { chrome: { tabs: object } }).chrome;
            Object.assign(tabs, {
              query: async () => [{ id: tabId }],
              captureVisibleTab: async () => picture,
            });
          },
          [id, `data:image/png;base64,${(await shown.screenshot()).toString("base64")}`] as const,
        );
        await popup.goto(world().chromium.extensionUrl("popup.html"));
        const press = (name: string | RegExp) => popup.getByRole("button", { name }).click();
        const words = (key: Parameters<typeof say>[0]) => say(key, {}, locale);
        await popup.getByRole("tab", { name: words("popup.tab.report") }).click();
        await popup.getByLabel(words("report.note")).fill("Đòi mã OTP");
        await popup.getByText(words("report.more")).click();
        await expectAccessible(popup);
        await press(words("shot.take"));
        await press(words("shot.add"));
        await expectAccessible(popup);
        await press(words("shot.use"));
        await press(words("report.next"));
        await expectAccessible(popup);
        await press(words("report.send"));
        await press(words("copy.vneid"));
        await expectAccessible(popup);
        await press(words("report.another"));
        await press(new RegExp(words("report.lostWay")));
        await expectAccessible(popup);
      });

      test(`every view of the warning page keeps to the rules, ${named}`, async () => {
        const tab = await open(world(), look);
        await world().visit(`http://${LISTED}/`, tab);
        await expectWarning(tab, LISTED, locale);
        await expectAccessible(tab);
        for (const key of ["warning.details", "warning.harmAction", "warning.goOn"] as const) {
          await tab.getByRole("button", { name: say(key, {}, locale) }).click();
          await expectAccessible(tab);
        }
        await tab.getByRole("button", { name: say("warning.report", {}, locale) }).click();
        await expect(tab.getByLabel(say("report.url", {}, locale))).toBeVisible();
        await expectAccessible(tab);
      });

      test(`whatever the check finds keeps to the rules, ${named}`, async () => {
        const tab = await open(world(), look);
        await tab.goto(world().chromium.extensionUrl("check.html"));
        for (const text of CHECKED) {
          await tab.getByLabel(say("check.label", {}, locale)).fill(text);
          await tab.keyboard.press("Enter");
          await expect(tab.locator(".notice, [role=alert]").first()).toBeVisible();
          await expectAccessible(tab);
        }
      });

      test(`the quiz and the exercises keep to the rules once they are answered, ${named}`, async () => {
        const tab = await open(world(), look);
        const words = (key: Parameters<typeof say>[0]) => say(key, {}, locale);
        const press = (key: Parameters<typeof say>[0]) =>
          tab.getByRole("button", { name: words(key), exact: true }).click();
        // Nothing was answered before, so that the first of each kind comes first.
        await tab.goto(world().chromium.extensionUrl("learn.html#/quiz"));
        await tab.evaluate("localStorage.clear()");
        await tab.reload();
        for (const choice of ["first", "last"] as const) {
          await tab.getByRole("radio")[choice]().check();
          await press("choose.check");
          await expect(tab.locator(".outcome")).toBeVisible();
          await expectAccessible(tab);
          await press("choose.next");
        }
        await tab.goto(world().chromium.extensionUrl("learn.html#/spot"));
        await tab.getByRole("radio").first().check();
        await press("choose.check");
        await expect(tab.locator(".outcome")).toBeVisible();
        await expectAccessible(tab);
        await press("choose.next");
        await tab.getByRole("button", { name: "nganhangvidu", exact: true }).click();
        await expectAccessible(tab);
        await tab.getByRole("button", { name: "doi-diem", exact: true }).click();
        await expect(tab.getByText(words("spot.role.owner"))).toBeVisible();
        await expectAccessible(tab);
        await press("choose.next");
        await press("spot.show");
        await expect(tab.getByText(words("spot.allFound"))).toBeVisible();
        await expectAccessible(tab);
      });

      for (const view of LEARN_VIEWS) {
        test(`the learn page's view ${view} keeps to the rules, ${named}`, async () => {
          const tab = await open(world(), look);
          await tab.goto(world().chromium.extensionUrl(`learn.html${view}`));
          await expect(tab.locator("h1").first()).toBeVisible();
          await expectAccessible(tab);
        });
      }
    }

    for (const scheme of ["light", "dark"] as const) {
      for (const page of ["settings.html", "welcome.html"]) {
        test(`${page} keeps to the rules, ${scheme}, also in large text at 200 % zoom`, async () => {
          const { chromium } = world();
          const tab = await open(world(), { scheme, zoom: 1 });
          await world().visit(`http://${LISTED}/`);
          await tab.goto(chromium.extensionUrl(page));
          await expect(tab.getByText(say("settings.province", {}, locale))).toBeVisible();
          const closed = tab.locator(
            "section:not(#about) summary, #about details:last-of-type summary",
          );
          for (const summary of await closed.all()) await summary.click();
          await expectAccessible(tab);
          await chromium.ask({ type: "save-settings", changes: { textSize: "large" } });
          await tab.setViewportSize({ width: 640, height: 400 });
          await expectAccessible(tab);
          const beyond = "document.documentElement.scrollWidth - innerWidth";
          expect(await tab.evaluate(beyond)).toBeLessThanOrEqual(0);
          await chromium.ask({ type: "save-settings", changes: { textSize: "normal" } });
        });
      }
    }

    test("the page says its language, so that a screen reader speaks it right", async () => {
      const tab = await world().visit(`http://${LISTED}/`);
      await expectWarning(tab, LISTED, locale);
      await expect(tab.locator("html")).toHaveAttribute("lang", locale);
    });
  });
}

async function open(world: World, { scheme, zoom }: Look, size = SCREEN): Promise<Page> {
  const tab = await world.openTab();
  await tab.emulateMedia({ colorScheme: scheme });
  await tab.setViewportSize(size[zoom]);
  return tab;
}
