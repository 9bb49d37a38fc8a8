import * as z from "zod/mini";
import { scope, slug } from "./scope.ts";
import { text } from "./text.ts";

/** A tip of the week; `week` is the ISO week, 1 to 52. */
export const tipSchema = z.object({
  ...scope,
  week: z.int().check(z.minimum(1), z.maximum(52)),
  text: text(240),
});

/** A theme of the month. */
export const themeSchema = z.object({
  ...scope,
  month: z.int().check(z.minimum(1), z.maximum(12)),
  title: text(90),
  /** Days and events that scammers use. */
  occasions: text(200),
});

/** A campaign of the quarter. */
export const campaignSchema = z.object({
  ...scope,
  quarter: z.int().check(z.minimum(1), z.maximum(4)),
  title: text(90),
  aim: text(200),
  peaks: text(160),
  /** Where it is told. */
  channels: z.array(text(80)).check(z.minLength(1)),
  /** The three of its tips that it is told with. Younger than the rest: an older feed names none. */
  lead: z._default(z.array(slug).check(z.maxLength(3)), []),
  tips: z.array(slug).check(z.minLength(1)),
});

export type Tip = z.infer<typeof tipSchema>;
export type Theme = z.infer<typeof themeSchema>;
export type Campaign = z.infer<typeof campaignSchema>;
