// `npm test`: the whole check from a clean clone. Runs on bare Node 20; what it calls runs on the packages' own Node.
//
// `node scripts/test.mjs unit types` runs just the named stages.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowsers } from "./browsers.mjs";
import { failedInPlaywright, failedInVitest } from "./failed-tests.mjs";
import { ensurePackages, packageEnvironment, root } from "./packages.mjs";
import { plainLines } from "./plain-lines.mjs";

/** Where test runners leave their reports. */
const reports = mkdtempSync(join(tmpdir(), "tinhtao-test-"));

/** A stage that runs longer than this hangs: the longest took 19 on two cores that had other work. Minutes. */
const STAGE_LIMIT = 30;

/**
 * `commands` run one after the other until one fails. A stage with a `report` counts each of its tests, any other
 * counts as one. `needs` names stages without which it makes no sense.
 */
const stages = [
  { name: "lint", commands: ["biome check ."] },
  { name: "types", commands: ["wxt prepare", "tsc -p src/core", "tsc"] },
  // After "types": knip reads the tsconfig that WXT writes.
  { name: "knip", commands: ["knip --no-progress"] },
  {
    name: "unit",
    commands: [`vitest run --reporter=default --reporter=json --outputFile.json=${file("unit")}`],
    report: vitestReport,
  },
  // About 40 seconds on two cores.
  { name: "patterns", commands: ["node tests/patterns/main.ts"] },
  // Always the same inputs: `npm run -s fuzz` tries others.
  { name: "fuzz", commands: ["node tests/fuzz/main.ts --seconds 30 --seed 1"] },
  { name: "build", commands: ["wxt build", "wxt build -b firefox --mv3"] },
  {
    // Records of what an earlier commit said and shipped: they change only on purpose.
    name: "golden",
    needs: ["build"],
    commands: ["node tests/golden/main.ts"],
  },
  {
    name: "web-ext",
    needs: ["build"],
    commands: ["web-ext lint --no-config-discovery --source-dir=.output/firefox-mv3"],
  },
  {
    name: "chromium",
    needs: ["build", "browser-chromium"],
    commands: ["playwright test --reporter=list,json"],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: file("chromium") },
    report: playwrightReport,
  },
  {
    // Builds for itself, with the demo's feed.
    name: "demo",
    needs: ["browser-chromium"],
    commands: ["node scripts/start.mjs --headless --json"],
  },
  {
    name: "firefox",
    needs: ["build", "browser-firefox"],
    commands: [
      `vitest run --config tests/firefox/vitest.config.ts --reporter=verbose --reporter=json --outputFile.json=${file("firefox")}`,
    ],
    report: vitestReport,
  },
];

const total = { passed: 0, failed: 0, skipped: 0 };
const failedStages = new Set();
const failedTests = [];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(
    `No stage ${unknown.join(", ")}. There are: ${stages.map((s) => s.name).join(", ")}`,
  );
  process.exit(2);
}

try {
  const ready = await timed("set-up", setUp);
  if (ready) {
    for (const stage of stages) {
      if (wanted.length > 0 && !wanted.includes(stage.name)) continue;
      await timed(stage.name, () => runStage(stage));
    }
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}

if (failedTests.length > 0) console.log(`\n${failedTests.join("\n")}`);
if (failedStages.size > 0) console.log(`\nFailed: ${[...failedStages].join(", ")}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function setUp() {
  ensurePackages();
  const browsers = await ensureBrowsers();
  if (!browsers.chromium) failedStages.add("browser-chromium");
  if (!browsers.firefox) failedStages.add("browser-firefox");
  process.env.CHROMIUM = browsers.chromium ?? "";
  process.env.FIREFOX = browsers.firefox ?? "";
  return { passed: 1, failed: 0, skipped: 0 };
}

async function runStage({ name, needs = [], commands, environment = {}, report }) {
  const missing = needs.filter((need) => failedStages.has(need));
  if (missing.length > 0) {
    throw new Error(`${name} could not run: ${missing.join(" and ")} failed or is missing.`);
  }
  let green = true;
  for (const command of commands) {
    green = await runCommand(command, environment);
    if (!green) break;
  }
  if (!report) return { passed: green ? 1 : 0, failed: green ? 0 : 1, skipped: 0 };
  const count = report(JSON.parse(readFileSync(file(name), "utf8")));
  // A runner that fails without a failed test (a broken file, a failed global set-up) must not count as green.
  if (!green && count.failed === 0) count.failed = 1;
  if (green && count.passed === 0) throw new Error(`${name} ran no test.`);
  return count;
}

/** Adds what a stage counted; returns whether it was green. A stage that throws counts as one failure. */
async function timed(name, work) {
  console.log(`\n── ${name} ${"─".repeat(Math.max(0, 74 - name.length))}`);
  const start = performance.now();
  let count;
  try {
    count = await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    count = { passed: 0, failed: 1, skipped: 0 };
  }
  for (const key of Object.keys(total)) total[key] += count[key];
  if (count.failed > 0) failedStages.add(name);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${name}: ${count.failed > 0 ? "FAILED" : "ok"}, ${seconds} s`);
  return count.failed === 0;
}

/** Runs one program of the packages; true if it exits with 0 in time. */
function runCommand(command, environment) {
  const [program, ...args] = command.split(" ");
  // A terminal is handed on; a log gets plain lines.
  const plain = !process.stdout.isTTY;
  const output = plain ? "pipe" : "inherit";
  const child = spawn(program, args, {
    cwd: root,
    env: packageEnvironment({ ...environment, ...(plain && { NO_COLOR: "1" }) }),
    stdio: ["ignore", output, output],
    shell: process.platform === "win32",
  });
  child.stdout?.pipe(plainLines()).pipe(process.stdout, { end: false });
  child.stderr?.pipe(plainLines()).pipe(process.stderr, { end: false });
  const limit = setTimeout(() => {
    console.error(`${command} did not end within ${STAGE_LIMIT} minutes and is stopped.`);
    child.kill("SIGTERM");
  }, STAGE_LIMIT * 60_000);
  return new Promise((done) => {
    child.on("error", (error) => {
      clearTimeout(limit);
      console.error(`${command}: ${error.message}`);
      done(false);
    });
    child.on("close", (code) => {
      clearTimeout(limit);
      done(code === 0);
    });
  });
}

function vitestReport(report) {
  failedTests.push(...failedInVitest(report));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function playwrightReport(report) {
  failedTests.push(...failedInPlaywright(report));
  const { stats, errors } = report;
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

function file(name) {
  return join(reports, `${name}.json`);
}
