import * as z from "zod/mini";
import { scope } from "./scope.ts";
import { text } from "./text.ts";

/** One question with one right answer; the interface shuffles the choices. */
export const quizSchema = z.object({
  ...scope,
  question: text(240),
  choices: z.array(text(120)).check(z.minLength(2), z.maxLength(4)),
  /** Index of the right choice, from 0. */
  answer: z.int().check(z.nonnegative()),
  /** Why it is right. */
  because: text(240),
});

export type Quiz = z.infer<typeof quizSchema>;
