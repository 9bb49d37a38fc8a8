import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium as playwright } from "@playwright/test";
import { findBrowser } from "../../../scripts/browsers.mjs";
import type { Answer, Request } from "../../../src/extension/messages.ts";
import { type Cdp, connectCdp } from "./cdp.ts";
import type { Network } from "./network.ts";
import { profileFolder, runFolder } from "./run.ts";
import { until } from "./until.ts";

/** A running Chromium with our extension, all of whose traffic goes to the test network. */
export interface Chromium {
  readonly context: BrowserContext;
  readonly cdp: Cdp;
  readonly profile: string;
  readonly extensionId: string;
  /** Address of a page of the extension: "popup.html". */
  extensionUrl(path: string): string;
  /** What a page of the extension gets from the background for a message. */
  ask<T extends Request["type"]>(request: Request & { type: T }): Promise<Answer<T>>;
  /** The extension API's id of the tab that shows an address. */
  tabId(url: string): Promise<number>;
  /** Text of the toolbar badge of a tab. */
  badge(tabId: number): Promise<string>;
  /** Whether a tab has been silenced. */
  isMuted(tabId: number): Promise<boolean>;
  /** What the toolbar says of tabs that have no mark of their own. */
  title(): Promise<string>;
  /**
   * Moves the clock of the extension's worker forward and lets its alarms ring.
   *
   * @param milliseconds
   */
  passTime(milliseconds: number): Promise<void>;
  /** Lets the extension's alarms ring now. One that is set a moment later waits for its own time. */
  ringAlarms(): Promise<void>;
  /** Kills the worker and takes its alarms away: from now on nothing but pages wakes it. */
  sleepDeeply(): Promise<void>;
  /** Lets every write of the running worker fail as on a full disk, or ends that; so does a new worker. */
  fillDisk(full: boolean): Promise<void>;
  /** Kills the service worker, as the browser does after 30 idle seconds, and waits until it is gone. */
  killWorker(): Promise<void>;
  /** Wakes the worker and keeps it from doing or answering anything. @returns what ends that */
  holdWorker(): Promise<() => Promise<void>>;
  /** Closes the browser in order, so that the profile is whole on disk. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of the built extension. */
  extension: string;
  /** Profile of an earlier launch, to start the same browser again. */
  profile?: string;
  locale?: "vi" | "en";
  args?: string[];
  /** True to keep pages for the way back, which Playwright turns off. */
  backForwardCache?: boolean;
  /** What starts the browser; by default the installed one itself. */
  program?: string;
}

/** The part of the browser's extension API that the harness calls. */
interface ExtensionApi {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  tabs: {
    query(filter: object): Promise<{ id?: number; url?: string; pendingUrl?: string }[]>;
    get(id: number): Promise<{ mutedInfo?: { muted: boolean } }>;
  };
  alarms: {
    getAll(): Promise<{ name: string }[]>;
    create(name: string, when: { when: number }): Promise<void>;
    clearAll(): Promise<boolean>;
  };
  action: {
    getBadgeText(details: { tabId: number }): Promise<string>;
    getTitle(details: object): Promise<string>;
  };
}

let launches = 0;

/** Flags that keep Chromium's own traffic and questions out of the tests. */
export const QUIET_FLAGS = [
  "--no-sandbox",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--disable-default-apps",
  "--password-store=basic",
];

/** Everything goes through the test network, addresses of this machine too. */
export function networkFlags(network: Network): string[] {
  return [
    `--proxy-server=http://127.0.0.1:${network.port}`,
    "--proxy-bypass-list=<-loopback>",
    `--ignore-certificate-errors-spki-list=${network.keyHash}`,
  ];
}

/** A fresh file for the browser's own log of its requests; `requestsOfExtension` reads them all. */
export function netLogFlag(): string {
  return `--log-net-log=${runFolder("net-logs", `${process.pid}-${++launches}.json`)}`;
}

export async function launchChromium(network: Network, options: LaunchOptions): Promise<Chromium> {
  const { extension, profile = profileFolder("chromium"), locale = "vi", args = [] } = options;
  const executablePath = options.program ?? (await findBrowser("chromium"));
  if (executablePath === null) throw new Error("No Chromium: run `npm run setup`.");
  const context = await playwright.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    locale,
    acceptDownloads: true,
    // Playwright's own list has --disable-extensions; without this nothing loads.
    ignoreDefaultArgs: [
      "--disable-extensions",
      ...(options.backForwardCache ? ["--disable-back-forward-cache"] : []),
    ],
    args: [
      ...QUIET_FLAGS,
      ...networkFlags(network),
      netLogFlag(),
      "--remote-debugging-port=0",
      `--lang=${locale}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...args,
    ],
    env: { ...process.env, LANGUAGE: locale },
  });
  const cdp = await connectCdp(await debuggingAddress(profile));
  const extensionId = await until("the extension's worker starts", async () => {
    const worker = await workerTarget(cdp);
    return worker && new URL(worker.url).host;
  });
  const extensionUrl = (path: string) => `chrome-extension://${extensionId}/${path}`;
  const [console = await context.newPage()] = context.pages();
  await console.goto(extensionUrl("popup.html"));
  /** Runs in a page of the extension, which stays open in the first tab. */
  const inConsole = async <T, A>(
    work: (api: ExtensionApi, argument: A) => Promise<T>,
    argument?: A,
  ): Promise<T> =>
    (await console.evaluate(
      `(${work.toString()})(globalThis.chrome, ${JSON.stringify(argument)})`,
    )) as T;
  const inWorker = async <A>(
    work: (api: ExtensionApi, argument: A) => Promise<void>,
    argument?: A,
  ): Promise<void> => {
    // A message wakes it.
    await inConsole((chrome) => chrome.runtime.sendMessage({ type: "state" }));
    const worker = await until("the worker runs", () =>
      context.serviceWorkers().find((one) => one.url().includes(extensionId)),
    );
    await worker.evaluate(`(${work.toString()})(globalThis.chrome, ${JSON.stringify(argument)})`);
  };
  const ringAlarms = () =>
    inWorker(async (chrome) => {
      for (const { name } of await chrome.alarms.getAll()) {
        await chrome.alarms.create(name, { when: 0 });
      }
    });
  const killWorker = async () => {
    const worker = await workerTarget(cdp);
    if (!worker) return;
    await until("the worker is gone", async () => {
      // A page that asks for it may have started the next one already.
      if ((await workerTarget(cdp))?.targetId !== worker.targetId) return true;
      // Chromium lets a worker live that is busy answering when it is told to close: it is told again.
      // It may have ended between the two questions, which the next look sees.
      await cdp.send("Target.closeTarget", { targetId: worker.targetId }).catch(() => null);
      return null;
    });
  };
  return {
    context,
    cdp,
    profile,
    extensionId,
    extensionUrl,
    ask: (request) =>
      inConsole(
        (chrome, message) => chrome.runtime.sendMessage(message) as Promise<never>,
        request,
      ),
    async tabId(url) {
      const tabs = await inConsole((chrome) => chrome.tabs.query({}));
      const id = tabs.find((tab) => (tab.url ?? tab.pendingUrl) === url)?.id;
      if (id === undefined) throw new Error(`no tab shows ${url}`);
      return id;
    },
    badge: (tabId) => inConsole((chrome, id) => chrome.action.getBadgeText({ tabId: id }), tabId),
    isMuted: async (tabId) =>
      (await inConsole((chrome, id) => chrome.tabs.get(id), tabId)).mutedInfo?.muted === true,
    title: () => inConsole((chrome) => chrome.action.getTitle({})),
    passTime: (milliseconds) =>
      inWorker((_, shift) => {
        const now = Date.now.bind(Date);
        Date.now = () => now() + shift;
        return Promise.resolve();
      }, milliseconds).then(ringAlarms),
    ringAlarms,
    // The protocol's own quota override does not bind an extension that may store without limit.
    fillDisk: (full) =>
      inWorker((_, isFull) => {
        const stores = IDBObjectStore.prototype as unknown as Record<string, unknown>;
        for (const method of ["put", "add"]) {
          stores[`real ${method}`] ??= stores[method];
          stores[method] = isFull
            ? () => {
                throw new DOMException("no room on the disk", "QuotaExceededError");
              }
            : stores[`real ${method}`];
        }
        return Promise.resolve();
      }, full),
    killWorker,
    async sleepDeeply() {
      // A file of the extension's that asks nothing, and yet may speak to the browser.
      await console.goto(extensionUrl("manifest.json"));
      await killWorker();
      await inConsole(async (chrome) => void (await chrome.alarms.clearAll()));
    },
    async holdWorker() {
      await inConsole((chrome) => chrome.runtime.sendMessage({ type: "state" }));
      const worker = await workerTarget(cdp);
      const { sessionId } = await cdp.send("Target.attachToTarget", {
        targetId: worker?.targetId,
        flatten: true,
      });
      await cdp.send("Debugger.enable", {}, sessionId);
      await cdp.send("Debugger.pause", {}, sessionId);
      // It stops at the next thing that it does.
      void cdp.send("Runtime.evaluate", { expression: "0" }, sessionId).catch(() => null);
      return () => cdp.send("Target.detachFromTarget", { sessionId });
    },
    async close() {
      cdp.close();
      await context.close();
    },
  };
}

/** Chromium writes the address of its debugging endpoint into the profile. */
export async function debuggingAddress(profile: string): Promise<string> {
  const file = join(profile, "DevToolsActivePort");
  const [port, path] = await until("the browser opens its debugging port", () => {
    const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
    return lines.length >= 2 ? lines : null;
  });
  return `ws://127.0.0.1:${port}${path}`;
}

export async function workerTarget(cdp: Cdp): Promise<{ targetId: string; url: string } | null> {
  const { targetInfos } = await cdp.send("Target.getTargets");
  const found = targetInfos.find(
    ({ type, url }: { type: string; url: string }) =>
      type === "service_worker" && url.startsWith("chrome-extension://"),
  );
  return found ?? null;
}
