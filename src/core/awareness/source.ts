import * as z from "zod/mini";
import { slug } from "./scope.ts";
import { text } from "./text.ts";
import { webLink } from "./web-link.ts";

/** Where a claim comes from. */
export const sourceSchema = z.object({
  id: slug,
  /** What it says, in our words. */
  title: text(160),
  publisher: z.string().check(z.minLength(1), z.maxLength(160)),
  /** In English where the name is more than a name: "CafeF, citing Hanoi police". */
  publisherEn: z.optional(z.string().check(z.minLength(1), z.maxLength(160))),
  /** Null if only part of the address is on record: then `locator` helps to find it. */
  url: z.nullable(webLink),
  /** Site and number of the article, as on record. */
  locator: z._default(z.string().check(z.maxLength(300)), ""),
  /** YYYY, YYYY-MM or YYYY-MM-DD; null if the page bears no date. */
  date: z.nullable(z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))),
  /** "own": written for this project, bears out no fact. */
  kind: z.enum(["authority", "press", "secondary", "own"]),
});

export type Source = z.infer<typeof sourceSchema>;

/** Who published it, in the reader's language. */
export function publisherIn(language: "vi" | "en", { publisher, publisherEn }: Source): string {
  return language === "en" ? (publisherEn ?? publisher) : publisher;
}
