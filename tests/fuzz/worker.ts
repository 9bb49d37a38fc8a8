import { seededRandom } from "../bench/random.ts";
import { createRecipes, wordsOf } from "./hostile-text.ts";
import { measure, type Outcome, type Trial } from "./measure.ts";
import { READERS } from "./readers.ts";
import { seedTexts } from "./samples.ts";

/** What the fuzzer gives to a worker. */
export interface Orders {
  seed: number;
  /** Milliseconds since the epoch at which to stop. */
  until: number;
  readers: readonly string[];
  /** Sources of the product's expressions. */
  sources: readonly string[];
  /** Kept inputs, which come first. */
  first: readonly Trial[];
}

/** What a worker says: that it begins with an input, and what came of it. */
export type Progress = { trial: Trial; outcome: Outcome | null };

process.once("message", (orders: Orders) => {
  run(orders).then(
    () => process.disconnect(),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function run({ seed, until, readers, sources, first }: Orders): Promise<void> {
  // Told before it begins, since nothing can be told from a reader that hangs.
  const tell = (progress: Progress) =>
    new Promise<void>((done) => process.send?.(progress, undefined, {}, () => done()));
  const attempt = async (trial: Trial) => {
    const reader = READERS[trial.reader];
    if (reader === undefined) throw new Error(`There is no reader ${trial.reader}.`);
    await tell({ trial, outcome: null });
    await tell({ trial, outcome: measure(reader, trial) });
  };
  for (const trial of first) await attempt(trial);
  const random = seededRandom(seed);
  const recipe = createRecipes(wordsOf(sources), seedTexts());
  while (Date.now() < until) {
    const reader = random.pick(readers);
    await attempt({ reader, recipe: recipe(random), variant: random.below(100_000) });
  }
}
