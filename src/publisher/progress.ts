/** Tells the person at the terminal what long work is doing. */
export interface Progress {
  /** Starts a stage of work; the one before must have ended. */
  stage(name: string): Stage;
  /** One line that stays ("warning: …"). */
  note(line: string): void;
}

export interface Stage {
  /** @param detail what has been done up to now ("412,000 lines") */
  update(detail: string): void;
  /** Ends the stage with a line that says what was done and how many seconds it took. */
  done(detail: string): void;
}

/** Where progress is written: process.stderr, or a collector in tests. */
export interface ProgressOutput {
  write(text: string): unknown;
  isTTY?: boolean;
}

/** Takes the running stage's line away. */
export const ERASE_LINE = "\r\u001b[K";
const REDRAW_MS = 100;
/** Without a terminal (a log file, CI) a sign of life is enough. */
const HEARTBEAT_MS = 10_000;

/**
 * Progress as lines on a terminal (the running stage rewrites its line) or in a log (a line when a stage ends, and
 * one each ten seconds of a long stage).
 *
 * @param now milliseconds of a steady clock
 */
export function createProgress(output: ProgressOutput, now: () => number): Progress {
  const tty = output.isTTY === true;
  let open = "";
  const clear = () => {
    if (open !== "") output.write(ERASE_LINE);
  };
  return {
    stage(name) {
      const start = now();
      let shown = start;
      const seconds = () => `${((now() - start) / 1000).toFixed(1)} s`;
      const draw = (detail: string) => {
        clear();
        open = `${name}: ${detail} (${seconds()})`;
        output.write(open);
      };
      if (tty) draw("…");
      return {
        update(detail) {
          const time = now();
          if (time - shown < (tty ? REDRAW_MS : HEARTBEAT_MS)) return;
          shown = time;
          if (tty) draw(detail);
          else output.write(`${name}: ${detail} (${seconds()} so far)\n`);
        },
        done(detail) {
          clear();
          open = "";
          output.write(`${name}: ${detail} (${seconds()})\n`);
        },
      };
    },
    note(line) {
      clear();
      output.write(`${line}\n`);
      if (tty && open !== "") output.write(open);
    },
  };
}

/** No progress at all: for callers that only want the result. */
export const silentProgress: Progress = {
  stage: () => ({ update: () => undefined, done: () => undefined }),
  note: () => undefined,
};

/** "1,410,432": English grouping, the same on every machine. */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}
