import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../browsers.mjs";
import { packageEnvironment } from "../packages.mjs";
import type { CorpusPage } from "./read-corpus.ts";

/**
 * How long a page may take to show what it is, in milliseconds: scam pages let their form come late, and the guard looks
 * again when it has come. A page that is blocked by then ends earlier.
 */
const PATIENCE = 9_000;
const LOOK_EVERY = 250;
const AT_ONCE = 6;

export interface Seen {
  page: CorpusPage;
  /** What a person got to see: the warning page, a banner, or nothing. */
  level: "block" | "warn" | "none";
  /** What stood there, sentence by sentence. */
  reasons: string[];
  /** Milliseconds from the page's load until the person was told; null if nothing came. */
  after: number | null;
}

/** Opens every page in Chromium with the extension as it is built from this folder, and looks at what a person sees. */
export async function seePages(pages: readonly CorpusPage[], port: number): Promise<Seen[]> {
  const folder = await mkdtemp(join(tmpdir(), "tinhtao-eval-"));
  try {
    const context = await launch(await buildExtension(folder), join(folder, "profile"), port);
    try {
      return await seeAll(context, pages);
    } finally {
      await context.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function buildExtension(folder: string): Promise<string> {
  const script = new URL("../demo/build-into.ts", import.meta.url).pathname;
  await promisify(execFile)("node", [script, folder], { env: packageEnvironment() });
  return join(folder, "chrome-mv3");
}

async function launch(extension: string, profile: string, port: number): Promise<BrowserContext> {
  const program = await findBrowser("chromium");
  const context = await chromium.launchPersistentContext(profile, {
    ...(program === null ? {} : { executablePath: program }),
    headless: true,
    locale: "vi",
    ignoreHTTPSErrors: true,
    ignoreDefaultArgs: ["--disable-extensions"],
    args: [
      "--no-sandbox",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
      "--ignore-certificate-errors",
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const popup = await context.newPage();
  await popup.goto(`chrome-extension://${new URL(worker.url()).host}/popup.html`);
  // Until the list is in force, pages are covered; that is another matter than what this looks at.
  await popup.waitForFunction(
    "chrome.runtime.sendMessage({ type: 'state' }).then(({ list }) => list.enforced)",
  );
  await popup.close();
  return context;
}

async function seeAll(context: BrowserContext, pages: readonly CorpusPage[]): Promise<Seen[]> {
  const seen: Seen[] = [];
  const waiting = [...pages];
  const work = async () => {
    for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
      seen.push(await seeOne(context, page));
      process.stderr.write(`\r${seen.length} of ${pages.length} pages`);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  process.stderr.write("\n");
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return seen;
}

async function seeOne(context: BrowserContext, page: CorpusPage): Promise<Seen> {
  const tab = await context.newPage();
  tab.on("dialog", (dialog) => {
    dialog.dismiss().catch((error: unknown) => console.error(page.id, error));
  });
  const session = await context.newCDPSession(tab);
  // A page that is turned away while it loads ends its navigation, and some never end loading; what the tab then shows is
  // what counts.
  await tab.goto(page.url, { waitUntil: "load", timeout: PATIENCE }).catch((error: Error) => {
    if (!/ERR_ABORTED|interrupted|timeout/i.test(error.message)) throw error;
  });
  const start = performance.now();
  let seen: Omit<Seen, "page"> = { level: "none", reasons: [], after: null };
  while (performance.now() - start < PATIENCE && seen.level !== "block") {
    const now = await look(tab, session);
    if (now !== null && now.level !== seen.level) {
      seen = { ...now, after: Math.round(performance.now() - start) };
    }
    await tab.waitForTimeout(LOOK_EVERY);
  }
  await tab.close({ runBeforeUnload: false });
  return { page, ...seen };
}

type Told = Pick<Seen, "level" | "reasons">;

async function look(tab: Page, session: CDPSession): Promise<Told | null> {
  if (!/^chrome-extension:\/\/[a-z]+\/warning\.html/.test(tab.url())) return lookForBanner(session);
  await tab.waitForSelector(".warning-block, .warning-warn");
  const level = (await tab.locator(".warning-block").count()) > 0 ? "block" : "warn";
  return { level, reasons: await tab.locator("main li").allTextContents() };
}

interface DomNode {
  nodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

/** The banner stands in a closed shadow tree, where only the browser itself can look. */
async function lookForBanner(session: CDPSession): Promise<Told | null> {
  try {
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
    const host = all(root as DomNode).find(({ attributes }) => attributes?.includes("popover"));
    const alert = (host?.shadowRoots ?? [])
      .flatMap(all)
      .find(({ attributes }) => attributes?.includes("alert"));
    if (alert === undefined) return null;
    // Throws for what has no box, and so can't be seen.
    await session.send("DOM.getBoxModel", { nodeId: alert.nodeId });
    const words = all(alert).map(({ nodeValue }) => nodeValue);
    return { level: "warn", reasons: [words.join("")] };
  } catch (error) {
    // The page is going away, or has changed meanwhile: the next look tells.
    if (/could not|no node|not attached|box model|context/i.test(String(error))) return null;
    throw error;
  }
}

function all(node: DomNode): DomNode[] {
  return [node, ...[...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(all)];
}
