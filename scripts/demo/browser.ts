import puppeteer, { type Browser, TargetType } from "puppeteer-core";
import { findBrowser } from "../browsers.mjs";
import type { WebServer } from "./web-server.ts";

export interface BrowserSettings {
  /** Folder of the unpacked extension. */
  extension: string;
  /** Folder of a fresh profile. */
  profile: string;
  headless: boolean;
  /** Names that lead to the demo's web server. */
  names: readonly string[];
  web: WebServer;
}

export interface DemoBrowser {
  browser: Browser;
  extensionId: string;
}

/** Milliseconds that a slow machine may take for any one thing. */
export const PATIENCE = 60_000;

/**
 * Starts Chromium with the extension. The demo's names lead to this machine; without a window no other name leads
 * anywhere.
 *
 * @throws Error with a sentence for people
 */
export async function openBrowser(settings: BrowserSettings): Promise<DemoBrowser> {
  const { extension, profile, headless, names, web } = settings;
  const executablePath = await findBrowser("chromium");
  if (executablePath === null) throw new Error("There is no Chromium: run `npm run setup`.");
  const rules = names.map((name) => `MAP ${name} 127.0.0.1:${web.port}`);
  if (headless) rules.push("MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1");
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    // Over the pipe the extension is loaded as the developer page does it; a flag alone no longer does everywhere.
    pipe: true,
    enableExtensions: [extension],
    userDataDir: profile,
    defaultViewport: headless ? { width: 1100, height: 900 } : null,
    protocolTimeout: PATIENCE,
    timeout: PATIENCE,
    handleSIGINT: false,
    handleSIGTERM: false,
    ignoreDefaultArgs: headless ? [] : ["--enable-automation"],
    args: [
      `--host-resolver-rules=${rules.join(", ")}`,
      `--ignore-certificate-errors-spki-list=${web.keyHash}`,
      "--no-first-run",
      "--no-default-browser-check",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--password-store=basic",
      // Debian's Chromium has no Vietnamese interface of its own; the extension goes by what pages are asked for too.
      "--accept-lang=vi-VN,vi,en",
      // A popup is no larger than the window leaves room for.
      ...(headless ? ["--window-size=1100,1000", "--screen-info={1600x1200}"] : []),
      // Keeps the bar away that warns of the flags above.
      ...(headless ? [] : ["--test-type"]),
      // The sandbox does not work for root; without a window no page but ours is ever opened.
      ...(headless || process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
  const worker = await browser.waitForTarget(
    (target) =>
      target.type() === TargetType.SERVICE_WORKER && target.url().startsWith("chrome-extension://"),
    { timeout: PATIENCE },
  );
  return { browser, extensionId: new URL(worker.url()).host };
}
