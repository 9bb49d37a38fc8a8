import * as z from "zod/mini";
import { scope } from "./scope.ts";
import { text } from "./text.ts";

/** A dated warning. `date` is the day on which its issuer gave it. */
export const alertSchema = z.object({
  ...scope,
  title: text(90),
  body: text(280),
  issuer: text(80),
  /** Last day (ISO date, Viet Nam's) on which it is shown as current; after it the alert is history. Our own choice. */
  validUntil: z.iso.date(),
  /** "urgent": shown at once, also in quiet hours. */
  severity: z.enum(["urgent", "normal"]),
});

export type Alert = z.infer<typeof alertSchema>;
