import type { JudgeAnswer, JudgePage, JudgeQuestion } from "./question.ts";

/** Where one page is judged at a time. */
export interface JudgeWorker {
  /** Rejects if it fails; never settles once it is ended. */
  ask(question: JudgeQuestion): Promise<JudgeAnswer>;
  /** Ends it at once, whatever it is doing. */
  end(): void;
}

/** Longest that a page is judged, in milliseconds: the median is 5, the slowest of 744 pages takes 60 (two cores, 2026). */
export const JUDGE_LIMIT = 2_000;
/** Milliseconds that one client may use at once, and the share of time in which it gets them back. */
const CLIENT_BUDGET = 3_000;
const REFILL = 0.05;
/** Questions that one client may have waiting. */
const MOST_WAITING = 40;
/** So that a page that is judged for long keeps no other waiting. */
const MOST_WORKERS = 4;
/** After so long without a question the last worker is ended, in milliseconds. */
export const IDLE_LIMIT = 30_000;

interface Waiting {
  question: JudgeQuestion;
  client: string;
  resolve(answer: JudgeAnswer | null): void;
}

/**
 * Judges pages in workers that can be ended. A client has one question judged at a time and a budget of time, so that a
 * page made to be slow costs the others nothing: its judgement is ended, and while its budget is used up it is not
 * judged at all.
 *
 * @param spawn starts a worker
 * @param idle called when there has been nothing to judge for a while and no worker is left
 * @param now milliseconds that only grow
 */
export function createJudgePool({
  spawn,
  idle,
  now,
  log,
}: {
  spawn: () => JudgeWorker;
  idle: () => void;
  now: () => number;
  log: (error: unknown) => void;
}): JudgePage {
  const waiting: Waiting[] = [];
  const busy = new Set<string>();
  const used = new Map<string, { milliseconds: number; at: number }>();
  let spare: JudgeWorker | null = null;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;

  /** What a client has used of its budget by now, in milliseconds. */
  function usedBy(client: string): number {
    const entry = used.get(client);
    if (entry === undefined) return 0;
    const left = entry.milliseconds - (now() - entry.at) * REFILL;
    if (left <= 0) used.delete(client);
    return Math.max(0, left);
  }

  function charge(client: string, milliseconds: number): void {
    used.set(client, { milliseconds: usedBy(client) + milliseconds, at: now() });
  }

  async function run({ question, client, resolve }: Waiting): Promise<void> {
    busy.add(client);
    const start = now();
    let worker: JudgeWorker | null = null;
    let answer: JudgeAnswer | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      worker = spare ?? spawn();
      spare = null;
      const late = new Promise<null>((ended) => {
        timer = setTimeout(ended, JUDGE_LIMIT, null);
      });
      answer = await Promise.race([worker.ask(question), late]);
    } catch (error) {
      log(error);
    }
    clearTimeout(timer);
    // What failed may be broken, and what is late never stops by itself.
    if (answer === null || spare !== null) worker?.end();
    else spare = worker;
    charge(client, now() - start);
    busy.delete(client);
    resolve(answer);
    next();
  }

  function next(): void {
    clearTimeout(idleTimer);
    while (busy.size < MOST_WORKERS) {
      const at = waiting.findIndex(({ client }) => !busy.has(client));
      const [one] = at === -1 ? [] : waiting.splice(at, 1);
      if (one === undefined) break;
      void run(one);
    }
    if (busy.size === 0) idleTimer = setTimeout(rest, IDLE_LIMIT);
  }

  function rest(): void {
    spare?.end();
    spare = null;
    idle();
  }

  return (question, client) =>
    new Promise((resolve) => {
      const ahead = waiting.filter((other) => other.client === client).length;
      if (ahead >= MOST_WAITING || usedBy(client) >= CLIENT_BUDGET) return resolve(null);
      waiting.push({ question, client, resolve });
      next();
    });
}
