import { expect, type Locator, type Page, test } from "@playwright/test";
import { page } from "./harness/replies.ts";
import { say } from "./harness/say.ts";
import { testAlert as alert } from "./harness/test-alert.ts";
import { until } from "./harness/until.ts";
import { expectWarning, protectedWorld, type World } from "./harness/world.ts";

const UNKNOWN = "tiem-banh.example";
const LISTED = "gia-mao.example";
const LATER = "sap-liet-ke.example";

const FIRE = alert("khan", { severity: "urgent" });

test.describe("an alert", () => {
  const world = protectedWorld({ hosts: [LISTED], alerts: [] });

  test.beforeAll(() => {
    world().network.serve(UNKNOWN, () => page("Tiệm bánh"));
  });

  test("that is urgent shows at once: in the toolbar, below the verdict, and opened by keyboard with what to do", async () => {
    const { chromium, update, visit } = world();
    await visit(`http://${UNKNOWN}/`);
    const badge = async () => chromium.badge(await chromium.tabId(`http://${UNKNOWN}/`));
    expect(await badge()).toBe("");
    await update({ hosts: [LISTED], alerts: [FIRE] });
    await expect.poll(badge).toBe("●");

    const popup = await openPopup(world());
    await expect(popup.getByText(`${say("told.urgentAlert")}: ${FIRE.title.vi}`)).toBeVisible();
    await expect(popup.getByText(FIRE.body.vi)).toBeVisible();
    await tabTo(popup, popup.getByRole("button", { name: say("told.see") }));
    await popup.keyboard.press("Enter");
    const entry = popup.locator("details.alert");
    await expect(entry.locator("summary")).toBeFocused();
    await expect(entry).toHaveAttribute("open");
    await expect(entry.getByRole("heading", { name: say("told.todo") })).toBeVisible();
    await expect(entry.getByText(say("told.urgent"), { exact: true })).toBeVisible();
    await expect(entry.getByText(say("told.new"), { exact: true })).toBeVisible();
    await popup.keyboard.press("Tab");
    await expect(popup.locator(":focus")).toHaveAttribute("href", "/learn.html#/form/fake-evn");
    await expect.poll(badge).toBe("");
  });

  test("that was seen is not new any more, also to a background that was killed, and can still be read", async () => {
    await world().chromium.killWorker();
    const popup = await openPopup(world());
    await tabTo(popup, popup.getByRole("tab", { name: say("popup.tab.site") }));
    await popup.keyboard.press("ArrowRight");
    await expect(popup.getByText(FIRE.title.vi)).toBeVisible();
    await expect(popup.getByText(say("told.new"), { exact: true })).toHaveCount(0);
    await expect(popup.locator(".tab-news")).toHaveCount(0);
  });

  test("that comes while the popup is open is numbered on its tab and told to who listens", async () => {
    const popup = await openPopup(world());
    await expect(popup.getByText(say("told.tip"))).toBeVisible();
    await world().update({ hosts: [LISTED], alerts: [FIRE, alert("moi")] });
    await expect(popup.locator(".popup > [role=status]")).toHaveText(
      say("told.newCount", { count: 1 }),
      { timeout: 30_000 },
    );
    await expect(popup.locator(".tab-news")).toHaveText("1");
  });

  test("comes before this week's tip, which gives way where there is no room", async () => {
    const popup = await world().openTab();
    for (const [height, count] of [
      [600, 1],
      [340, 0],
    ] as const) {
      await popup.setViewportSize({ width: 380, height });
      await popup.goto(world().chromium.extensionUrl("popup.html"));
      await expect(popup.getByRole("heading", { name: say("told.newAlert") })).toBeVisible();
      await expect(popup.getByRole("heading", { name: say("told.tip") })).toHaveCount(count);
      const main = popup.locator("main");
      expect(await main.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    }
  });

  test("reaches the place and the sector it is for", async () => {
    const local = alert("gia-lai", { provinces: ["gia-lai"], sector: ["education"] });
    await world().update({ hosts: [LISTED], alerts: [local] });
    const popup = await openPopup(world());
    await popup.getByRole("tab", { name: say("popup.tab.alerts") }).click();
    await expect(popup.getByText(say("told.none"), { exact: true })).toBeVisible();
    await world().chromium.ask({
      type: "save-settings",
      changes: { province: "gia-lai", sector: "education" },
    });
    const again = await openPopup(world());
    await expect(again.getByText(local.title.vi)).toBeVisible();
    await expect(again.getByText(/Gia Lai, ngành giáo dục/)).toBeVisible();
  });

  test("is not lost, and no list held up, when the feed's newest content is damaged; the popup says so", async () => {
    const { chromium, feed, publisher } = world();
    world().network.serve(LATER, () => page("Sắp liệt kê"));
    await world().update({ hosts: [LISTED], alerts: [FIRE] });
    feed.show(await publisher.publish({ hosts: [LISTED, LATER], alerts: [alert("hong")] }));
    feed.misbehave(async (request, honest) => {
      const reply = await honest();
      return /alerts/.test(request.path) ? { body: new Uint8Array([1, 2, 3]) } : reply;
    });
    expect((await chromium.ask({ type: "update-now" })).problem).toBeNull();
    await expectWarning(await world().visit(`http://${LATER}/`), LATER);
    const popup = await openPopup(world());
    await popup.getByRole("tab", { name: say("popup.tab.alerts") }).click();
    await expect(popup.getByText(say("told.damaged"))).toBeVisible();
    await expect(popup.getByText(FIRE.title.vi)).toBeVisible();

    feed.behave();
    await chromium.ask({ type: "update-now" });
    await popup.reload();
    await popup.getByRole("tab", { name: say("popup.tab.alerts") }).click();
    await expect(popup.getByText("Cảnh báo thử hong")).toBeVisible();
    await expect(popup.getByText(say("told.damaged"))).toHaveCount(0);
  });
});

test.describe("where the agency has switched reminders off", () => {
  const world = protectedWorld(
    { hosts: [LISTED], alerts: [] },
    { managed: { settings: { cadence: { off: true } }, locked: ["cadence"] } },
  );

  test("nothing is brought up by itself, and alerts can be read by who looks for them", async () => {
    const { chromium } = world();
    await expect
      .poll(async () => (await chromium.ask({ type: "awareness" })).off, { timeout: 45_000 })
      .toBe(true);
    world().network.serve(UNKNOWN, () => page("Tiệm bánh"));
    await world().visit(`http://${UNKNOWN}/`);
    await world().update({ hosts: [LISTED], alerts: [FIRE] });
    expect(await chromium.badge(await chromium.tabId(`http://${UNKNOWN}/`))).toBe("");
    const popup = await openPopup(world());
    await tabTo(popup, popup.getByRole("tab", { name: say("popup.tab.site") }));
    await expect(popup.getByText(FIRE.title.vi)).toHaveCount(0);
    await popup.keyboard.press("ArrowRight");
    await expect(popup.getByText(say("told.off"))).toBeVisible();
    await expect(popup.getByText(FIRE.title.vi)).toBeVisible();
    await expect(popup.locator(".tab-news")).toHaveCount(0);
  });
});

test.describe("where a person lets the browser notify him", () => {
  const world = protectedWorld({ hosts: [LISTED], alerts: [] }, { granted: ["notifications"] });

  test("nothing is shown before he asks for it; then what is due is one summary, and each new alert once", async () => {
    const { chromium, update } = world();
    await update({ hosts: [LISTED], alerts: [alert("truoc")] });
    expect(await notifications(world())).toEqual([]);
    await chromium.ask({ type: "save-settings", changes: { notifications: true } });
    await expect.poll(() => notifications(world())).toEqual(["news"]);
    await update({ hosts: [LISTED], alerts: [alert("truoc"), FIRE] });
    await expect.poll(() => notifications(world())).toEqual(["alert:alert-khan", "news"]);
  });

  test("a click opens the alert with what to do, also when the background was killed", async () => {
    const { chromium } = world();
    await chromium.killWorker();
    await click(world(), "alert:alert-khan");
    const opened = chromium.extensionUrl("popup.html#/alerts/alert-khan");
    const tab = await until("the alert is open", () =>
      chromium.context.pages().find((one) => one.url() === opened),
    );
    await expect(tab.locator("details.alert[open]")).toContainText(FIRE.title.vi);
    await expect(tab.locator("details.alert[open] > summary")).toBeFocused();
    expect(await notifications(world())).toEqual(["news"]);
  });
});

/** Ids of the notifications that the browser shows. */
async function notifications(world: World): Promise<string[]> {
  const shown = await inWorker(world, "chrome.notifications.getAll()");
  return Object.keys(shown as object).sort();
}

/** What the browser tells the extension when somebody clicks a notification. */
async function click(world: World, id: string): Promise<void> {
  await inWorker(world, `chrome.notifications.onClicked.dispatch(${JSON.stringify(id)})`);
}

async function inWorker({ chromium }: World, expression: string): Promise<unknown> {
  // A message wakes it.
  await chromium.ask({ type: "state" });
  const worker = await until("the worker runs", () =>
    chromium.context.serviceWorkers().find((one) => one.url().includes(chromium.extensionId)),
  );
  return worker.evaluate(expression);
}

/** The popup once what it tells has come. */
async function openPopup({ chromium, openTab }: World): Promise<Page> {
  const popup = await openTab();
  await popup.goto(chromium.extensionUrl("popup.html"));
  await expect(popup.getByText(say("verdict.browserPage"))).toBeVisible();
  return popup;
}

/** Presses Tab until the control has the focus. */
async function tabTo(popup: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let presses = 0; presses < 30; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await popup.keyboard.press("Tab");
  }
  await expect(control).toBeFocused();
}
