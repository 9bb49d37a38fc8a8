import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  createJudgePool,
  IDLE_LIMIT,
  JUDGE_LIMIT,
  type JudgeWorker,
} from "../../../../src/extension/page-judge/judge-pool.ts";
import type {
  JudgeAnswer,
  JudgePage,
  JudgeQuestion,
} from "../../../../src/extension/page-judge/question.ts";

const NOTHING: JudgeAnswer = { verdict: null, whileOld: null };

/** Workers that hang on the address "bomb" and throw at "broken"; how many live, and how many ever did. */
let living: number;
let spawned: number;
let idled: number;
let judge: JudgePage;

beforeEach(() => {
  vi.useFakeTimers();
  living = spawned = idled = 0;
  judge = createJudgePool({
    spawn(): JudgeWorker {
      living++;
      spawned++;
      return {
        async ask({ url }) {
          if (url === "broken") throw new Error("broken");
          return url === "bomb" ? new Promise<never>(() => undefined) : NOTHING;
        },
        end: () => living--,
      };
    },
    idle: () => idled++,
    now: () => performance.now(),
    log: () => undefined,
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const page = (url: string) => ({ url }) as JudgeQuestion;
const settled = async (work: Promise<unknown>) =>
  Promise.race([work.then(() => true), vi.advanceTimersByTimeAsync(0).then(() => false)]);

describe("the pool of page judges", () => {
  test("answers question after question with one worker", async () => {
    for (const client of ["a", "b", "a"]) expect(await judge(page("honest"), client)).toBe(NOTHING);
    expect(spawned).toBe(1);
  });

  test("ends a judgement that takes too long, and answers that there is none", async () => {
    const answer = judge(page("bomb"), "evil");
    await vi.advanceTimersByTimeAsync(JUDGE_LIMIT - 1);
    expect(await settled(answer)).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toBeNull();
    expect(living).toBe(0);
  });

  test("lets no other page wait for one that takes long", async () => {
    void judge(page("bomb"), "evil");
    for (let i = 0; i < 30; i++) void judge(page("bomb"), "evil");
    expect(await judge(page("honest"), "other")).toBe(NOTHING);
  });

  test("does not judge a page that has used up its time, until it has rested", async () => {
    for (let i = 0; i < 2; i++) {
      const answer = judge(page("bomb"), "evil");
      await vi.advanceTimersByTimeAsync(JUDGE_LIMIT);
      await answer;
    }
    const before = spawned;
    expect(await judge(page("honest"), "evil")).toBeNull();
    expect(spawned).toBe(before);
    expect(await judge(page("honest"), "other")).toBe(NOTHING);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await judge(page("honest"), "evil")).toBe(NOTHING);
  });

  test("refuses a flood of questions from one page rather than keep them all", async () => {
    void judge(page("bomb"), "evil");
    const flood = Array.from({ length: 200 }, () => judge(page("bomb"), "evil"));
    expect(await settled(Promise.all(flood.slice(100)))).toBe(true);
  });

  test("gives no answer where a judge fails, and asks a fresh one next", async () => {
    expect(await judge(page("broken"), "a")).toBeNull();
    expect(await judge(page("honest"), "a")).toBe(NOTHING);
    expect([spawned, living]).toEqual([2, 1]);
  });

  test("ends its last worker when there has been nothing to judge for a while", async () => {
    await judge(page("honest"), "a");
    await vi.advanceTimersByTimeAsync(IDLE_LIMIT);
    expect([living, idled]).toEqual([0, 1]);
  });
});
