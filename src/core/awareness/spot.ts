import * as z from "zod/mini";
import { scope } from "./scope.ts";
import { text } from "./text.ts";

/** Without a scheme: "nganhangvidu.example/dang-nhap". */
const address = z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/), z.maxLength(120));

/** One of several addresses is the organisation's. */
const realSpotSchema = z.object({
  ...scope,
  kind: z.literal("real"),
  organisation: text(80),
  /** Its name in the brands artifact, which must call `own` official; null for an organisation that we made up. */
  brand: z._default(z.nullable(z.string()), null),
  /** The organisation's domain. */
  own: address,
  choices: z.array(address).check(z.minLength(2), z.maxLength(4)),
  /** Index of the address that lies at or below `own`, from 0. */
  answer: z.int().check(z.nonnegative()),
  because: text(240),
});

/** Where in an address does the owner's name stand? The answer follows from the address. */
const ownerSpotSchema = z.object({
  ...scope,
  kind: z.literal("owner"),
  address,
  because: text(240),
});

/** What a drawn page or chat is made of. */
const PART_KINDS = [
  "address",
  "logo",
  "title",
  "text",
  "timer",
  "seal",
  "field",
  "file",
  "button",
  "bubble",
] as const;

/** A drawn page, or chat, with parts that give it away. */
const pageSpotSchema = z.object({
  ...scope,
  kind: z.literal("page"),
  look: z.enum(["page", "chat"]),
  title: text(80),
  parts: z
    .array(
      z.object({
        kind: z.enum(PART_KINDS),
        text: text(120),
        /** True if it gives the scam away. */
        sign: z.boolean(),
        /** Why it does, or why it says nothing. */
        why: text(200),
      }),
    )
    .check(z.minLength(3), z.maxLength(8)),
});

/** An exercise in telling the false from the real. Everything false in it leads nowhere: see checkContent. */
export const spotSchema = z.discriminatedUnion("kind", [
  realSpotSchema,
  ownerSpotSchema,
  pageSpotSchema,
]);

export type Spot = z.infer<typeof spotSchema>;
export type RealSpot = z.infer<typeof realSpotSchema>;
export type OwnerSpot = z.infer<typeof ownerSpotSchema>;
export type PageSpot = z.infer<typeof pageSpotSchema>;
