import { expect, test } from "@playwright/test";
import { whyNoPolicy } from "./harness/browser-policy.ts";
import {
  evaluate,
  type Installation,
  type InstalledChromium,
  openTab,
  targetOf,
} from "./harness/installed-chromium.ts";
import { installedWorld } from "./harness/installed-world.ts";
import type { Network } from "./harness/network.ts";
import { page } from "./harness/replies.ts";
import { until } from "./harness/until.ts";

const LISTED = "nhan-qua.example";
const HONEST = "ngan-hang-that.example";

let network: Network;
let installed: Installation;
let browser: InstalledChromium;
/** A page of the extension in an ordinary window. */
let console: string;

test.beforeAll(async () => {
  const obstacle = await whyNoPolicy();
  test.skip(obstacle !== null, obstacle ?? "");
  const world = await installedWorld("private-windows", { hosts: [LISTED] });
  ({ network, installed, browser, console } = world);
  network.serve(LISTED, () => page("Bạn đã trúng thưởng"));
  network.serve(HONEST, () => page("Trang thật"));
});

test.afterAll(async () => {
  await browser?.close();
  installed?.remove();
  await network?.close();
});

test("a private window is not protected until the person allows the extension there", async () => {
  expect(await evaluate(browser.cdp, console, ALLOWED)).toBe(false);
  expect((await evaluate(browser.cdp, console, STATE)).inPrivate).toBe(false);
  await openPrivately(`http://${LISTED}/`);
  await targetOf(browser.cdp, "the listed page", ({ url }) => url === `http://${LISTED}/`);
  await expect.poll(() => network.at(LISTED).length).toBeGreaterThan(0);
});

test("in a private window where it is allowed, a listed host gets no request, and other pages open as ever", async () => {
  const { cdp } = browser;
  const settings = await openTab(cdp, "chrome://extensions/");
  await until(
    "the browser's page is there",
    async () => (await evaluate(cdp, settings, "typeof chrome.developerPrivate")) === "object",
  );
  await evaluate(
    cdp,
    settings,
    `chrome.developerPrivate.updateExtensionConfiguration({
      extensionId: "${installed.extensionId}", incognitoAccess: true })`,
  );
  await until("the extension is allowed in private windows", async () => {
    console = await openTab(cdp, `chrome-extension://${installed.extensionId}/popup.html`);
    return (await evaluate(cdp, console, `globalThis.chrome?.extension && ${ALLOWED}`)) || null;
  });
  await until(
    "the background says so",
    async () => (await evaluate(cdp, console, STATE))?.inPrivate || null,
  );
  const reached = network.at(LISTED).length;

  await openPrivately(`http://${LISTED}/hai`);

  // In Chromium's "spanning" mode the page of an extension can't be drawn in a private tab: the browser says instead that
  // the address is blocked. "split" would give private windows a second background that fights over the same rules.
  await targetOf(cdp, "the address of the warning page", ({ url }) =>
    url.endsWith(`/warning.html#http://${LISTED}/hai`),
  );
  expect(network.at(LISTED).length).toBe(reached);
  await openPrivately(`http://${HONEST}/`);
  const { targetId } = await targetOf(cdp, "the honest page", ({ url }) =>
    url.startsWith(`http://${HONEST}/`),
  );
  const { sessionId } = await cdp.send("Target.attachToTarget", { targetId, flatten: true });
  await until(
    "the honest page can be read",
    async () =>
      (await evaluate(
        cdp,
        sessionId,
        "document.querySelector('h1')?.checkVisibility({ opacityProperty: true, visibilityProperty: true })",
      )) || null,
  );
});

const STATE = "chrome.runtime?.sendMessage({ type: 'state' })";
const ALLOWED = "chrome.extension.isAllowedIncognitoAccess()";

async function openPrivately(url: string): Promise<void> {
  const window = `chrome.windows.create({ incognito: true, url: ${JSON.stringify(url)} })`;
  await evaluate(browser.cdp, console, `${window}.then(() => true)`);
}
