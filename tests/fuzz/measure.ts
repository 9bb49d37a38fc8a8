import { cook, type Recipe } from "./hostile-text.ts";
import type { Reader } from "./readers.ts";

/** One input of one reader. */
export interface Trial {
  reader: string;
  recipe: Recipe;
  variant: number;
}

export interface Outcome {
  /** Milliseconds of processor time for the longest text. */
  took: number;
  /** What is wrong, in one line; null if nothing is. */
  problem: string | null;
}

/** Below this, growth is not told from noise. Milliseconds. */
const NOTICEABLE = 60;
/** Four times the text may take four times as long and some more; for quadratic work it is sixteen times. */
const STEEP = 10;
const AGAIN = 3;
/** Times the limit; what takes longer is measured once. */
const FAR_BEYOND = 4;

/** Gives a reader one input, also a quarter as long: it must not throw, hang, or grow worse than its input does. */
export function measure(reader: Reader, { recipe, variant }: Trial): Outcome {
  const time = (length: number): number => {
    const text = cook(recipe, length);
    const start = process.threadCpuUsage();
    try {
      reader.read(text, variant);
    } catch (error) {
      if (reader.throws?.(error) !== true) throw error;
    }
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1_000;
  };
  // A pause of the machine, or of the garbage collector, is no finding.
  const best = (length: number) => Math.min(...Array.from({ length: AGAIN }, () => time(length)));
  const { longest, limit } = reader;
  try {
    let took = time(longest);
    if (took > limit && took < limit * FAR_BEYOND) took = best(longest);
    if (took > limit)
      return { took, problem: `takes ${Math.round(took)} ms, ${limit} are allowed` };
    if (took > NOTICEABLE) {
      const quarter = Math.max(1, best(longest / 4));
      took = best(longest);
      if (took > NOTICEABLE && took / quarter > STEEP) {
        return {
          took,
          problem: `four times the text takes ${(took / quarter).toFixed(1)} times as long`,
        };
      }
    }
    return { took, problem: null };
  } catch (error) {
    return {
      took: 0,
      problem: `throws ${error instanceof Error ? error.stack?.split("\n").slice(0, 3).join(" ") : String(error)}`,
    };
  }
}
