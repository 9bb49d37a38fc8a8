import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { type BrowserPolicy, browserPolicy, whyNoPolicy } from "./browser-policy.ts";
import { type Chromium, type LaunchOptions, launchChromium } from "./chromium.ts";
import { extensionId } from "./extension-id.ts";
import { type Feed, serveFeed } from "./feed.ts";
import { type FeedContent, feedPublisher, type Publisher } from "./feed-publisher.ts";
import { type Hub, serveHub } from "./hub.ts";
import { type Network, openNetwork } from "./network.ts";
import { readJson, requestsRecord, runFolder } from "./run.ts";
import { say } from "./say.ts";
import { until } from "./until.ts";

/** A browser with the extension, a feed, a hub and an internet around it; shared by the tests of one file. */
export interface World {
  chromium: Chromium;
  readonly network: Network;
  readonly feed: Feed;
  readonly publisher: Publisher;
  readonly hub: Hub;
  /** A fresh tab. All tabs are closed after each test. */
  openTab(): Promise<Page>;
  /** Opens an address as a person would. How the navigation ends is for the test to judge. */
  visit(url: string, tab?: Page): Promise<Page>;
  /** Publishes a new version of the list and lets the browser take it. */
  update(content: FeedContent): Promise<void>;
  /** Closes the browser and starts it again with the same profile. */
  restart(): Promise<void>;
  /** Sets the extension's managed policy anew. Only in a world that was made with one. */
  manage(settings: object): void;
}

export type WorldOptions = Partial<Omit<LaunchOptions, "extension">> & {
  /** Makes the folder of the extension to launch; by default the built one. */
  extension?: () => string;
  /** The extension's managed policy, as an agency sets it. Where none can be set the tests are skipped. */
  managed?: object;
  /** Optional permissions that the person has given before: nobody is there to answer the browser's question. */
  granted?: readonly string[];
};

/**
 * Sets a world up before the tests of a file and takes it down afterwards.
 *
 * @param content what the feed lists when the first test starts; the browser enforces it by then
 */
export function protectedWorld(content: FeedContent, options: WorldOptions = {}): () => World {
  let world: World | null = null;

  test.beforeAll(async () => {
    const obstacle = options.managed ? await whyNoPolicy() : null;
    test.skip(obstacle !== null, obstacle ?? "");
    world = await openWorld(content, options);
  });
  test.afterEach(async () => {
    for (const tab of world?.chromium.context.pages().slice(1) ?? []) await tab.close();
  });
  test.afterAll(async () => {
    if (!world) return;
    await world.chromium.close();
    await world.network.close();
    await world.hub.stop();
  });
  return () => {
    if (!world) throw new Error("the world is made before the tests of a file, not before");
    return world;
  };
}

async function openWorld(
  content: FeedContent,
  { managed, granted = [], extension: make, ...options }: WorldOptions,
): Promise<World> {
  const folder = runFolder("worlds", String(process.hrtime.bigint()));
  mkdirSync(folder, { recursive: true });
  const network = await openNetwork(requestsRecord());
  const publisher = feedPublisher(folder);
  const feed = serveFeed(network, await publisher.publish(content));
  const hub = await serveHub(network, `${folder}/hub`);
  const built = make?.() ?? runFolder("chrome-mv3");
  const extension =
    granted.length === 0 ? built : withPermissions(built, granted, `${folder}/built`);
  const forOurs = (settings: object) => policyFor(extension, settings);
  const policy: BrowserPolicy | null = managed ? await browserPolicy(forOurs(managed)) : null;
  const launch = { extension, ...(policy ? { program: policy.program } : {}), ...options };
  const world: World = {
    chromium: await launchChromium(network, launch),
    network,
    feed,
    publisher,
    hub,
    openTab: () => world.chromium.context.newPage(),
    async visit(url, tab) {
      const page = tab ?? (await world.openTab());
      // A navigation that the extension turns away may end as "aborted"; what the tab then shows is what counts.
      await page.goto(url).catch((error: Error) => {
        if (!/ERR_|interrupted|aborted/i.test(error.message)) throw error;
      });
      return page;
    },
    async update(next) {
      feed.show(await publisher.publish(next));
      await updateNow(world.chromium);
    },
    async restart() {
      const { profile } = world.chromium;
      await world.chromium.close();
      world.chromium = await launchChromium(network, { ...launch, profile });
    },
    manage(settings) {
      if (!policy) throw new Error("this world has no policy");
      policy.set(forOurs(settings));
    },
  };
  await updateNow(world.chromium);
  return world;
}

/** A copy of the built extension that has these permissions from the start. */
function withPermissions(built: string, granted: readonly string[], copy: string): string {
  cpSync(built, copy, { recursive: true });
  const {
    permissions,
    optional_permissions: _,
    ...rest
  } = readJson(`${built}/manifest.json`) as {
    permissions: string[];
    optional_permissions: string[];
  };
  const manifest = { ...rest, permissions: [...permissions, ...granted] };
  writeFileSync(`${copy}/manifest.json`, JSON.stringify(manifest));
  return copy;
}

/** The browser's policy that sets the extension's own. */
function policyFor(extension: string, settings: object): object {
  const { key } = readJson(`${extension}/manifest.json`) as { key: string };
  return { "3rdparty": { extensions: { [extensionId(Buffer.from(key, "base64"))]: settings } } };
}

/** Lets the browser ask the feed and waits until what it brought is in force. */
async function updateNow(chromium: Chromium): Promise<void> {
  const { problem } = await chromium.ask({ type: "update-now" });
  if (problem) throw new Error(`the update failed: ${problem.code} (${problem.detail})`);
  await until("the browser enforces the list", async () => {
    const { list } = await chromium.ask({ type: "state" });
    return (list.enforced && !list.updating && list.version > 0) || null;
  });
}

/** The tab shows the warning page, and it names the host. */
export async function expectWarning(
  tab: Page,
  host: string,
  locale: "vi" | "en" = "vi",
): Promise<void> {
  await expect(tab).toHaveURL(/^chrome-extension:\/\/[a-z]+\/warning\.html/);
  await expect(tab.getByText(say("warning.blocked", {}, locale))).toBeVisible();
  await expect(tab.locator("body")).toContainText(host);
}

/** The tab shows a page with this heading. */
export async function expectHeading(tab: Page, heading: string): Promise<void> {
  await expect(tab.getByRole("heading", { name: heading, exact: true })).toBeVisible();
}
