import * as z from "zod/mini";
import { scope } from "./scope.ts";
import { text } from "./text.ts";
import { webLink } from "./web-link.ts";

const confirmation = {
  /** ISO date of the newest source that was seen; the first of the month where only the month is known; null if no source bears a date. */
  lastConfirmed: z.nullable(z.iso.date()),
  /** A the body itself or two reports that quote it, B one report or an older official page, C secondary. */
  confidence: z.enum(["A", "B", "C"]),
  /** Set to `lastConfirmed` once that is over a year ago: the interface says "not confirmed since". */
  notConfirmedSince: z._default(z.nullable(z.iso.date()), null),
};

/** A place to report to or to look something up. */
export const portalSchema = z.object({
  ...scope,
  ...confirmation,
  name: text(80),
  /** Web address; null for an office or an app. */
  url: z.nullable(webLink),
  /** How to reach it. */
  reach: text(160),
  purpose: text(200),
  /** What to do there, in order. */
  steps: z._default(z.array(text(240)), []),
});

/** A telephone number. */
export const hotlineSchema = z.object({
  ...scope,
  ...confirmation,
  name: text(80),
  /** As people write it: "1900 54 54 13". */
  number: z.string().check(z.regex(/^\+?\d[\d ]*$/)),
  /** Name of the brand in the brands artifact whose number it is; null for a public line. */
  brand: z._default(z.nullable(z.string()), null),
  purpose: text(200),
  /** True of a number that the body calls from: nobody is told to dial it, and a caller can forge it. */
  callsOut: z.optional(z.boolean()),
});

export type Portal = z.infer<typeof portalSchema>;
export type Hotline = z.infer<typeof hotlineSchema>;
