import { mkdirSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { type Feed, serveFeed } from "../../e2e/harness/feed.ts";
import {
  type FeedContent,
  feedPublisher,
  type Publisher,
} from "../../e2e/harness/feed-publisher.ts";
import { type Firefox, type FirefoxOptions, launchFirefox } from "../../e2e/harness/firefox.ts";
import { type Hub, serveHub } from "../../e2e/harness/hub.ts";
import { type Network, openNetwork, type Received } from "../../e2e/harness/network.ts";
import { FEED_HOST, HUB_HOST, runFolder } from "../../e2e/harness/run.ts";
import { say } from "../../e2e/harness/say.ts";
import { until } from "../../e2e/harness/until.ts";

/** Firefox with the extension, a feed, a hub and an internet around it; shared by the tests of one file. */
export interface FirefoxWorld {
  firefox: Firefox;
  readonly network: Network;
  readonly feed: Feed;
  readonly publisher: Publisher;
  readonly hub: Hub;
  /** Opens an address as a person would, in a fresh tab unless one is given. Does not wait for anything. */
  visit(url: string, tab?: Page): Promise<Page>;
  /** Publishes a new version of the list and lets the browser take it. */
  update(content: FeedContent): Promise<void>;
  /** Closes the browser and starts it again with the same profile; `options` hold for that start. */
  restart(options?: LaunchOptions): Promise<void>;
  /** Cuts the browser's power and starts it again with the same profile. */
  crash(options?: LaunchOptions): Promise<void>;
}

type LaunchOptions = Omit<FirefoxOptions, "extension" | "profile">;

/**
 * Sets a world up before the tests of a file and takes it down afterwards.
 *
 * @param options `extension` makes the folder of the extension to launch; by default the built one
 */
export function protectedFirefox(
  content: FeedContent,
  { extension: make, ...options }: LaunchOptions & { extension?: () => string } = {},
): () => FirefoxWorld {
  let world: FirefoxWorld | null = null;
  let tabs: Page[] = [];

  beforeAll(async () => {
    const folder = runFolder("worlds", String(process.hrtime.bigint()));
    mkdirSync(folder, { recursive: true });
    const network = await openNetwork();
    const publisher = feedPublisher(folder);
    const feed = serveFeed(network, await publisher.publish(content));
    const hub = await serveHub(network, `${folder}/hub`);
    const extension = make?.() ?? runFolder("firefox-mv3");
    const made: FirefoxWorld = {
      firefox: await launchFirefox(network, { extension, ...options }),
      network,
      feed,
      publisher,
      hub,
      async visit(url, given) {
        const tab = given ?? (await made.firefox.browser.newPage());
        tabs.push(tab);
        // Over WebDriver BiDi a navigation that ends at an extension's page never settles, so nothing waits for it.
        tab.goto(url, { timeout: 30_000 }).catch(() => null);
        return tab;
      },
      async update(next) {
        feed.show(await publisher.publish(next));
        await updateNow(made.firefox);
      },
      async restart(given) {
        await made.firefox.close();
        await startAgain(given);
      },
      async crash(given) {
        await made.firefox.kill();
        await startAgain(given);
      },
    };
    async function startAgain(given: LaunchOptions = {}): Promise<void> {
      tabs = [];
      const { profile } = made.firefox;
      const prefs = { ...options.prefs, ...given.prefs };
      made.firefox = await launchFirefox(network, {
        ...options,
        extension,
        profile,
        ...given,
        prefs,
      });
    }
    world = made;
    await updateNow(made.firefox);
  });
  afterEach(async () => {
    for (const tab of tabs) if (!tab.isClosed()) await tab.close();
    tabs = [];
  });
  afterAll(async () => {
    if (!world) return;
    await world.firefox.close();
    await world.network.close();
    await world.hub.stop();
    // Whatever a file tests, this holds.
    expectPrivate(world);
  });
  return () => {
    if (!world) throw new Error("the world is made before the tests of a file, not before");
    return world;
  };
}

async function updateNow(firefox: Firefox): Promise<void> {
  const { problem } = await firefox.ask({ type: "update-now" });
  if (problem) throw new Error(`the update failed: ${problem.code} (${problem.detail})`);
  await until("the browser enforces the list", async () => {
    const { list } = await firefox.ask({ type: "state" });
    return (list.enforced && !list.updating && list.version > 0) || null;
  });
}

export interface Shown {
  url: string;
  heading: string;
  text: string;
}

/** What a tab, or a frame in it, shows; null while it is between two pages. */
export async function shown(tab: Pick<Page, "evaluate">): Promise<Shown | null> {
  try {
    return await tab.evaluate(() => ({
      url: location.href,
      heading: document.querySelector("h1")?.textContent ?? "",
      text: document.body?.innerText ?? "",
    }));
  } catch {
    // The page went away while it was asked.
    return null;
  }
}

/** The tab comes to show the warning page, and it names the host. */
export async function expectWarning(tab: Page, host: string): Promise<void> {
  await until(`the warning page about ${host}`, async () => {
    const page = await shown(tab);
    return page?.url.startsWith("moz-extension:") &&
      page.text.includes(say("warning.blocked")) &&
      page.text.includes(host)
      ? true
      : null;
  });
}

export async function expectHeading(tab: Page, heading: string): Promise<void> {
  await until(
    `a page headed «${heading}»`,
    async () => (await shown(tab))?.heading === heading || null,
  );
}

/** Presses the button with this text, else one whose text starts so, once it is there and enabled. */
export async function press(tab: Page, name: string): Promise<void> {
  await until(`a button «${name}»`, () =>
    tab.evaluate((text) => {
      const buttons = [...document.querySelectorAll<HTMLElement>("button, [role=tab], a")];
      const named = buttons
        .filter((one) => !one.matches(":disabled, [aria-disabled=true]"))
        .map((one) => ({ one, name: one.textContent?.trim() ?? "" }));
      const button =
        named.find((found) => found.name === text) ??
        named.find((found) => found.name.startsWith(text));
      button?.one.click();
      return button ? true : null;
    }, name),
  );
}

/** Nobody but the feed, the hub and the sites of the tests was asked for anything. */
export function expectPrivate({ network }: FirefoxWorld): void {
  const strange = network.received.filter(({ undeclared }) => undeclared);
  expect(strange.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  const ours = network.received.filter(({ authority }) =>
    [FEED_HOST, HUB_HOST].includes(authority),
  );
  expect(ours.length).toBeGreaterThan(0);
  const others = ours.filter(
    ({ authority, path, body }) =>
      !(authority === FEED_HOST && /^\/(metadata|targets)\/[^?]*$/.test(path) && body === "") &&
      !(authority === HUB_HOST && path === "/v1/reports"),
  );
  expect(others.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  const byExtension = network.received.filter(
    (request) => isByExtension(request) && ![FEED_HOST, HUB_HOST].includes(request.authority),
  );
  expect(byExtension.map(({ url }) => url)).toEqual([]);
}

/**
 * An extension that asks a page's host shows itself by its origin, or, where Firefox sends none, by what no page can do:
 * to be of the same origin and not say from where. Firefox says so to https hosts alone; others the extension's own
 * content security policy keeps it from asking.
 */
function isByExtension({ headers }: Received): boolean {
  if (headers.origin?.startsWith("moz-extension:")) return true;
  return (
    headers["sec-fetch-site"] === "same-origin" &&
    headers["sec-fetch-mode"] !== "navigate" &&
    headers.origin === undefined &&
    headers.referer === undefined
  );
}
