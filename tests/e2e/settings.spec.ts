import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { page } from "./harness/replies.ts";
import { say } from "./harness/say.ts";
import { tabTo } from "./harness/tab-to.ts";
import { expectHeading, expectWarning, protectedWorld } from "./harness/world.ts";

const LISTED = "vietcombank-otp.example";
const OTHER = "trung-thuong.example";

test.describe("on the settings page", () => {
  const world = protectedWorld({ hosts: [{ host: LISTED, brand: "Vietcombank" }, OTHER] });

  test.beforeAll(() => {
    world().network.serve(LISTED, () => page("Đăng nhập"));
  });

  test.afterEach(async () => {
    const { chromium } = world();
    await chromium.ask({
      type: "save-settings",
      changes: { language: "auto", textSize: "normal", province: null, keepHistory: true },
    });
    await chromium.ask({ type: "clear-history" });
  });

  test("a button in the popup leads there", async () => {
    const { chromium, openTab } = world();
    const popup = await openTab();
    await popup.goto(chromium.extensionUrl("popup.html"));
    const opened = chromium.context.waitForEvent("page");
    await tabTo(popup, popup.getByRole("button", { name: say("popup.settings") }));
    await popup.keyboard.press("Enter");
    const settings = await opened;
    await expect(settings.getByRole("heading", { level: 1 })).toHaveText(say("settings.title"));
  });

  test("language and letters are chosen by keyboard, and every open page follows at once", async () => {
    const { chromium, openTab, visit } = world();
    const warning = await visit(`http://${LISTED}/`);
    await expectWarning(warning, LISTED);
    const popup = await openTab();
    await popup.goto(chromium.extensionUrl("popup.html"));
    await popup.getByRole("tab", { name: say("popup.tab.check") }).click();
    await popup.getByLabel(say("check.label")).fill("viet-do.example");

    const settings = await openSettings();
    await tabTo(settings, settings.getByLabel(say("settings.language.auto")));
    await settings.keyboard.press("ArrowUp");
    const english = settings.getByRole("group", { name: say("settings.textSize", {}, "en") });
    await expect(english).toBeVisible();
    await tabTo(settings, settings.getByLabel(say("settings.textSize.normal", {}, "en")));
    await settings.keyboard.press("ArrowDown");
    await expect(settings.getByText(say("settings.saved", {}, "en"))).toBeVisible();

    await expectWarning(warning, LISTED, "en");
    for (const tab of [settings, warning, popup]) {
      await expect(tab.locator("html")).toHaveAttribute("lang", "en");
      await expect(tab.locator("html")).toHaveAttribute("data-text-size", "large");
    }
    const size = await popup.evaluate("getComputedStyle(document.documentElement).fontSize");
    expect(size).toBe("21.6px");
    // What was typed is still there.
    await expect(popup.getByLabel(say("check.label", {}, "en"))).toHaveValue("viet-do.example");
  });

  test("the toolbar's mark speaks the language that was chosen", async () => {
    const { chromium } = world();
    const title = () => chromium.title();
    const inVietnamese = await title();
    await chromium.ask({ type: "save-settings", changes: { language: "en" } });
    expect(await title()).not.toBe(inVietnamese);
  });

  test("what is set is there after the browser was closed", async () => {
    const settings = await openSettings();
    await tabTo(settings, settings.getByLabel(say("settings.province")));
    await settings.keyboard.type("Gia Lai");
    await tabTo(settings, settings.getByLabel(say("settings.quiet.on")));
    await settings.keyboard.press("Space");
    await expect(settings.getByLabel(say("settings.quiet.from"))).toHaveValue("21");
    await world().restart();
    const { settings: kept } = await world().chromium.ask({ type: "settings" });
    expect(kept.province).toBe("gia-lai");
    expect(kept.cadence.quietHours).toEqual({ from: 21, to: 7 });
  });

  test("a disk that is full is told, and the choice shows what holds", async () => {
    const { chromium } = world();
    const settings = await openSettings();
    await chromium.fillDisk(true);
    try {
      await settings.getByLabel(say("settings.textSize.large")).click();
      await expect(settings.getByText(say("settings.notSaved"))).toBeVisible();
      await expect(settings.getByLabel(say("settings.textSize.normal"))).toBeChecked();
      await settings.getByLabel(say("settings.history.keep")).click();
      await expect(settings.getByLabel(say("settings.history.keep"))).toBeChecked();
    } finally {
      await chromium.fillDisk(false);
    }
  });

  test("what was blocked is told with its reason, and cleared by keyboard", async () => {
    await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
    await expectWarning(await world().visit(`http://${OTHER}/`), OTHER);
    const settings = await openSettings();
    const visits = settings.locator("#history li");
    await expect(visits).toHaveCount(2);
    await expect(visits.nth(0)).toContainText(OTHER);
    await expect(visits.nth(1)).toContainText(say("warning.imitates", { brand: "Vietcombank" }));

    await tabTo(settings, settings.getByRole("button", { name: say("settings.history.clear") }));
    await settings.keyboard.press("Enter");
    await expect(settings.getByText(say("settings.history.sure"))).toBeFocused();
    await tabTo(settings, button(settings, say("settings.history.doClear")));
    await settings.keyboard.press("Enter");
    await expect(settings.getByText(say("settings.history.cleared"))).toBeVisible();
    await expect(visits).toHaveCount(0);
  });

  test("who does not want a history has none", async () => {
    const settings = await openSettings();
    await tabTo(settings, settings.getByLabel(say("settings.history.keep")));
    await settings.keyboard.press("Space");
    await expect(settings.getByText(say("settings.saved"))).toBeVisible();
    await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
    expect((await world().chromium.ask({ type: "history" })).blocked).toEqual([]);
  });

  test("a site that was opened anyway is closed again, and the tab that shows it turns back", async () => {
    const tab = await world().visit(`http://${LISTED}/`);
    await tab.getByRole("button", { name: say("warning.goOn") }).click();
    await tab.getByRole("button", { name: say("override.go"), exact: true }).click();
    await expectHeading(tab, "Đăng nhập");
    const settings = await openSettings();
    const revoke = say("site.revokeHost", { host: LISTED });
    await tabTo(settings, settings.getByRole("button", { name: revoke }));
    await settings.keyboard.press("Enter");
    await expect(settings.getByText(say("settings.overrides.none"))).toBeVisible();
    await expectWarning(tab, LISTED);
    await settings.getByText(say("settings.overrides.past")).click();
    await expect(settings.locator("#overrides li")).toContainText(LISTED);
  });

  test("the lists that came are told", async () => {
    const settings = await openSettings();
    await settings.getByText(say("settings.lists"), { exact: true }).click();
    const rows = settings.locator("#list details li");
    await expect(rows.last()).toContainText(say("list.versionPackaged"));
    expect(await rows.count()).toBeGreaterThan(1);
  });

  test("settings go to a file and come back from it, after showing what changes", async () => {
    const { chromium } = world();
    await chromium.ask({
      type: "save-settings",
      changes: { province: "gia-lai", textSize: "large", audience: ["elderly"] },
    });
    const settings = await openSettings();
    const saving = settings.waitForEvent("download");
    await tabTo(settings, button(settings, say("settings.file.save")));
    await settings.keyboard.press("Enter");
    const file = await (await saving).path();
    expect(JSON.parse(await readFile(file, "utf8")).settings.province).toBe("gia-lai");

    const changes = { province: null, textSize: "normal", audience: [] } as const;
    await chromium.ask({ type: "save-settings", changes: { ...changes, audience: [] } });
    await settings.reload();
    await choose(settings, file);
    await expect(settings.locator("#file li")).toHaveText([
      /Chữ thường.*Chữ lớn/,
      /Không chọn.*Người cao tuổi/,
      /Không chọn.*Gia Lai/,
    ]);
    expect((await chromium.ask({ type: "settings" })).settings.province).toBeNull();
    await tabTo(settings, button(settings, say("settings.file.apply")));
    await settings.keyboard.press("Enter");
    await expect(settings.getByLabel(say("settings.province"))).toHaveValue("gia-lai");
    await chromium.ask({ type: "save-settings", changes: { ...changes, audience: [] } });
  });

  for (const [what, text, problem] of [
    ["no settings", "{}", "not-ours"],
    ["a picture", "\u0089PNG", "not-ours"],
    [
      "a wrong value",
      `{"kind":"tinhtao-settings","version":1,"settings":{"language":"fr"}}`,
      "wrong",
    ],
    ["a newer shape", `{"kind":"tinhtao-settings","version":2,"settings":{}}`, "newer"],
  ] as const) {
    test(`a file with ${what} is refused in words and changes nothing`, async () => {
      const { chromium } = world();
      const before = await chromium.ask({ type: "settings" });
      const settings = await openSettings();
      await choose(settings, {
        name: "a.json",
        mimeType: "application/json",
        buffer: Buffer.from(text),
      });
      await expect(settings.getByText(say(`settings.file.problem.${problem}`))).toBeVisible();
      expect(await chromium.ask({ type: "settings" })).toEqual(before);
    });
  }

  test("sources and licences of all that ships are named", async () => {
    const settings = await openSettings();
    const about = settings.locator("#about");
    await expect(about.getByRole("link", { name: "hostsVN (BigDargon)" })).toBeVisible();
    for (const name of ["preact", "zod", "tldts", "Public Suffix List"]) {
      await expect(about.locator("summary", { hasText: name }).first()).toBeVisible();
    }
    await about.getByText(say("settings.about.licenceText")).click();
    await expect(about.getByText("Apache License").first()).toBeVisible();
  });

  async function openSettings(): Promise<Page> {
    const settings = await world().openTab();
    await settings.goto(world().chromium.extensionUrl("settings.html"));
    await expect(settings.getByLabel(say("settings.language.auto"))).toBeVisible();
    return settings;
  }
});

test.describe("where an agency sets something", () => {
  const world = protectedWorld(
    { hosts: [LISTED] },
    {
      managed: {
        agencyName: "Sở Khoa học và Công nghệ",
        settings: { textSize: "large", province: "da-nang" },
        locked: ["textSize"],
      },
    },
  );

  test("it is in force, and what is locked says who set it", async () => {
    const { chromium, openTab } = world();
    await expect
      .poll(async () => (await chromium.ask({ type: "settings" })).agency, { timeout: 45_000 })
      .not.toBeNull();
    const settings = await openTab();
    await settings.goto(chromium.extensionUrl("settings.html"));
    await expect(settings.locator("html")).toHaveAttribute("data-text-size", "large");
    const agency = "Sở Khoa học và Công nghệ";
    await expect(settings.getByText(say("settings.managedBy", { agency }))).toBeVisible();
    await expect(settings.getByText(say("settings.lockedBy", { agency }))).toHaveCount(1);
    await expect(settings.getByLabel(say("settings.textSize.normal"))).toBeDisabled();
    const province = settings.getByLabel(say("settings.province"));
    await expect(province).toHaveValue("da-nang");
    await province.selectOption("hue");
    await expect(settings.getByText(say("settings.saved"))).toBeVisible();
    expect((await chromium.ask({ type: "settings" })).settings.province).toBe("hue");
  });
});

const button = (tab: Page, name: string) => tab.getByRole("button", { name, exact: true });

async function choose(
  settings: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const choosing = settings.waitForEvent("filechooser");
  await tabTo(settings, button(settings, say("settings.file.choose")));
  await settings.keyboard.press("Enter");
  await (await choosing).setFiles(file);
}
