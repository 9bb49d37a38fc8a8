import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { loginPage, stealingPage } from "../e2e/harness/asking-pages.ts";
import { whyNoPolicy } from "../e2e/harness/browser-policy.ts";
import { eagerPage } from "../e2e/harness/eager-page.ts";
import {
  evaluate,
  type Installation,
  type InstalledChromium,
  openTab,
  targetOf,
} from "../e2e/harness/installed-chromium.ts";
import { installedWorld } from "../e2e/harness/installed-world.ts";
import { workerSite } from "../e2e/harness/leading-pages.ts";
import type { Network } from "../e2e/harness/network.ts";
import { page } from "../e2e/harness/replies.ts";
import { HUB_HOST } from "../e2e/harness/run.ts";
import { searchFolders, uniqueWords } from "../e2e/harness/search-folder.ts";
import { until } from "../e2e/harness/until.ts";
import { aReport } from "../unit/a-report.ts";

// Somebody who gets hold of the machine later wants to read off it which scam pages its user met.

const LISTED = "nhan-qua.example";

/** What could keep an address, or a part of one. */
const PLACES = [
  "stolenHost",
  "stolenPath",
  "stolenQuery",
  "warnedHost",
  "warnedQuery",
  "framedHost",
  "frameQuery",
  "listedQuery",
  "workerHost",
  "selection",
  "report",
] as const;
const normal = uniqueWords(PLACES);
const secret = uniqueWords(PLACES);

type Words = typeof normal;

let network: Network;
let installed: Installation;
let browser: InstalledChromium;
/** A page of the extension in an ordinary window. */
let console: string;

test.beforeAll(async () => {
  const obstacle = await whyNoPolicy();
  test.skip(obstacle !== null, obstacle ?? "");
  test.setTimeout(300_000);
  const world = await installedWorld("find-visits-on-disk", { hosts: [LISTED] });
  ({ network, installed, browser, console } = world);
  network.serve(HUB_HOST, () => ({ status: 503 }));
  await allowPrivateWindows();
  for (const [mode, incognito] of [
    [normal, false],
    [secret, true],
  ] as const) {
    serve(mode);
    await meet(mode, incognito);
  }
  await ask({ type: "self-test" });
  // What lies in memory alone must not be written when the background ends, nor when the browser does.
  await killWorker();
  await ask({ type: "state" });
  await browser.close();
});

test.afterAll(async () => {
  await browser?.close();
  installed?.remove();
  await network?.close();
});

const privatePlaces: (keyof Words)[] = [
  "stolenHost",
  "stolenPath",
  "stolenQuery",
  "warnedHost",
  "warnedQuery",
  "frameQuery",
  "listedQuery",
  "workerHost",
  "selection",
  "report",
];
for (const place of privatePlaces) {
  test(`the whole profile has nothing of a private window: ${place}`, () => {
    expect(searchFolders([installed.profile], [secret[place]])).toEqual([]);
  });
}

const normalPlaces: (keyof Words)[] = [
  "stolenPath",
  "stolenQuery",
  "warnedQuery",
  "frameQuery",
  "listedQuery",
  "workerHost",
  "selection",
];
for (const place of normalPlaces) {
  test(`the extension's storage has no more than hosts of an ordinary window: ${place}`, () => {
    expect(searchFolders(extensionFolders(), [normal[place]])).toEqual([]);
  });
}

test("the search finds what the extension means to keep", () => {
  expect(searchFolders(extensionFolders(), [normal.report]).length).toBeGreaterThan(0);
});

function extensionFolders(): string[] {
  const id = installed.extensionId;
  const profile = join(installed.profile, "Default");
  return [
    `IndexedDB/chrome-extension_${id}_0.indexeddb.leveldb`,
    `IndexedDB/chrome-extension_${id}_0.indexeddb.blob`,
    `Local Extension Settings/${id}`,
    `Sync Extension Settings/${id}`,
    "Extension Rules",
    "Extension Scripts",
    "Extension State",
    "Local Storage",
  ].map((folder) => join(profile, folder));
}

function serve(mode: Words): void {
  network.serve(`${mode.stolenHost}.example`, () => stealingPage());
  network.serve(`${mode.warnedHost}.example`, () => loginPage());
  network.serve(`${mode.framedHost}.example`, () =>
    page("Có khung", `<iframe src="http://${LISTED}/?${mode.frameQuery}"></iframe>`),
  );
  network.serve(
    `${mode.workerHost}.example`,
    workerSite("http://x.example/", String(eagerPage("x.example").body)),
  );
}

/** Meets everything that the extension may want to remember for a while. */
async function meet(mode: Words, incognito: boolean): Promise<void> {
  const { stolenHost, stolenPath, stolenQuery, warnedHost, warnedQuery } = mode;
  await open(`http://${stolenHost}.example/${stolenPath}?${stolenQuery}`, incognito);
  await showsWarning(stolenQuery);

  await open(`http://${warnedHost}.example/?${warnedQuery}`, incognito);
  const warned = await sessionOf(`http://${warnedHost}.example/`);
  await until("the banner", () =>
    evaluate(browser.cdp, warned, "document.querySelector('[popover]') !== null"),
  );

  await open(`http://${mode.framedHost}.example/`, incognito);
  const framing = await sessionOf(`http://${mode.framedHost}.example/`);
  const { tabId } = await tabAt(`http://${mode.framedHost}.example/`);
  await until("the framing page", () =>
    evaluate(browser.cdp, framing, "document.readyState === 'complete'"),
  );
  if (!incognito) {
    await until(
      "the blocked frame is known",
      async () => (await ask({ type: "tab-verdict", tabId })).blockedFrames.length > 0,
    );
  }

  await open(`http://${LISTED}/?${mode.listedQuery}`, incognito);
  await showsWarning(mode.listedQuery);

  const worker = `https://${mode.workerHost}.example/`;
  await open(worker, incognito);
  const site = await sessionOf(worker);
  await until("the site's worker is ready", () =>
    evaluate(browser.cdp, site, "document.title === 'sẵn sàng'"),
  );
  await evaluate(browser.cdp, site, "setTimeout(() => { location.href = '/cached' }), 0");
  await until("the worker's page is shown", () =>
    evaluate(
      browser.cdp,
      site,
      "location.pathname === '/cached' && document.querySelector('h1')?.checkVisibility({ opacityProperty: true, visibilityProperty: true })",
    ).catch(() => null),
  );

  await ask({ type: "open-check", text: mode.selection, isPrivate: incognito });
  const report = aReport({
    id: crypto.randomUUID(),
    url: `http://${mode.report}.example/`,
    note: mode.report,
  });
  await ask({ type: "send-report", report, isPrivate: incognito });
}

async function showsWarning(query: string): Promise<void> {
  await targetOf(
    browser.cdp,
    "the address of the warning page",
    ({ url }) => url.includes("/warning.html#") && url.endsWith(query),
  );
}

async function open(url: string, incognito: boolean): Promise<void> {
  const window = `chrome.windows.create({ incognito: ${incognito}, url: ${JSON.stringify(url)} })`;
  await evaluate(browser.cdp, console, `${window}.then(() => true)`);
}

async function sessionOf(address: string): Promise<string> {
  const { targetId } = await targetOf(browser.cdp, address, ({ url }) => url.startsWith(address));
  const { sessionId } = await browser.cdp.send("Target.attachToTarget", {
    targetId,
    flatten: true,
  });
  return sessionId;
}

async function tabAt(address: string): Promise<{ tabId: number }> {
  const query = `chrome.tabs.query({}).then((tabs) => tabs.find(({ url }) => url === ${JSON.stringify(address)})?.id)`;
  return { tabId: await until(address, () => evaluate(browser.cdp, console, query)) };
}

function ask(request: object) {
  return evaluate(browser.cdp, console, `chrome.runtime.sendMessage(${JSON.stringify(request)})`);
}

async function killWorker(): Promise<void> {
  const { targetInfos } = await browser.cdp.send("Target.getTargets");
  const worker = targetInfos.find(
    ({ type, url }: { type: string; url: string }) =>
      type === "service_worker" && url.includes(installed.extensionId),
  );
  if (worker) await browser.cdp.send("Target.closeTarget", { targetId: worker.targetId });
}

async function allowPrivateWindows(): Promise<void> {
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
    const allowed = "globalThis.chrome?.extension && chrome.extension.isAllowedIncognitoAccess()";
    return (await evaluate(cdp, console, allowed)) || null;
  });
}
