import * as z from "zod/mini";

/** Whom an item is for. */
export const AUDIENCES = [
  "elderly",
  "children",
  "parents",
  "students",
  "workers",
  "office",
  "rural",
  "smallbiz",
] as const;

/** Lines of work that get content of their own. */
export const SECTORS = [
  "health",
  "education",
  "finance",
  "agriculture",
  "industry",
  "tourism",
] as const;

export type Audience = (typeof AUDIENCES)[number];
export type Sector = (typeof SECTORS)[number];

/** "fake-shipper", "gia-lai": lower-case ASCII words. */
export const slug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(64));

/** What every item of the content carries. An empty list of audience, sector or provinces means everybody. */
export const scope = {
  id: slug,
  /** Ids of the forms of scam that it is about. */
  forms: z._default(z.array(slug), []),
  audience: z._default(z.array(z.enum(AUDIENCES)), []),
  sector: z._default(z.array(z.enum(SECTORS)), []),
  /**
   * Names of provinces without diacritics: "gia-lai". Where the thing is met, not who warned of it: what comes by
   * telephone or network is met everywhere, whichever province's police told of it first.
   */
  provinces: z._default(z.array(slug), []),
  /** Ids of sources that bear out what it states. */
  sources: z._default(z.array(slug), []),
  /** ISO date of the newest fact in it, or of its writing. */
  date: z.iso.date(),
};

const scopeSchema = z.object(scope);

export type Scope = z.infer<typeof scopeSchema>;
