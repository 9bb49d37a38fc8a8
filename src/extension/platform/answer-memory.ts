import * as z from "zod/mini";

/** How questions and exercises were answered last, by id. */
export type GivenAnswers = Readonly<Record<string, "right" | "wrong">>;

/** What was answered on the learn page, on this machine alone. */
export interface AnswerMemory {
  /** Empty if nothing was kept. */
  read(): GivenAnswers;
  /** @returns false if the browser keeps nothing, so that the person can be told */
  keep(answers: GivenAnswers): boolean;
}

const KEY = "learn-answers";
const answersSchema = z.record(z.string(), z.enum(["right", "wrong"]));

/** The pages' own storage, out of reach of web pages. */
export function browserAnswerMemory(): AnswerMemory {
  return {
    read() {
      try {
        const parsed = answersSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
        return parsed.success ? parsed.data : {};
      } catch {
        // Storage that is forbidden or damaged: everything is asked anew.
        return {};
      }
    },
    keep(answers) {
      try {
        localStorage.setItem(KEY, JSON.stringify(answers));
        return true;
      } catch {
        return false;
      }
    },
  };
}
