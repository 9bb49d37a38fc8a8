import * as z from "zod/mini";
import { CAPS, type PageFacts } from "../core/evidence/page-facts.ts";

/** What is cut off by the collectors may be longer by the words and signs that they put between pieces. */
const SLACK = 64;

const text = (most: number) => z.string().check(z.maxLength(most + SLACK));
const list = <T extends z.ZodMiniType>(item: T, most: number) =>
  z.array(item).check(z.maxLength(most));
const count = z.int().check(z.nonnegative());
const line = text(CAPS.line);
const address = text(CAPS.address);

/** Facts as a content script sends them: a page's process that was taken over may send anything. */
export const pageFactsSchema = z.object({
  address,
  title: line,
  headings: list(line, CAPS.headings),
  marks: list(
    z.object({ text: line, linksTo: address, inFoot: z.optional(z.boolean()) }),
    CAPS.pictures,
  ),
  banner: line,
  closing: text(1_024),
  fields: list(
    z.object({
      type: text(20),
      hint: text(512),
      label: line,
      masked: z.boolean(),
      disabled: z.boolean(),
      maxLength: z.int(),
      form: z.int().check(z.gte(-1), z.lt(CAPS.forms)),
    }),
    CAPS.fields,
  ),
  forms: list(z.object({ action: address, around: text(512) }), CAPS.forms),
  packages: list(address, CAPS.links),
  linkHosts: list(address, CAPS.links),
  assetHosts: list(address, CAPS.links),
  script: text(CAPS.script),
  text: text(CAPS.text),
  drawn: text(CAPS.text),
  codeLength: count,
  paragraphs: count,
  hasArticle: z.boolean(),
  unseenBefore: z.optional(count),
  fieldsOnlyIn: z.enum(["page", "frame", "closed-shadow"]),
}) satisfies z.ZodMiniType<PageFacts>;
