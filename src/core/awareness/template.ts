import * as z from "zod/mini";
import { scope } from "./scope.ts";
import { text } from "./text.ts";

/** Slots of templates with the longest filling that a text must bear, in characters. */
export const SLOTS = {
  /** The agency's name. */
  unit: 11,
  /** Its telephone number for questions. */
  phone: 24,
  /** Number of the week in its year. */
  week: 2,
  /** Title of what is told this week, and what happens. */
  title: 120,
  what: 400,
  /** What to do against it: the first deed as a sentence, and some, each on a line of its own. */
  deed: 240,
  todo: 600,
  /** Signs by which people see it, each on a line of its own. */
  signs: 600,
  /** Who warned of it, when, and how long that holds. */
  source: 200,
} as const;

export type Slot = keyof typeof SLOTS;

/** A message that an agency can send. Slots stand in braces: "{unit}". */
export const templateSchema = z.object({
  ...scope,
  kind: z.enum(["loudspeaker", "sms", "message"]),
  use: text(120),
  /** Its first line, the subject of an e-mail; null where there is none. */
  title: z._default(z.nullable(text(160)), null),
  text: text(2400),
});

export type Template = z.infer<typeof templateSchema>;

/**
 * Fills slots. A sentence with a slot for which there is nothing is left out, and so is a heading or closing ("Signs:",
 * "Kind regards,") below which nothing stays: a text reads well with and without a name.
 *
 * @param fill text for a slot; null if there is none
 */
export function fillTemplate(template: string, fill: (slot: Slot) => string | null): string {
  const filled = (sentence: string) => {
    let isWhole = true;
    const said = sentence.replace(SLOT, (_, name: string) => {
      const filling = isSlot(name) ? fill(name) : null;
      if (filling === null) isWhole = false;
      return filling ?? "";
    });
    return isWhole ? [said] : [];
  };
  const paragraphs = template.split("\n\n").flatMap((paragraph) => {
    const lines = paragraph
      .split("\n")
      .map((line) => line.split(SENTENCE_END).flatMap(filled).join(" ").trim());
    const kept = lines.filter((line) => line !== "");
    const hasLost = kept.length < lines.length;
    return kept.length === 0 || (hasLost && kept.every((line) => /[:,]$/.test(line)))
      ? []
      : [kept.join("\n")];
  });
  return paragraphs.join("\n\n");
}

const SLOT = /\{(\w*)\}/g;
const SENTENCE_END = /(?<=[.!?])\s+/;

/** Names between braces that are no slots. */
export function unknownSlots(template: string): string[] {
  return [...template.matchAll(SLOT)].flatMap(([whole, name = ""]) => (isSlot(name) ? [] : whole));
}

function isSlot(name: string): name is Slot {
  return Object.hasOwn(SLOTS, name);
}
