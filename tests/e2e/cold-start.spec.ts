import { expect, test } from "@playwright/test";
import { PATIENCE } from "../../src/extension/guard/shield.ts";
import { whyNoPolicy } from "./harness/browser-policy.ts";
import type { Cdp } from "./harness/cdp.ts";
import { eagerPage } from "./harness/eager-page.ts";
import type { Feed } from "./harness/feed.ts";
import { type Installation, openTab, targetOf } from "./harness/installed-chromium.ts";
import { installedWorld } from "./harness/installed-world.ts";
import type { Network } from "./harness/network.ts";
import { pngPixels } from "./harness/png-pixels.ts";
import { page } from "./harness/replies.ts";
import { until } from "./harness/until.ts";

const LISTED = "mo-dau-la-bay.example";
const HONEST = "trang-dau.example";
/** A listed host and another of the same site, whose pages a browser loads in advance if a page wishes. */
const AHEAD = { listed: `xau.${HONEST}`, honest: `lanh.${HONEST}` };
/** Where the pages tell what they managed to do. */
const WITNESS = "nhan-chung.example";

const STARTS = 20;

/** Its colour is one that no page of ours has. */
const EAGER = eagerPage(
  WITNESS,
  "<style>body { background: #00ff00; margin: 0 } h1 { margin: 0 }</style>",
);

/** The first part of a page that takes its time, and tells the witness what can be seen of it and when. */
const STILL_LOADING = page(
  "Trang đầu",
  `<script>
    const tell = (what) => navigator.sendBeacon("http://${WITNESS}/" + location.hostname + "/" + what);
    const heading = document.querySelector("h1");
    let readable = false;
    const look = () => {
      const { left, top } = heading.getBoundingClientRect();
      const shown = heading.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        && document.elementFromPoint(left + 4, top + 4) === heading;
      if (shown && !readable) tell("readable");
      if (!shown && readable) tell("hidden");
      readable ||= shown;
      requestAnimationFrame(look);
    };
    look();
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries())
        if (name === "first-contentful-paint") tell("painted/" + Math.round(startTime));
    }).observe({ type: "paint", buffered: true });
    addEventListener("load", () => tell("loaded"));
  </script>`,
);

let network: Network;
let feed: Feed;
let installed: Installation;
let obstacle: string | null = null;

test.beforeAll(async () => {
  obstacle = await whyNoPolicy();
  if (obstacle !== null) return;
  // The first run installs the extension and fetches the list; what is measured are the starts after it.
  const first = await installedWorld("cold-start", { hosts: [LISTED, AHEAD.listed] });
  ({ network, feed, installed } = first);
  for (const host of [LISTED, HONEST]) network.serve(host, () => EAGER);
  network.serve(WITNESS, () => ({ status: 204 }));
  await first.browser.close();
});

test.beforeEach(() => {
  test.skip(obstacle !== null, obstacle ?? "");
});

test.afterAll(async () => {
  installed?.remove();
  await network?.close();
});

test(`${STARTS} starts on a listed address: nothing can be read or typed before the warning`, async () => {
  test.setTimeout(STARTS * 30_000);
  // Milliseconds from the request's arrival to the warning's address in the tab: for people to read.
  const warnedAfter: number[] = [];
  // On a machine that is so busy that nobody answers, the guard shows a page after a while: that start tells nothing.
  let unanswered = 0;
  for (let start = 0; start < STARTS + unanswered; start++) {
    // A fast server is the hard case for the shield, a slow one for the sweep of pending addresses.
    const slow = start % 2 === 1;
    network.serve(LISTED, () => ({ ...EAGER, ...(slow ? { after: pause(150) } : {}) }));
    const before = network.at(LISTED).length;
    const told = network.at(WITNESS).length;
    const { cdp, close } = await installed.start(`http://${LISTED}/?lan=${start}`);
    const watch = await watchFirstTab(cdp);
    await targetOf(cdp, "the warning page", ({ type, url }) => type === "page" && isWarning(url));
    const [request] = network.at(LISTED).slice(before);
    if (request) warnedAfter.push(Date.now() - request.at);
    await watch.stop();
    await close();
    const achieved = network
      .at(WITNESS)
      .slice(told)
      .filter(({ path }) => path !== `/${LISTED}/script`);
    if (achieved.length > 0 && achieved.every(({ body }) => Number(body) >= PATIENCE)) {
      unanswered++;
      expect(unanswered, "starts that nobody answered in time").toBeLessThan(STARTS);
      continue;
    }
    expect(watch.greenFrames, `start ${start}: pictures in which the page could be seen`).toBe(0);
    expect(
      achieved.map(({ path, body }) => `${path} after ${body} ms`),
      `start ${start}`,
    ).toEqual([]);
  }
  // That some starts reach the server is what nobody can prevent; that they did shows that the test tests something.
  expect(warnedAfter.length).toBeGreaterThan(0);
  measured(
    `${warnedAfter.length} of ${STARTS + unanswered} starts reached the server; the warning came after ${median(warnedAfter)} ms, at most ${Math.max(...warnedAfter)}; ${unanswered} starts were answered too late`,
  );
});

test("an ordinary start page is revealed, and takes what is typed", async () => {
  for (let start = 0; start < 3; start++) {
    const before = network.received.length;
    const { cdp, close } = await installed.start(`http://${HONEST}/?lan=${start}`);
    const watch = await watchFirstTab(cdp);
    const told = () =>
      network.received
        .slice(before)
        .map(({ path }) => path)
        .filter((path) => path.startsWith(`/${HONEST}/`));
    await until(
      "the page is readable and takes input",
      () => (told().includes(`/${HONEST}/readable`) && told().includes(`/${HONEST}/typed`)) || null,
      15_000,
      told,
    );
    await watch.stop();
    await close();
  }
});

test("an ordinary start page can be read while it is still loading, and is never hidden again, as without the extension", async () => {
  // Medians, in milliseconds: for people to compare. What a loaded machine takes must not fail a test.
  const firstPaints: Record<"with" | "without", number[]> = { with: [], without: [] };
  for (let start = 0; start < 5; start++) {
    for (const extension of ["without", "with"] as const) {
      const before = network.at(WITNESS).length;
      const told = () =>
        network
          .at(WITNESS)
          .slice(before)
          .map(({ path }) => path);
      const tells = (what: string) =>
        until(what, () => told().find((path) => path.includes(what)), 15_000, told);
      network.serve(HONEST, () => ({
        ...STILL_LOADING,
        body: (async function* () {
          yield Buffer.from(String(STILL_LOADING.body));
          // The page ends only after it could be read: a cover that waits for the whole page never goes.
          await tells("/readable");
          yield Buffer.from("<p>Hết</p>");
        })(),
      }));
      const address = `http://${HONEST}/?lan=${start}`;
      const { close } =
        extension === "with" ? await installed.start(address) : await installed.startBare(address);
      await tells("/loaded");
      const painted = await tells("/painted/");
      firstPaints[extension].push(Number(painted.split("/").at(-1)));
      await close();
      expect(told(), extension).not.toContain(`/${HONEST}/hidden`);
    }
  }
  const [ours, bare] = [median(firstPaints.with), median(firstPaints.without)];
  measured(`first contentful paint ${ours} ms, ${bare} ms without: ${(ours / bare).toFixed(2)}×`);
});

test("offline and with a worker that never wakes, a listed host is blocked from the second tab on", async () => {
  const { cdp, close } = await installed.start("about:blank");
  // A worker that is paused before its first line cannot do anything.
  await cdp.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: "service_worker" }],
  });
  const worker = await targetOf(cdp, "the worker", ({ url }) =>
    url.startsWith(`chrome-extension://${installed.extensionId}/`),
  );
  await cdp.send("Target.closeTarget", { targetId: worker.targetId });
  const before = network.at(LISTED).length;
  await network.disconnect();
  try {
    await openTab(cdp, `http://${LISTED}/ngoai-tuyen`);
    await targetOf(cdp, "the warning page", ({ type, url }) => type === "page" && isWarning(url));
  } finally {
    await network.reconnect();
    await close();
  }
  expect(network.at(LISTED).length).toBe(before);
});

// Where Playwright is attached to a tab, Chromium loads nothing in advance.
test("a page of a listed host is not loaded in advance", async () => {
  const address = (host: string) => `http://${host}/?truoc`;
  const rules = {
    prerender: [{ urls: [address(AHEAD.listed), address(AHEAD.honest)], eagerness: "immediate" }],
  };
  network.serve(HONEST, () =>
    page("Trang đầu", `<script type="speculationrules">${JSON.stringify(rules)}</script>`),
  );
  for (const host of Object.values(AHEAD)) network.serve(host, () => page("Nạp trước"));
  const { cdp, close } = await installed.start("about:blank");
  await cdp.send("Target.createTarget", { url: `http://${HONEST}/` });
  const request = await until("the other page is loaded in advance", () =>
    network.at(AHEAD.honest).find(({ path }) => path === "/?truoc"),
  );
  expect(request.headers["sec-purpose"]).toContain("prerender");
  await close();
  expect(network.at(AHEAD.listed)).toEqual([]);
});

test("the feed was asked for by the installed extension", () => {
  expect(feed.asked().length).toBeGreaterThan(0);
});

function isWarning(url: string): boolean {
  return url.startsWith(`chrome-extension://${installed.extensionId}/warning.html`);
}

/** Films the first tab and types into it as fast as it goes. */
async function watchFirstTab(cdp: Cdp): Promise<{ greenFrames: number; stop(): Promise<void> }> {
  const { targetId } = await targetOf(cdp, "the first tab", ({ type }) => type === "page");
  const { sessionId } = await cdp.send("Target.attachToTarget", { targetId, flatten: true });
  const watch = { greenFrames: 0, stop };
  cdp.on("Page.screencastFrame", (frame, from) => {
    if (from !== sessionId) return;
    if (isGreen(Buffer.from(frame.data, "base64"))) watch.greenFrames++;
    void send("Page.screencastFrameAck", { sessionId: frame.sessionId });
  });
  // A tab that goes to a page of the extension may get another target; then there is nothing left to watch.
  let watching = true;
  cdp.on("Target.detachedFromTarget", ({ sessionId: lost }) => {
    if (lost === sessionId) watching = false;
  });
  /** False while the tab is between two pages, or has gone. */
  const send = async (method: string, params: object): Promise<boolean> => {
    try {
      await cdp.send(method, params, sessionId);
      return true;
    } catch (error) {
      const { message } = error as Error;
      if (/Session with given id/.test(message)) watching = false;
      else if (watching && !/Not attached to an active page/.test(message)) throw error;
      return false;
    }
  };
  const screencast = { format: "png", maxWidth: 64, maxHeight: 64 };
  await until(
    "the tab is filmed",
    async () => (await send("Page.startScreencast", screencast)) || !watching,
  );
  const typed = (async () => {
    while (watching) {
      for (const type of ["keyDown", "keyUp"]) {
        await send("Input.dispatchKeyEvent", { type, text: "a", key: "a" });
      }
    }
  })();
  async function stop(): Promise<void> {
    watching = false;
    await typed;
  }
  return watch;
}

function isGreen(png: Buffer): boolean {
  const { rgb } = pngPixels(png);
  let green = 0;
  for (let at = 0; at < rgb.length; at += 3) {
    const [r = 0, g = 0, b = 0] = rgb.subarray(at, at + 3);
    if (g > 200 && r < 60 && b < 60) green++;
  }
  return green > rgb.length / 3 / 4;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Notes a figure in the test's report. */
function measured(description: string): void {
  test.info().annotations.push({ type: "measured", description });
  console.log(description);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
