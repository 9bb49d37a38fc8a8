import * as z from "zod/mini";
import { scope } from "./scope.ts";
import { text } from "./text.ts";

/** Slots of templates with the longest filling that a text must bear, in characters. */
export const SLOTS = {
  unit: 11,
  commune: 40,
  phone: 15,
  week: 2,
  trick: 240,
  form: 70,
  sign1: 200,
  sign2: 200,
  sign3: 200,
  official: 80,
  contact: 80,
  date: 10,
  until: 10,
} as const;

export type Slot = keyof typeof SLOTS;

/** A message that an agency can send. Slots stand in braces: "{unit}". */
export const templateSchema = z.object({
  ...scope,
  kind: z.enum(["loudspeaker", "sms", "message"]),
  use: text(120),
  /** Subject of an e-mail; null where there is none. */
  title: z._default(z.nullable(text(160)), null),
  text: text(2400),
});

export type Template = z.infer<typeof templateSchema>;

/** @param fill text for a slot; slots that are not in SLOTS stay as they are */
export function fillSlots(template: string, fill: (slot: Slot) => string): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    isSlot(name) ? fill(name) : whole,
  );
}

export function isSlot(name: string): name is Slot {
  return Object.hasOwn(SLOTS, name);
}
