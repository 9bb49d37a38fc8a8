import * as z from "zod/mini";
import { AUDIENCES, scope } from "./scope.ts";
import { text } from "./text.ts";

/** A rule of conduct, shown under its own name and with its origin. */
export const ruleSchema = z.object({
  ...scope,
  name: text(80),
  origin: text(200),
  /** Heads are quoted; explanations are ours. */
  points: z.array(z.object({ head: text(120), explanation: text(160) })).check(z.minLength(1)),
});

/** What a body says that it never does. */
export const statementSchema = z.object({ ...scope, body: text(80), text: text(220) });

const { id: _, ...about } = scope;

/** What matters most to one group. */
export const groupSchema = z.object({
  ...about,
  id: z.enum(AUDIENCES),
  name: text(60),
  tips: z.array(text(160)).check(z.length(3)),
});

/** A word that people meet, in plain words. */
export const termSchema = z.object({ ...scope, term: text(60), meaning: text(200) });

export type Rule = z.infer<typeof ruleSchema>;
export type Statement = z.infer<typeof statementSchema>;
export type Term = z.infer<typeof termSchema>;
export type Group = z.infer<typeof groupSchema>;
