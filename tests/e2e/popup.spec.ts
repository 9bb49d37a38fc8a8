import { expect, type Page, test } from "@playwright/test";
import { askedSince } from "./harness/asked-since.ts";
import { page } from "./harness/replies.ts";
import { say } from "./harness/say.ts";
import { tabTo } from "./harness/tab-to.ts";
import { until } from "./harness/until.ts";
import { expectWarning, protectedWorld } from "./harness/world.ts";

const LISTED = "gia-mao.example";
const OFFICIAL = "vietcombank.com.vn";
const UNKNOWN = "tiem-hoa.example";

const world = protectedWorld({
  hosts: [{ host: LISTED, brand: "Vietcombank", form: "sms-brandname-spoof" }],
});

test.beforeAll(() => {
  for (const host of [OFFICIAL, UNKNOWN]) world().network.serve(host, () => page(`Trang ${host}`));
});

test("an official site carries the check mark", async () => {
  await world().visit(`http://${OFFICIAL}/`);
  await expectBadge(`http://${OFFICIAL}/`, "✓");
});

test("a site of which nothing is known carries no mark", async () => {
  await world().visit(`http://${UNKNOWN}/`);
  await world().visit(`http://${OFFICIAL}/`);
  await expectBadge(`http://${OFFICIAL}/`, "✓");
  await expectBadge(`http://${UNKNOWN}/`, "");
});

test("a blocked tab carries the cross", async () => {
  const tab = await world().visit(`http://${LISTED}/`);
  await expectWarning(tab, LISTED);
  await expectBadge(tab.url(), "✕");
});

test("the mark goes when the tab leaves the official site", async () => {
  const tab = await world().visit(`http://${OFFICIAL}/`);
  await expectBadge(`http://${OFFICIAL}/`, "✓");
  await world().visit(`http://${UNKNOWN}/`, tab);
  await expectBadge(`http://${UNKNOWN}/`, "");
});

test("any address can be checked, and the answer names the reason", async () => {
  const popup = await openPopup(say("popup.tab.check"));
  await check(popup, `http://dang-nhap.${LISTED}/x`);
  await expect(popup.getByText(say("warning.imitates", { brand: "Vietcombank" }))).toBeVisible();
  await check(popup, OFFICIAL);
  await expect(
    popup.getByText(say("verdict.official", { organisation: "Vietcombank" })),
  ).toBeVisible();
  await check(popup, UNKNOWN);
  await expect(popup.getByText(say("verdict.unknown"))).toBeVisible();
});

test("what is checked is asked of nobody", async () => {
  const { network } = world();
  const before = network.received.length;
  const popup = await openPopup(say("popup.tab.check"));
  await check(popup, `http://${UNKNOWN}/bi-mat`);
  await expect(popup.getByText(say("verdict.unknown"))).toBeVisible();
  expect(askedSince(before, network)).toEqual([]);
});

test("bad input gets an answer in words", async () => {
  const popup = await openPopup(say("popup.tab.check"));
  for (const [input, answer] of [
    ["mailto:a@b.example", say("check.not-web")],
    ["http://[", say("check.malformed")],
    ["   ", say("check.nothing")],
  ] as const) {
    await check(popup, input);
    await expect(popup.getByText(answer)).toBeVisible();
  }
});

test("the state of the list is told in words and numbers", async () => {
  const { chromium } = world();
  const { list } = await chromium.ask({ type: "state" });
  const popup = await openPopup();
  await popup.getByRole("button", { name: say("popup.listButton") }).click();
  await expect(popup.getByText(say("list.state.fresh"))).toBeVisible();
  const version = popup.locator(`dt:text-is("${say("list.version")}") + dd`);
  await expect(version).toHaveText(String(list.version));
  await popup.getByRole("button", { name: say("list.update") }).click();
  await expect(popup.getByText(say("list.updated"))).toBeVisible();
});

test("the self-test proves that the block fires", async () => {
  const popup = await openPopup();
  await popup.getByRole("button", { name: say("popup.listButton") }).click();
  await popup.getByRole("button", { name: say("selftest.button") }).click();
  await expect(popup.getByText(say("selftest.passed"))).toBeVisible();
  await expect(popup.getByText(say("selftest.code"))).toBeVisible();
});

test("in large text the first thing to fill in stands in sight, and nothing lies over it", async () => {
  const { chromium } = world();
  await chromium.ask({ type: "save-settings", changes: { textSize: "large" } });
  const popup = await openPopup(say("popup.tab.report"));
  await popup.setViewportSize({ width: 380, height: 600 });
  await expect(popup.locator("html")).toHaveAttribute("data-text-size", "large");
  await expect(popup.getByLabel(say("report.url"))).toBeInViewport({ ratio: 1 });
  await popup.getByRole("tab", { name: say("popup.tab.check") }).click();
  await expect(popup.getByRole("button", { name: say("check.button") })).toBeInViewport({
    ratio: 1,
  });
  await chromium.ask({ type: "save-settings", changes: { textSize: "normal" } });
});

test("everything in it can be reached and used by keyboard alone", async () => {
  const popup = await openPopup();
  await tabTo(popup, popup.getByRole("button", { name: say("popup.listButton") }));
  await popup.keyboard.press("Enter");
  await expect(popup.getByText(say("list.state.fresh"))).toBeVisible();

  await tabTo(popup, popup.getByRole("tab", { name: say("popup.tab.site") }));
  await popup.keyboard.press("ArrowRight");
  await popup.keyboard.press("ArrowRight");
  await tabTo(popup, popup.getByLabel(say("check.label")));
  await popup.keyboard.type(`http://${LISTED}/`);
  await popup.keyboard.press("Enter");
  await expect(popup.getByText(say("warning.imitates", { brand: "Vietcombank" }))).toBeVisible();

  await tabTo(popup, popup.getByRole("tab", { name: say("popup.tab.check") }));
  await popup.keyboard.press("ArrowRight");
  await tabTo(popup, popup.getByLabel(say("report.url")));
  await popup.keyboard.type(`http://${UNKNOWN}/?ten=x`);
  await tabTo(popup, popup.getByLabel(say("report.withoutQuery")));
  await popup.keyboard.press("Space");
  await tabTo(popup, popup.getByRole("button", { name: say("report.next") }));
  await popup.keyboard.press("Enter");
  await expect(popup.getByRole("heading", { name: say("report.previewTitle") })).toBeFocused();
  await tabTo(popup, popup.getByRole("button", { name: say("report.edit") }));
  await popup.keyboard.press("Enter");
  await expect(popup.getByLabel(say("report.url"))).toBeVisible();
});

test("the browser gives it the width that is drawn", async () => {
  await (await world().visit(`http://${UNKNOWN}/`)).bringToFront();
  const popup = await openRealPopup();
  await expect.poll(() => popup("innerWidth")).toBeGreaterThanOrEqual(380);
  expect(await popup("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  await popup("window.close()");
});

test("where it is low, as at 200 % zoom, its tabs stay in sight and its head makes room", async () => {
  const popup = await openPopup();
  await popup.setViewportSize({ width: 400, height: 300 });
  const tabs = async () => {
    for (const tab of await popup.getByRole("tab").all())
      await expect(tab).toBeInViewport({ ratio: 1 });
  };
  await tabs();
  await popup.getByRole("tab", { name: say("popup.tab.report") }).click();
  await popup.getByText(say("report.notPolice")).scrollIntoViewIfNeeded();
  await tabs();
  const head = popup.getByRole("button", { name: say("popup.settings") });
  await expect(head).not.toBeInViewport();
  await popup.getByRole("tab", { name: say("popup.tab.learn") }).click();
  await expect(head).toBeInViewport();
});

async function openPopup(tab?: string): Promise<Page> {
  const popup = await world().openTab();
  await popup.goto(world().chromium.extensionUrl("popup.html"));
  if (tab) await popup.getByRole("tab", { name: tab }).click();
  return popup;
}

/** The popup as the browser itself opens it; no page of Playwright's. Gives a way to evaluate in it. */
async function openRealPopup(): Promise<(expression: string) => Promise<unknown>> {
  const { chromium } = world();
  const { context, cdp, extensionId } = chromium;
  const popups = async (): Promise<string[]> => {
    const { targetInfos } = await cdp.send("Target.getTargets");
    return targetInfos
      .filter(({ url }: { url: string }) => url === chromium.extensionUrl("popup.html"))
      .map(({ targetId }: { targetId: string }) => targetId);
  };
  const before = await popups();
  // A message wakes the worker.
  await chromium.ask({ type: "state" });
  const worker = context.serviceWorkers().find((one) => one.url().includes(extensionId));
  await worker?.evaluate("chrome.action.openPopup()");
  const targetId = await until("the popup is open", async () =>
    (await popups()).find((id) => !before.includes(id)),
  );
  const { sessionId } = await cdp.send("Target.attachToTarget", { targetId, flatten: true });
  return async (expression) => {
    const { result } = await cdp.send("Runtime.evaluate", { expression }, sessionId);
    return result.value;
  };
}

async function check(popup: Page, address: string): Promise<void> {
  await popup.getByLabel(say("check.label")).fill(address);
  await popup.getByRole("button", { name: say("check.button") }).click();
}

async function expectBadge(url: string, mark: string): Promise<void> {
  const { chromium } = world();
  await expect.poll(async () => chromium.badge(await chromium.tabId(url))).toBe(mark);
}
