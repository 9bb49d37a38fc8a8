// npm run -s patterns
// Proves that no regular expression of the product can be made to hang: none is exponential, and of none the time grows
// faster than its text, however long that is.
import { check } from "recheck";
import { canGrow } from "./can-grow.ts";
import { findPatterns, type Pattern } from "./find-patterns.ts";

const AT_ONCE = 2;

/** What recheck must find, or its answers mean nothing: one that is exponential and one that is quadratic. */
const KNOWN_BAD = [/^(?:\d[\d.,]*[a-z]*)+$/, /\s+$/];

/**
 * Bounds are in steps, not in time, so that a busy machine comes to the same answer; the times are only there to end. An
 * attack counts that makes the expression read each character 250 times.
 */
const OPTIONS = {
  timeout: 240_000,
  attackTimeout: 60_000,
  incubationTimeout: 20_000,
  maxAttackStringSize: 4_000,
  attackLimit: 1_000_000,
  maxIteration: 2,
  maxInitialGenerationSize: 60,
  maxGenerationSize: 30,
  mutationSize: 15,
  crossoverSize: 8,
} as const;

const start = performance.now();
for (const { source, flags } of KNOWN_BAD) {
  if ((await problemOf({ source, flags })) === null) {
    throw new Error(`recheck says that /${source}/ is safe, so it can't be relied on.`);
  }
}
const patterns = await findPatterns();
const same = Map.groupBy(patterns, ({ source, flags }) => `/${source}/${flags}`);
const waiting = [...same.values()].flatMap(([first]) =>
  first !== undefined && canGrow(first.source) ? [first] : [],
);
const bounded = same.size - waiting.length;
const problems: string[] = [];

async function work(): Promise<void> {
  for (let pattern = waiting.pop(); pattern !== undefined; pattern = waiting.pop()) {
    const problem = await problemOf(pattern);
    const { at, callers, source, flags } = pattern;
    const places = [at, ...callers].join(", called from ");
    if (problem !== null) problems.push(`${places} /${source}/${flags}\n  ${problem}`);
  }
}

async function problemOf({
  source,
  flags,
}: Pick<Pattern, "source" | "flags">): Promise<string | null> {
  const found = await check(source, flags, OPTIONS);
  if (found.status === "safe") return null;
  if (found.status === "unknown") return `can't be judged: ${JSON.stringify(found.error)}`;
  return `${found.complexity.summary}: ${found.attack.pattern.slice(0, 200)}`;
}

await Promise.all(Array.from({ length: AT_ONCE }, work));
for (const problem of problems.sort()) console.error(problem);
const seconds = ((performance.now() - start) / 1_000).toFixed(0);
console.log(
  `${patterns.length} expressions, ${same.size} different: ${bounded} do a bounded amount of work at each place, ` +
    `${same.size - bounded - problems.length} are linear, ${problems.length} are not; ${seconds} s`,
);
// recheck's own process would keep this one waiting.
process.exit(problems.length > 0 ? 1 : 0);
