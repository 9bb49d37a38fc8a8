import * as z from "zod/mini";
import { scope } from "./scope.ts";
import { text } from "./text.ts";

export const FIRST_AID_CODES = [
  "A-STOP",
  "A-CHECK",
  "A-PAY",
  "A-CARD",
  "A-PASS",
  "A-APP",
  "A-ID",
  "A-ACC",
  "A-KID",
  "A-RPT",
] as const;

/** Lessons name first aid by code, so that it reads the same everywhere. */
export const firstAidCode = z.enum(FIRST_AID_CODES);

const { id: _, ...about } = scope;

export const firstAidActionSchema = z.object({ ...about, id: firstAidCode, text: text(260) });

/** One step of what to do after a scam, in order. */
export const firstAidStepSchema = z.object({
  ...scope,
  /** "bank": here the interface adds how to reach the bank. */
  about: z.optional(z.literal("bank")),
  title: text(80),
  text: text(200),
});

export type FirstAidAction = z.infer<typeof firstAidActionSchema>;
export type FirstAidStep = z.infer<typeof firstAidStepSchema>;
