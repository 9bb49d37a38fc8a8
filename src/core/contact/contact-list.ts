import * as z from "zod/mini";
import { slug } from "../awareness/scope.ts";

/** A phone number or bank account that scammers use, as it was reported and reviewed. */
export const contactSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("phone"),
    /** See readPhone. */
    number: z.string().check(z.regex(/^\+?\d{3,20}$/)),
    ...facts(),
  }),
  z.object({
    kind: z.literal("account"),
    /** See readAccount. */
    number: z.string().check(z.regex(/^[0-9A-Z]{4,19}$/)),
    /** Name of the bank or wallet in the brands artifact; null if nobody said which. */
    bank: z._default(z.nullable(z.string()), null),
    ...facts(),
  }),
]);

function facts() {
  return {
    /** Id of the form of scam. */
    form: z._default(z.nullable(slug), null),
    /** ISO date (YYYY-MM-DD). */
    since: z._default(z.nullable(z.iso.date()), null),
    /** Who found it, in words for everybody. */
    source: z.string().check(z.minLength(1), z.maxLength(120)),
    /** What people should know besides, in Vietnamese; empty if nothing. */
    note: z._default(z.string().check(z.maxLength(200)), ""),
  };
}

/** The `contacts` artifact. */
const contactsSchema = z.object({ version: z.literal(1), contacts: z.array(contactSchema) });

export type Contact = z.infer<typeof contactSchema>;

export interface ContactList {
  count: number;
  /** All entries with this number, phones and accounts. */
  find(number: string): readonly Contact[];
}

/**
 * Opens the `contacts` artifact, unzipped and verified.
 *
 * @throws Error that says where it differs from its shape
 */
export function openContacts(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): ContactList {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const parsed = contactsSchema.safeParse(JSON.parse(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`contacts: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "malformed"}`);
  }
  return indexContacts(parsed.data.contacts);
}

/** Makes contacts findable by number. */
export function indexContacts(contacts: readonly Contact[]): ContactList {
  const byNumber = Map.groupBy(contacts, ({ number }) => number);
  return { count: contacts.length, find: (number) => byNumber.get(number) ?? [] };
}

/** The artifact's raw file, for the publisher. */
export function writeContacts(contacts: readonly Contact[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify({ version: 1, contacts }));
}
