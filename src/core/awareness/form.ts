import * as z from "zod/mini";
import { firstAidCode } from "./first-aid.ts";
import { scope, slug } from "./scope.ts";
import { text } from "./text.ts";

/** A form of scam in the register: its id stands in list entries and reports. */
export const formNameSchema = z.object({
  id: slug,
  /** Place in the national handbook of 2023, 1 to 24; null for newer forms. */
  number: z.nullable(z.int().check(z.minimum(1), z.maximum(24))),
  name: text(70),
  /** The handbook's own name. */
  official: z._default(z.nullable(text(160)), null),
});

const searchWords = z.array(z.string().check(z.minLength(2), z.maxLength(60)));

/** What people learn about a form. */
export const lessonSchema = z.object({
  ...scope,
  /** "partly": only one report was seen. */
  status: z.enum(["confirmed", "partly"]),
  line: text(180),
  /** What somebody whom it happens to would type to find it: "con tôi cấp cứu". */
  words: z._default(z.object({ vi: searchWords, en: searchWords }), { vi: [], en: [] }),
  /** Three steps. */
  how: z.array(text(240)).check(z.length(3)),
  signs: z.array(text(200)).check(z.minLength(3), z.maxLength(5)),
  /** Written by us, and to be shown as such. Its addresses end in ".example", so that they lead nowhere. */
  example: z.object({
    kind: z.enum(["address", "message", "call"]),
    text: text(240),
    why: text(200),
  }),
  /** What to do on meeting it. */
  todo: z.array(text(240)).check(z.minLength(2), z.maxLength(4)),
  /** What to do if it is too late: what cannot wait, the codes in this order, then what is special to the form. */
  late: z.object({
    first: z._default(z.array(text(240)).check(z.maxLength(2)), []),
    codes: z.array(firstAidCode).check(z.minLength(1)),
    more: z._default(z.array(text(240)).check(z.maxLength(3)), []),
  }),
});

/** A form with its lesson, as the `tips` artifact carries it. */
export const formSchema = z.extend(lessonSchema, formNameSchema.shape);

export type Form = z.infer<typeof formSchema>;
