import { mkdirSync } from "node:fs";
import { type Feed, serveFeed } from "./feed.ts";
import { type FeedContent, feedPublisher, type Publisher } from "./feed-publisher.ts";
import {
  evaluate,
  type Installation,
  type InstalledChromium,
  installByPolicy,
  openTab,
  targetOf,
} from "./installed-chromium.ts";
import { type Network, openNetwork } from "./network.ts";
import { requestsRecord, runFolder } from "./run.ts";
import { until } from "./until.ts";

export interface InstalledWorld {
  network: Network;
  feed: Feed;
  publisher: Publisher;
  installed: Installation;
  /** At its first run, with the list in force. */
  browser: InstalledChromium;
  /** Session of a page of the extension in it. */
  console: string;
}

/** A browser that has installed the extension as its users do, and taken its first list. */
export async function installedWorld(name: string, content: FeedContent): Promise<InstalledWorld> {
  const folder = runFolder("worlds", name);
  mkdirSync(folder, { recursive: true });
  const network = await openNetwork(requestsRecord());
  const publisher = feedPublisher(folder);
  const feed = serveFeed(network, await publisher.publish(content));
  const installed = await installByPolicy(network, runFolder("chrome-mv3"));
  const browser = await installed.start("about:blank");
  const world = { network, feed, publisher, installed, browser };
  try {
    return { ...world, console: await consoleInForce(world) };
  } catch (error) {
    // Whoever asked for it never gets it to close.
    await browser.close();
    installed.remove();
    await network.close();
    throw error;
  }
}

/** Session of a page of the extension, once its list is in force. */
async function consoleInForce({
  browser: { cdp },
  installed: { extensionId },
}: Pick<InstalledWorld, "browser" | "installed">): Promise<string> {
  await targetOf(cdp, "the extension is installed", ({ url }) => url.includes(extensionId));
  const console = await openTab(cdp, `chrome-extension://${extensionId}/popup.html`);
  await until("the list is in force", async () => {
    const state = await evaluate(cdp, console, "chrome.runtime?.sendMessage({ type: 'state' })");
    return (state?.list.enforced && state.list.version > 0) || null;
  });
  return console;
}
