// npm run -s fuzz [-- --seconds N] [--seed N] [--only NAME] [--keep]
// Gives hostile input to every reader of hostile input (readers.ts), the kept findings first. Ends with 1 if one throws what
// it does not document, hangs, or takes longer than it may.
import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { findPatterns } from "../patterns/find-patterns.ts";
import type { Outcome, Trial } from "./measure.ts";
import type { Orders, Progress } from "./worker.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "600" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    only: { type: "string" },
    /** Writes findings into the corpus. */
    keep: { type: "boolean", default: false },
  },
});

// Before the readers load, so that what their modules construct is found.
const sources = (await findPatterns()).map(({ source }) => source);
const { READERS } = await import("./readers.ts");
const { unreached } = await import("./reach.ts");

const CORPUS = new URL("corpus/", import.meta.url);
/** An input that takes longer hangs its reader. Milliseconds. */
const HANGS = 20_000;

const readers = Object.keys(READERS).filter(
  (name) => values.only === undefined || name === values.only,
);
if (readers.length === 0) {
  console.error(`There is no reader ${values.only}. There are: ${Object.keys(READERS).join(", ")}`);
  process.exit(2);
}
const kept = readdirSync(CORPUS)
  .filter((file) => file.endsWith(".json"))
  .map((file): Trial => JSON.parse(readFileSync(new URL(file, CORPUS), "utf8")))
  .filter(({ reader }) => readers.includes(reader));

const worst = new Map<string, { count: number; took: number; trial: Trial | null }>();
const findings: { trial: Trial; problem: string }[] = [];
const seed = Number(values.seed);
const until = Date.now() + Number(values.seconds) * 1_000;

let first: Trial[] = kept;
for (let round = 0; round === 0 || Date.now() < until; round++) {
  const hung = await runWorker({ seed: seed + round, until, readers, sources, first });
  if (hung === null) break;
  findings.push({ trial: hung, problem: `does not end within ${HANGS / 1_000} s` });
  first = first.slice(
    first.findIndex((trial) => JSON.stringify(trial) === JSON.stringify(hung)) + 1,
  );
  if (!kept.some((trial) => JSON.stringify(trial) === JSON.stringify(hung))) first = [];
}

/** Runs until the time is over; gives the input at which it hung, or null. */
function runWorker(orders: Orders): Promise<Trial | null> {
  return new Promise((done, failed) => {
    // A process of its own, since nothing else ends a regular expression that hangs.
    const worker = fork(new URL("worker.ts", import.meta.url));
    let current: Trial | null = null;
    let began = Date.now();
    let hung: Trial | null = null;
    const watch = setInterval(() => {
      if (current === null || Date.now() - began < HANGS) return;
      hung = current;
      worker.kill("SIGKILL");
    }, 500);
    worker.on("message", ({ trial, outcome }: Progress) => {
      began = Date.now();
      current = outcome === null ? trial : null;
      if (outcome !== null) note(trial, outcome);
    });
    worker.on("exit", (code) => {
      clearInterval(watch);
      if (hung !== null || code === 0) done(hung);
      else failed(new Error(`The fuzzer's process ended with ${code}.`));
    });
    worker.send(orders);
  });
}

function note(trial: Trial, { took, problem }: Outcome): void {
  const so = worst.get(trial.reader) ?? { count: 0, took: 0, trial: null };
  worst.set(trial.reader, {
    count: so.count + 1,
    ...(took > so.took ? { took, trial } : { took: so.took, trial: so.trial }),
  });
  if (problem !== null) findings.push({ trial, problem });
}

for (const name of readers) {
  const { count, took, trial } = worst.get(name) ?? { count: 0, took: 0, trial: null };
  const input =
    took < 20 || trial === null
      ? ""
      : `  ${JSON.stringify(trial.recipe).slice(0, 100)} ${trial.variant}`;
  const { limit } = READERS[name] ?? { limit: 0 };
  console.log(
    `${name.padEnd(18)} ${String(count).padStart(6)} inputs, worst ${took.toFixed(1).padStart(7)} ms of ${limit}${input}`,
  );
}
for (const { trial, problem } of findings) {
  console.error(`\n${trial.reader} ${problem}\n  ${JSON.stringify(trial)}`);
  if (values.keep) {
    const name = createHash("sha256").update(JSON.stringify(trial)).digest("hex").slice(0, 8);
    writeFileSync(
      new URL(`${trial.reader}-${name}.json`, CORPUS),
      `${JSON.stringify(trial, null, 2)}\n`,
    );
  }
}
const missed = values.only === undefined ? await unreached(sources) : [];
if (missed.length > 0)
  console.error(`\nNo reader in tests/fuzz/readers.ts reaches: ${missed.join(", ")}`);
for (const [what, name] of [
  ["a page at its caps", "page-judge"],
  ["a message at its cap", "message"],
] as const) {
  const { took } = worst.get(name) ?? { took: 0 };
  if (readers.includes(name))
    console.log(`\nWorst judgement of ${what}: ${took.toFixed(0)} ms of processor time`);
}
const total = [...worst.values()].reduce((sum, { count }) => sum + count, 0);
console.log(
  `\nseed ${seed}: ${total} inputs, ${kept.length} of them kept ones, ${findings.length} findings`,
);
process.exitCode = findings.length > 0 || missed.length > 0 ? 1 : 0;
