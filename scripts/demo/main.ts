// The demo, started by `npm start`: see scripts/start.mjs.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type DemoBrowser, openBrowser } from "./browser.ts";
import { DemoError } from "./demo-error.ts";
import { DEMO_NAMES } from "./demo-hosts.ts";
import { type DemoWorld, makeDemoWorld } from "./demo-world.ts";
import { walk } from "./walk.ts";

const USAGE = `usage: npm start [-- --headless [--json]]

  Opens a browser with the extension on a guided page.
  --headless   walk through the guide without a window (also when there is no display);
               screenshots go to demo-out/
  --json       as --headless; the last line is the result as one JSON object
`;

const ROOT = join(import.meta.dirname, "../..");

let world: DemoWorld | null = null;
let demo: DemoBrowser | null = null;
let stopping = false;

try {
  const { values } = readArguments();
  if (values.help) process.stdout.write(USAGE);
  else await run(values.headless || values.json || !hasDisplay(), values.json);
} catch (error) {
  if (!stopping) {
    process.exitCode = 1;
    console.error(error instanceof DemoError ? `✗ ${error.message}` : error);
  }
} finally {
  await cleanUp();
}

function readArguments() {
  const flag = { type: "boolean", default: false } as const;
  try {
    return parseArgs({ options: { headless: flag, json: flag, help: flag } });
  } catch (error) {
    throw new DemoError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

async function run(headless: boolean, json: boolean): Promise<void> {
  const stopped = untilStopped();
  const outFolder = join(ROOT, "demo-out");
  // Pictures of an earlier run would tell of this one what is not true.
  await rm(outFolder, { recursive: true, force: true });
  world = await makeDemoWorld(ROOT, join(ROOT, "demo-data"), console.log);
  const { profile, extension, web } = world;
  demo = await openBrowser({ extension, profile, headless, names: DEMO_NAMES, web });
  if (headless) {
    const walked = walk(world, demo, outFolder, step);
    const result = await Promise.race([walked, stopped]).catch(async (error: unknown) => {
      if (!stopping) await keepLook(demo, outFolder);
      throw error;
    });
    // The shell's convention for a run that Ctrl-C ended before its time.
    if (result === null) process.exitCode = 130;
    else if (json) console.log(JSON.stringify(result));
    return;
  }
  const [page = await demo.browser.newPage()] = await demo.browser.pages();
  await page.goto(world.guideUrl);
  console.log(`The guide is open in the browser: ${world.guideUrl}`);
  console.log("Close the browser or press Ctrl-C to end the demo.");
  await Promise.race([closed(demo), stopped]);
}

/** Settles when the browser ends, or has no tab left: on macOS it lives on without a window. */
function closed({ browser }: DemoBrowser): Promise<void> {
  return new Promise((resolve, reject) => {
    browser.once("disconnected", () => resolve());
    browser.on("targetdestroyed", () => {
      if (!browser.connected) return;
      browser.pages().then((pages) => {
        if (pages.length === 0) resolve();
      }, reject);
    });
  });
}

function step(line: string): void {
  console.log(`✓ ${line}`);
}

/** What the tabs showed when a step failed. */
async function keepLook(failed: DemoBrowser | null, outFolder: string): Promise<void> {
  for (const [i, page] of ((await failed?.browser.pages()) ?? []).entries()) {
    const path = join(outFolder, `failure-${i}.png`);
    await page.bringToFront();
    await page.screenshot({ path });
    console.error(`  ${page.url()} looked like ${path}`);
  }
}

function hasDisplay(): boolean {
  if (process.platform !== "linux") return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Settles when the person presses Ctrl-C; a second time ends the process at once. */
function untilStopped(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        stopping = true;
        console.log("Ending the demo …");
        resolve(null);
      });
    }
  });
}

async function cleanUp(): Promise<void> {
  if (demo?.browser.connected) await demo.browser.close();
  await world?.stop();
}
