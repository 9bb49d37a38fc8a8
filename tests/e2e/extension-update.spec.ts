import { expect, test } from "@playwright/test";
import { whyNoPolicy } from "./harness/browser-policy.ts";
import type { Feed } from "./harness/feed.ts";
import type { Publisher } from "./harness/feed-publisher.ts";
import { leaveAsFirstVersion } from "./harness/first-state.ts";
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

const LISTED = "da-liet-ke.example";
const HONEST = "ngan-hang-that.example";
const SHARED = "trang-chung.example";
const OPEN = "mo-tu-truoc.example";

const PATHS = [`${SHARED}/view/qua-tang`];

let network: Network;
let feed: Feed;
let publisher: Publisher;
let installed: Installation;
let browser: InstalledChromium;

test.beforeAll(async () => {
  const obstacle = await whyNoPolicy();
  test.skip(obstacle !== null, obstacle ?? "");
  const world = await installedWorld("extension-update", { hosts: [LISTED], paths: PATHS });
  ({ network, feed, publisher, installed, browser } = world);
  network.serve(LISTED, () => page("Nhập mật khẩu"));
  network.serve(HONEST, () => page("Trang thật", FIELD));
  network.serve(OPEN, () => page("Mở từ trước", FIELD));
  network.serve(SHARED, () => page("Cửa hàng"));
});

test.afterAll(async () => {
  await browser?.close();
  installed?.remove();
  await network?.close();
});

test("while the extension starts anew, tabs that go to a listed host do not get there", async () => {
  const console = await openConsole();
  const fire = underFire();
  await fire.tabs(5);
  await evaluate(browser.cdp, console, "void setTimeout(() => chrome.runtime.reload())");
  await until("the console went with the extension", () => isGone(console));
  await fire.tabs(20);
  await fire.stop();
  expect(network.at(LISTED)).toEqual([]);
  await protectsByItself();
});

test("while a new version takes the place of the old, tabs that go to a listed host do not get there, and all that the old one knew and let in stays in its care", async () => {
  const { cdp } = browser;
  const open = await openTab(cdp, `http://${OPEN}/`);
  const shop = await openTab(cdp, `http://${SHARED}/`);
  for (const tab of [open, shop]) await until("an open page", () => isShown(tab));
  const { version, entries } = await listState();
  const quiet = await openQuietConsole();
  // Whatever the new version knows, it has from the old one.
  feed.misbehave(() => "drop");
  await evaluate(cdp, quiet, `(${leaveAsFirstVersion})()`);
  installed.offer("0.99.0");
  // The new version waits until nothing of the old one runs.
  const ready = `new Promise((ready) => {
    chrome.runtime.onUpdateAvailable.addListener(({ version }) => ready(version));
    chrome.runtime.requestUpdateCheck();
  })`;
  expect(await evaluate(cdp, quiet, ready)).toBe("0.99.0");
  const fire = underFire();
  await fire.tabs(5);
  await evaluate(cdp, quiet, "void setTimeout(() => chrome.runtime.reload())");
  await until("the console went with the old version", () => isGone(quiet));
  await fire.tabs(20);
  await fire.stop();
  expect(network.at(LISTED)).toEqual([]);
  await protectsByItself();
  expect(await evaluate(cdp, await openQuietConsole(), VERSION)).toBe("0.99.0");

  expect(await listState()).toMatchObject({ version, entries });
  await typeInto(open);
  await evaluate(cdp, shop, "void setTimeout(() => history.pushState({}, '', '/view/qua-tang'))");
  await showsWarning(SHARED, "/view/qua-tang");
  feed.behave();
  feed.show(await publisher.publish({ hosts: [LISTED, OPEN], paths: PATHS }));
  await evaluate(
    cdp,
    await openConsole(),
    "void chrome.runtime.sendMessage({ type: 'update-now' })",
  );
  await showsWarning(OPEN, "/");
});

test("after the update and a restart, offline, the new version protects", async () => {
  await browser.close();
  browser = await installed.start("about:blank");
  await network.disconnect();
  await go("/ngoai-tuyen");
  await showsWarning(LISTED, "/ngoai-tuyen");
  await network.reconnect();
  await protectsByItself();
});

const FIELD = `<input id="field" type="password">`;
const VERSION = "chrome.runtime?.getManifest().version";

/**
 * Nobody asks the extension anything: a listed host is stopped, and an honest page takes a password although no worker
 * answers, which only the lift script of this session lets it.
 */
async function protectsByItself(): Promise<void> {
  const { cdp } = browser;
  const quiet = await openQuietConsole();
  await until("the script that lifts the shield is registered", async () => {
    const scripts = await evaluate(
      cdp,
      quiet,
      "chrome.scripting?.getRegisteredContentScripts() ?? []",
    );
    return scripts.length > 0 || null;
  });
  // A worker that is paused before its first line cannot do anything.
  const attach = (autoAttach: boolean) =>
    cdp.send("Target.setAutoAttach", {
      autoAttach,
      waitForDebuggerOnStart: autoAttach,
      flatten: true,
      ...(autoAttach ? { filter: [{ type: "service_worker" }] } : {}),
    });
  await attach(true);
  const worker = (await cdp.send("Target.getTargets")).targetInfos.find(
    ({ type, url }: { type: string; url: string }) =>
      type === "service_worker" && url.includes(installed.extensionId),
  );
  if (worker) await cdp.send("Target.closeTarget", { targetId: worker.targetId });
  try {
    await go("/nua");
    await showsWarning(LISTED, "/nua");
    await typeInto(await openTab(cdp, `http://${HONEST}/`));
  } finally {
    await attach(false);
  }
  expect(network.at(LISTED)).toEqual([]);
}

/** The page can be seen, and takes a password. */
async function typeInto(tab: string): Promise<void> {
  const { cdp } = browser;
  await until("the page can be seen", () => isShown(tab));
  await until("the password is in the field", async () => {
    await evaluate(cdp, tab, "document.getElementById('field')?.focus()");
    for (const type of ["keyDown", "keyUp"]) {
      await cdp.send("Input.dispatchKeyEvent", { type, text: "a", key: "a" }, tab);
    }
    return (await evaluate(cdp, tab, "document.getElementById('field')?.value")) || null;
  });
}

async function isShown(tab: string): Promise<true | null> {
  const look =
    "document.querySelector('h1')?.checkVisibility({ opacityProperty: true, visibilityProperty: true })";
  // While one document gives way to the next there is none to ask.
  return (await evaluate(browser.cdp, tab, look).catch(() => null)) || null;
}

/** Opens tabs on the listed host, one after the other, for as long as nobody stops it. */
function underFire() {
  let opened = 0;
  let stopped = false;
  const opening = (async () => {
    const tabs: string[] = [];
    while (!stopped) {
      tabs.push(await go(`/?lan=${opened}`));
      opened++;
      const oldest = tabs.length > 8 ? tabs.shift() : undefined;
      // It may have gone with the extension, whose page it showed.
      if (oldest) {
        await browser.cdp.send("Target.closeTarget", { targetId: oldest }).catch(() => null);
      }
    }
  })();
  return {
    /** Waits until this many more have been opened. */
    async tabs(count: number): Promise<void> {
      const goal = opened + count;
      await until(`${count} more tabs`, () => opened >= goal || null, 60_000);
    },
    async stop(): Promise<void> {
      stopped = true;
      await opening;
    },
  };
}

/** A page of the extension that asks nothing of the worker. */
const openQuietConsole = () => openPage("manifest.json");

const openConsole = () => openPage("popup.html");

/** A tab with a page of the extension. One that is opened while the extension starts anew stays empty. */
async function openPage(name: string): Promise<string> {
  return await until(`${name} of the extension`, async () => {
    const url = `chrome-extension://${installed.extensionId}/${name}`;
    const page = await openTab(browser.cdp, url);
    const seen = await until("the tab has gone there", async () => {
      const look = "location.href !== 'about:blank' && { there: !!chrome.runtime?.id }";
      return await evaluate(browser.cdp, page, look).catch(() => null);
    });
    return seen.there ? page : null;
  });
}

async function listState(): Promise<{ enforced: boolean; version: number; entries: number }> {
  const console = await openConsole();
  return (await evaluate(browser.cdp, console, "chrome.runtime.sendMessage({ type: 'state' })"))
    .list;
}

/** The page behind a session has been closed. */
async function isGone(session: string): Promise<true | null> {
  try {
    await browser.cdp.send("Runtime.evaluate", { expression: "1" }, session);
    return null;
  } catch {
    return true;
  }
}

/** Opens a tab on the listed host. Its target may be another one once it shows a page of the extension. */
async function go(path: string): Promise<string> {
  const url = `http://${LISTED}${path}`;
  return await until("the browser opens a tab", async () => {
    try {
      return (await browser.cdp.send("Target.createTarget", { url })).targetId as string;
    } catch (error) {
      // Now and then it can't while an extension and its tabs go.
      if (String(error).includes("Failed to open a new tab")) return null;
      throw error;
    }
  });
}

async function showsWarning(host: string, path: string): Promise<void> {
  const warning = `chrome-extension://${installed.extensionId}/warning.html`;
  await targetOf(
    browser.cdp,
    `the warning page about ${host}${path}`,
    ({ url }) => url.startsWith(warning) && url.endsWith(`#http://${host}${path}`),
  );
}
