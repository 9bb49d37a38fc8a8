import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { findBrowser } from "../../../scripts/browsers.mjs";
import type { Answer, Request } from "../../../src/extension/messages.ts";
import { firefoxUnder } from "./firefox-policies.ts";
import type { Network } from "./network.ts";
import { profileFolder } from "./run.ts";
import { until } from "./until.ts";

/** A running Firefox with our extension installed, all of whose traffic goes to the test network. */
export interface Firefox {
  readonly browser: Browser;
  readonly profile: string;
  /** A page of the extension: "popup.html". Its URL can't be read over WebDriver BiDi, its content can. */
  openExtensionPage(path: string): Promise<Page>;
  extensionUrl(path: string): string;
  /** Runs in a page of the extension, which stays open. */
  inConsole<T, A>(work: (api: FirefoxApi, argument: A) => Promise<T>, argument: A): Promise<T>;
  /** What a page of the extension gets from the background for a message. */
  ask<T extends Request["type"]>(request: Request & { type: T }): Promise<Answer<T>>;
  /**
   * Moves the clock of the extension's background forward and lets its alarms ring.
   *
   * @param milliseconds
   */
  passTime(milliseconds: number): Promise<void>;
  /** Lets the extension's alarms ring now. One that is set a moment later waits for its own time. */
  ringAlarms(): Promise<void>;
  /** Puts the version of the extension in a folder into the place of the one that runs, until the browser ends. */
  update(folder: string): Promise<void>;
  /** Waits until Firefox has put the background to sleep. Set the pref `IDLE` to have it soon. */
  sleeps(): Promise<void>;
  close(): Promise<void>;
  /** Ends the browser as a power cut does. */
  kill(): Promise<void>;
}

export interface FirefoxOptions {
  /** Folder of the built extension, with the packed one beside it: see buildExtension. */
  extension: string;
  profile?: string;
  prefs?: Record<string, unknown>;
  /** The page that it opens with, as a link from another program; null: the one that its settings name. */
  address?: string | null;
  /** The extension's managed policy, as an agency sets it on the machine. Firefox reads it as it starts, and then alone. */
  managed?: object;
  /** What the machine's administrator says of private windows; without it they are closed to extensions. */
  inPrivate?: boolean;
}

/** Milliseconds after which an idle background is put to sleep; 30,000 in people's browsers. */
export const IDLE = "extensions.background.idle.timeout";

/** The part of Firefox's extension API that the harness calls. */
export interface FirefoxApi {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
  windows: { create(what: { incognito: boolean; url: string }): Promise<unknown> };
  permissions: { remove(what: { origins: string[] }): Promise<boolean> };
  /** Only once the permission was given. */
  notifications?: { onClosed: { addListener(listener: (id: string) => void): void } };
  alarms: {
    getAll(): Promise<{ name: string }[]>;
    create(name: string, when: { when: number }): Promise<void>;
  };
  action: { getBadgeText(details: { tabId: number }): Promise<string> };
  extension: { getBackgroundPage(): { Date: DateConstructor } | null };
}

/** Fixes the host of moz-extension: addresses, which is otherwise random per profile. */
const UUID = "3f2c1a54-7f0e-4d43-9f5b-6f1d7c1f5a10";

export async function launchFirefox(network: Network, options: FirefoxOptions): Promise<Firefox> {
  const { extension, profile = profileFolder("firefox"), prefs = {}, address } = options;
  const program = await findBrowser("firefox");
  if (program === null) throw new Error("No Firefox: run `npm run setup`.");
  const manifest = JSON.parse(readFileSync(join(extension, "manifest.json"), "utf8"));
  const id: string = manifest.browser_specific_settings.gecko.id;
  installInto(profile, id, `${extension}.xpi`);
  const policies = policiesOn(id, options);
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: policies === null ? program : firefoxUnder(policies, program),
    headless: true,
    acceptInsecureCerts: true,
    userDataDir: profile,
    // Without it Firefox refuses to open moz-extension: pages over WebDriver BiDi.
    args: ["--remote-allow-system-access", ...(address ? [address] : [])],
    ignoreDefaultArgs: address === null ? ["about:blank"] : false,
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [id]: UUID }),
      // An extension that lies in the profile counts as installed: it survives a restart, unlike a temporary one.
      "xpinstall.signatures.required": false,
      "extensions.autoDisableScopes": 0,
      "extensions.enabledScopes": 15,
      "extensions.startupScanScopes": 15,
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": network.port,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": network.port,
      "network.proxy.no_proxies_on": "",
      "network.proxy.allow_hijacking_localhost": true,
      "network.proxy.failover_direct": false,
      "dom.security.https_first": false,
      // Service workers on http hosts, for pages that live under their own.
      "dom.serviceWorkers.testing.enabled": true,
      "intl.accept_languages": "vi,en",
      ...QUIET_PREFS,
      ...prefs,
    },
  });
  let console: Page | null = null;
  const extensionUrl = (path: string) => `moz-extension://${UUID}/${path}`;
  const openExtensionPage = async (path: string) => {
    const page = await browser.newPage();
    // Navigation events of extension pages never come, so goto() would only end by its time limit.
    page.goto(extensionUrl(path)).catch(() => null);
    await until(`${path} is drawn`, () => isDrawn(page));
    return page;
  };
  const inConsole = async <T, A>(
    work: (api: FirefoxApi, argument: A) => Promise<T>,
    argument: A,
  ): Promise<T> => {
    if (!console || console.isClosed()) console = await openExtensionPage("popup.html");
    return (await console.evaluate(
      `(${work.toString()})(globalThis.browser, ${JSON.stringify(argument)})`,
    )) as T;
  };
  const ringAlarms = () =>
    inConsole(async (api) => {
      for (const { name } of await api.alarms.getAll()) await api.alarms.create(name, { when: 0 });
    }, null);
  return {
    browser,
    profile,
    extensionUrl,
    openExtensionPage,
    inConsole,
    ask: (request) =>
      inConsole((api, message) => api.runtime.sendMessage(message) as Promise<never>, request),
    async passTime(milliseconds) {
      await inConsole(async (api, shift) => {
        // A message wakes it.
        await api.runtime.sendMessage({ type: "state" });
        const clock = api.extension.getBackgroundPage()?.Date;
        if (!clock) throw new Error("the background sleeps");
        const now = clock.now.bind(clock);
        clock.now = () => now() + shift;
      }, milliseconds);
      await ringAlarms();
    },
    ringAlarms,
    async update(folder) {
      await browser.installExtension(folder);
      // It went with the old version, which WebDriver BiDi does not tell.
      console = null;
    },
    sleeps: async () => {
      await until("the background sleeps", () =>
        inConsole(async (api) => api.extension.getBackgroundPage() === null || null, null),
      );
    },
    close: () => browser.close(),
    async kill() {
      browser.process()?.kill("SIGKILL");
      // Puppeteer tidies the profile's preferences when it sees that the browser has ended; this waits for it.
      await browser.close();
    },
  };
}

async function isDrawn(page: Page): Promise<boolean> {
  try {
    return await page.evaluate(() => document.querySelector("body *") !== null);
  } catch {
    // Firefox has no document to ask in while one gives way to the next.
    return false;
  }
}

/** What a machine's administrator says of the extension; null if nothing. */
function policiesOn(id: string, { managed, inPrivate }: FirefoxOptions): object | null {
  if (managed === undefined && inPrivate === undefined) return null;
  return {
    ...(managed ? { "3rdparty": { Extensions: { [id]: managed } } } : {}),
    ...(inPrivate ? { ExtensionSettings: { [id]: { private_browsing: inPrivate } } } : {}),
  };
}

function installInto(profile: string, id: string, packed: string): void {
  const folder = join(profile, "extensions");
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `${id}.xpi`);
  if (!existsSync(target)) cpSync(packed, target);
}

/** Firefox's own services, so that every request in the record is a page's or ours. */
const QUIET_PREFS = {
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.safebrowsing.blockedURIs.enabled": false,
  "browser.safebrowsing.downloads.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "datareporting.healthreport.uploadEnabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "http://settings.invalid/",
  "toolkit.telemetry.enabled": false,
};
