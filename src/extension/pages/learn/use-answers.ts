import { useState } from "preact/hooks";
import type { AnswerMemory, GivenAnswers } from "../../platform/answer-memory.ts";

/** What was answered, kept from one visit to the next. */
export interface Answers {
  given: GivenAnswers;
  /** False once the browser refused to keep an answer. */
  kept: boolean;
  give(id: string, answer: "right" | "wrong"): void;
  /** Forgets the answers to these. */
  forget(ids: readonly string[]): void;
}

export function useAnswers(memory: AnswerMemory): Answers {
  const [given, setGiven] = useState<GivenAnswers>(() => memory.read());
  const [kept, setKept] = useState(true);
  const change = (next: GivenAnswers) => {
    setGiven(next);
    setKept(memory.keep(next));
  };
  return {
    given,
    kept,
    give: (id, answer) => change({ ...given, [id]: answer }),
    forget: (ids) =>
      change(Object.fromEntries(Object.entries(given).filter(([id]) => !ids.includes(id)))),
  };
}
