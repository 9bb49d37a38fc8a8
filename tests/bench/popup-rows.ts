import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import puppeteer, { type Browser } from "puppeteer-core";
import { type Chromium, debuggingAddress, launchChromium } from "../e2e/harness/chromium.ts";
import { type Network, openNetwork } from "../e2e/harness/network.ts";
import { page } from "../e2e/harness/replies.ts";
import { runFolder } from "../e2e/harness/run.ts";
import { until } from "../e2e/harness/until.ts";
import { median } from "./measure.ts";
import type { Row, RowGroup } from "./row.ts";
import { runNode } from "./run-node.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const ROUNDS = 15;
/** Milliseconds from the popup's beginning to the first paint with the verdict in words; a background that has ended may take as long as its own row allows on top. */
const MOST = 100;
const MOST_TO_WAKE = 50;
const SITE = "tiem-banh.example";

/** Notes when the words that matter have been painted: the task after the frame in which they came to stand. */
const STOPWATCH = `{
  const watch = new MutationObserver(() => {
    if (document.querySelector(".notice-title, #meaning") === null) return;
    watch.disconnect();
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => { globalThis.meantAt = performance.now(); };
      painted.port2.postMessage(null);
    });
  });
  watch.observe(document, { childList: true, subtree: true });
}`;
/** A page of the extension that says a sentence by a script, without styles, parts, language or background. */
const BARE = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><script src="/stopwatch.js"></script>
<script type="module" src="/bare.js"></script></head><body></body></html>`;
const BARE_SCRIPT = `document.body.innerHTML = '<p id="meaning">Chưa có thông tin về trang này</p>';`;

/** What a person waits after he has pressed the icon, as the browser itself opens the popup over a site. */
export const popupRows: RowGroup = async function* ({ say }) {
  say("popup: builds the extension and opens Chromium");
  using folder = temporaryFolder();
  process.env.TINHTAO_TEST_RUN = folder.path;
  mkdirSync(runFolder("net-logs"));
  await runNode(["scripts/demo/build-into.ts", folder.path]);
  const extension = runFolder("chrome-mv3");
  addStopwatch(extension);
  const network = await openNetwork();
  const chromium = await launchChromium(network, { extension });
  try {
    yield* timeRows(network, chromium);
  } finally {
    await chromium.close();
    await network.close();
  }
};

function addStopwatch(extension: string): void {
  const popup = join(extension, "popup.html");
  const html = readFileSync(popup, "utf8");
  writeFileSync(popup, html.replace("<head>", '<head><script src="/stopwatch.js"></script>'));
  writeFileSync(join(extension, "stopwatch.js"), STOPWATCH);
  writeFileSync(join(extension, "bare.html"), BARE);
  writeFileSync(join(extension, "bare.js"), BARE_SCRIPT);
}

async function* timeRows(network: Network, chromium: Chromium) {
  await until("the browser enforces its list", async () => {
    const { list } = await chromium.ask({ type: "state" });
    return list.enforced || null;
  });
  network.serve(SITE, () => page("Tiệm bánh"));
  const site = await chromium.context.newPage();
  await site.goto(`http://${SITE}/`);
  const [console] = chromium.context.pages();
  if (console === undefined) throw new Error("the browser has no window");
  await console.goto(chromium.extensionUrl("manifest.json"));
  const browser = await puppeteer.connect({
    browserWSEndpoint: await debuggingAddress(chromium.profile),
    defaultViewport: null,
  });
  const times = { bare: [] as number[], awake: [] as number[], dead: [] as number[] };
  // The first of each warms the browser's own caches.
  for (let round = -1; round < ROUNDS; round++) {
    for (const kind of ["bare", "awake", "dead"] as const) {
      if (kind === "awake") await chromium.ask({ type: "state" });
      if (kind === "dead") await chromium.killWorker();
      const file = kind === "bare" ? "bare.html" : "popup.html";
      const ms = await openOnce(browser, console, site, chromium.extensionUrl(file));
      if (round >= 0) times[kind].push(ms);
    }
  }
  await browser.disconnect();
  const baseline = median(times.bare);
  yield row("popup: first meaning, the background awake", median(times.awake), baseline, MOST);
  yield row(
    "popup: first meaning, the background ended",
    median(times.dead),
    baseline,
    MOST + MOST_TO_WAKE,
  );
}

let opened = 0;

/** @returns milliseconds from the beginning of the popup's page until its meaning was painted */
async function openOnce(browser: Browser, console: Page, site: Page, file: string) {
  await site.bringToFront();
  const url = `${file}?${++opened}`;
  const popup = new URL(url).pathname + new URL(url).search;
  await console.evaluate(`chrome.action.setPopup({ popup: "${popup}" })`);
  await console.evaluate("chrome.action.openPopup()");
  const target = await browser.waitForTarget((each) => each.url() === url);
  const shown = await target.asPage();
  const ms = await until(
    "the popup says something",
    () => shown.evaluate("globalThis.meantAt ?? null") as Promise<number | null>,
  );
  await shown.close();
  return ms;
}

function row(name: string, value: number, baseline: number, most: number): Row {
  return {
    name: `${name}, against a page with one sentence`,
    value,
    unit: "ms",
    baseline,
    ratio: value / baseline,
    goal: `≤ ${most} ms on a machine with nothing else to do`,
    reached: value <= most,
  };
}
