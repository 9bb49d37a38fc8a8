import { mkdirSync, statSync } from "node:fs";
import { type BrowserContext, type Page, chromium as playwright } from "@playwright/test";
import { findBrowser } from "../../scripts/browsers.mjs";
import {
  type Chromium,
  launchChromium,
  networkFlags,
  QUIET_FLAGS,
  workerTarget,
} from "../e2e/harness/chromium.ts";
import { type Network, openNetwork, type Reply } from "../e2e/harness/network.ts";
import { page } from "../e2e/harness/replies.ts";
import { runFolder } from "../e2e/harness/run.ts";
import { until } from "../e2e/harness/until.ts";
import { median } from "./measure.ts";
import { atMost, type RowGroup } from "./row.ts";
import { runNode } from "./run-node.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** The scripts that every page gets. */
const SCRIPTS = ["guard.js", "look.js"];
const ROUNDS = 3;
/** How often a page is only opened: a start is short, and the machine may be busy in any of them. */
const STARTS = 12;
/** How long a page is lived in, and how long it is looked at when it is only opened, in milliseconds. */
const LIFE = 6_000;
const GLANCE = 300;
/** Milliseconds. */
const FRAME = 16;

const PROSE = "Hôm nay trời đẹp, bà con ra đồng gặt lúa từ sớm, trẻ nhỏ theo mẹ ra chợ phiên. ";
const KINDS: Readonly<Record<string, Reply>> = {
  "a plain article": page(
    "Bản tin",
    `<article>${`<p>${PROSE.repeat(4)}</p>`.repeat(15)}</article>`,
  ),
  "a page of 5,000 nodes": page(
    "Danh mục",
    `<ul>${`<li class="item"><a href="/x"><b>Món</b> <span>giá</span></a></li>`.repeat(625)}</ul>`,
  ),
  "a page that changes all the time": page(
    "Bảng giá",
    `<table id="t">${"<tr><td>Mã</td><td>1</td></tr>".repeat(300)}</table>
    <script>setInterval(() => { for (let i = 0; i < 30; i++) t.rows[Math.floor(Math.random() * 300)].cells[1].innerHTML = "<b>" + Math.random() + "</b>"; }, 16)</script>`,
  ),
};

/** What the guard costs an ordinary page in Chromium, beside the same page without the extension. */
export const guardRows: RowGroup = async function* ({ say }) {
  say("guard: builds the extension and opens Chromium twice");
  using folder = temporaryFolder();
  process.env.TINHTAO_TEST_RUN = folder.path;
  mkdirSync(runFolder("net-logs"));
  await runNode(["scripts/demo/build-into.ts", folder.path]);
  const network = await openNetwork();
  const extension = runFolder("chrome-mv3");
  try {
    const sizes = SCRIPTS.map((script) => statSync(`${extension}/${script}`).size);
    yield atMost("guard script that stands first in every page", "bytes", sizes[0] ?? 0, 25_000);
    yield atMost(
      "all scripts in every page",
      "bytes",
      sizes.reduce((a, b) => a + b),
      25_000,
    );
    const guarded = await launchChromium(network, { extension });
    const plain = await launchPlain(network);
    try {
      yield* timeRows(network, guarded, plain, say);
      yield await wakes(network, guarded);
      yield await firstVerdict(guarded);
    } finally {
      await guarded.close();
      await plain.close();
    }
  } finally {
    await network.close();
  }
};

async function launchPlain(network: Network): Promise<BrowserContext> {
  const program = await findBrowser("chromium");
  return playwright.launchPersistentContext("", {
    ...(program === null ? {} : { executablePath: program }),
    args: [...QUIET_FLAGS, ...networkFlags(network)],
  });
}

async function* timeRows(
  network: Network,
  guarded: Chromium,
  plain: BrowserContext,
  say: (line: string) => void,
) {
  await until("the browser enforces its list", async () => {
    const { list } = await guarded.ask({ type: "state" });
    return list.enforced || null;
  });
  for (const [name, reply] of Object.entries(KINDS)) {
    say(`guard: ${name}`);
    network.serve("trang.example", () => reply);
    const starts: number[] = [];
    for (let round = 0; round < STARTS; round++) {
      starts.push((await live(guarded.context, guarded.extensionId, GLANCE)).start);
    }
    yield atMost(`main thread at the start of ${name}`, "ms", median(starts), 1);
    const lives: { with: Life; without: Life }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      lives.push({
        with: await live(guarded.context, guarded.extensionId, LIFE),
        without: await live(plain, "none", LIFE),
      });
    }
    const of = (pick: (one: (typeof lives)[number]) => number) => median(lives.map(pick));
    yield atMost(
      `longest slice of the guard on ${name}`,
      "ms",
      of((one) => one.with.longest),
      4,
    );
    const baseline = of((one) => one.without.page);
    const value = baseline + of((one) => one.with.guard);
    yield {
      name: `main thread in ${LIFE / 1000} s of ${name}, against the page without the extension`,
      value,
      unit: "ms",
      baseline,
      ratio: value / baseline,
      goal: `≤ 1.01 × baseline, or ${FRAME} ms (one frame) over it`,
      reached: value <= Math.max(baseline * 1.01, baseline + FRAME),
    };
  }
}

interface Life {
  /** Milliseconds in which the page's main thread really ran. */
  page: number;
  /** Of this for the extension: its scripts, what they left to microtasks, and the worlds that the browser made for them. */
  guard: number;
  /** Of this before the page's first script, without the world: every extension that has a script in pages needs one. */
  start: number;
  /** The most of it in one task, without the world. */
  longest: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  /** Microseconds, and those of them in which the thread really ran: others may have had the machine meanwhile. */
  dur?: number;
  tdur?: number;
  tid: number;
  pid: number;
  args?: { data?: { url?: string }; fileName?: string };
}

/** Opens the page, lives in it, and reads from the browser's own trace whose work its main thread did. */
async function live(
  context: BrowserContext,
  extensionId: string,
  milliseconds: number,
): Promise<Life> {
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["devtools.timeline", "toplevel", "v8", "v8.execute"] },
  });
  await tab.goto("http://trang.example/");
  await tab.waitForTimeout(milliseconds);
  const done = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await done;
  await tab.close();
  return readTrace(events, `chrome-extension://${extensionId}/`);
}

/** What runs before the page's first script: the guard, and what lets the page go. */
const AT_START = /\/(?:guard|lift)\.js$/;

const urlOf = ({ args }: TraceEvent) => args?.data?.url ?? args?.fileName ?? "";

const ms = (events: readonly TraceEvent[]) =>
  events.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0) / 1000;

function readTrace(events: readonly TraceEvent[], origin: string): Life {
  const whole = events.filter(({ ph, dur }) => ph === "X" && dur !== undefined);
  const ofPage = whole.find((event) => urlOf(event).startsWith("http://trang.example"));
  const main = whole
    .filter(({ pid, tid }) => pid === ofPage?.pid && tid === ofPage?.tid)
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const life: Life = { page: 0, guard: 0, start: 0, longest: 0 };
  for (const [task, ...inside] of byTask(main)) {
    if (task === undefined) continue;
    const { worlds, scripts } = workFor(origin, inside);
    life.page += ms([task]);
    life.guard += ms(worlds) + ms(scripts);
    life.longest = Math.max(life.longest, ms(scripts));
    life.start += ms(
      scripts.filter((event) => event.name === "EvaluateScript" && AT_START.test(urlOf(event))),
    );
  }
  return life;
}

/** Each task of a thread, and after it what happened in it. */
function byTask(events: readonly TraceEvent[]): TraceEvent[][] {
  const tasks: TraceEvent[][] = [];
  let end = 0;
  for (const event of events) {
    const { name, ts, dur = 0 } = event;
    if (ts < end) tasks.at(-1)?.push(event);
    else if (name === "ThreadControllerImpl::RunTask") {
      tasks.push([event]);
      end = ts + dur;
    }
  }
  return tasks;
}

/** What one task did for the extension, in order. */
function workFor(origin: string, task: readonly TraceEvent[]) {
  const worlds: TraceEvent[] = [];
  const scripts: TraceEvent[] = [];
  let made: TraceEvent | null = null;
  let ran = "";
  for (const event of task) {
    if (event.name === "LocalWindowProxy::Initialize") made = event;
    // Promises go on after the function that they were waited for in, under nobody's name.
    if (event.name === "RunMicrotasks" && ran.startsWith(origin)) scripts.push(event);
    const url = urlOf(event);
    if (url === "") continue;
    ran = url;
    if (!url.startsWith(origin)) continue;
    scripts.push(event);
    if (made !== null) worlds.push(made);
    made = null;
  }
  return { worlds, scripts: outermost(scripts) };
}

/** Without those that lie inside others, whose time they are part of. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = 0;
  return events.filter(({ ts, dur = 0 }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

/** How often ordinary pages wake the background. */
async function wakes(network: Network, { context, cdp, killWorker }: Chromium) {
  const [console] = context.pages();
  await console?.goto("about:blank");
  await killWorker();
  let woken = 0;
  for (const reply of Object.values(KINDS)) {
    network.serve("trang.example", () => reply);
    const tab: Page = await context.newPage();
    await tab.goto("http://trang.example/");
    await tab.waitForTimeout(LIFE);
    if ((await workerTarget(cdp)) !== null) {
      woken++;
      await killWorker();
    }
    await tab.close();
  }
  return atMost(
    `wakes of the background by ${Object.keys(KINDS).length} ordinary pages`,
    "wakes",
    woken,
    0,
  );
}

const DEATHS = 15;

/** What a page waits for its answer where the background has been ended: its start and the list's reading included. */
async function firstVerdict({ context, extensionUrl, killWorker }: Chromium) {
  const [asker] = context.pages();
  if (asker === undefined) throw new Error("the browser has no tab");
  // A file of the extension's that asks nothing by itself.
  await asker.goto(extensionUrl("manifest.json"));
  const question = { type: "verdict", url: "https://dang-nhap.example/" };
  const times: number[] = [];
  for (let death = 0; death < DEATHS; death++) {
    await killWorker();
    // As an expression of the page: this file knows no extension API.
    const took = await asker.evaluate(
      `(async () => { const start = performance.now(); const answer = await chrome.runtime.sendMessage(${JSON.stringify(question)}); if (!answer?.ok) throw new Error(JSON.stringify(answer)); return performance.now() - start; })()`,
    );
    times.push(Number(took));
  }
  return atMost("first verdict after the background's death", "ms", median(times), 50);
}
