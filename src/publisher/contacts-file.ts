import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import * as z from "zod/mini";
import type { Content } from "../core/awareness/content.ts";
import { isCardNumber, readAccount } from "../core/contact/account.ts";
import { type Contact, contactSchema } from "../core/contact/contact-list.ts";
import { imitatedNumber, officialNumbers } from "../core/contact/official-numbers.ts";
import { readPhone } from "../core/contact/phone.ts";
import { findContacts } from "../core/message/find-contacts.ts";
import { readMessage } from "../core/message/message-text.ts";
import type { Violation } from "../node/entry-checks/rule.ts";
import { unguardFormulas } from "../node/formula-guard.ts";
import { OperatorError } from "../node/operator-error.ts";
import { systemReason } from "../node/system-reason.ts";
import type { BrokenRule } from "./sources/source-intake.ts";

/** A line of the file as it was written. */
const rowSchema = z.object({
  kind: z.enum(["phone", "account"]),
  number: z.string(),
  bank: z.optional(z.string()),
  form: z.optional(z.string()),
  since: z.optional(z.string()),
  source: z.string(),
  note: z.optional(z.string()),
});

const DAY_MS = 86_400_000;

type Row = z.infer<typeof rowSchema>;

/**
 * Reads reviewed phone numbers and accounts of several files: CSV with a header line, columns kind, number, bank, form, since, source and
 * note. Somebody has looked at each line, so that one that can't be read stops the build.
 *
 * @param needs.today days since 1970-01-01
 * @param needs.brandNamed the file's word for a bank → name in the brands artifact, or null
 * @returns violations: what may never be listed, by line
 * @throws OperatorError that names file and line
 */
export async function readContactsFiles(
  files: readonly string[],
  needs: { content: Content; brandNamed: (written: string) => string | null; today: number },
): Promise<{ contacts: Contact[]; violations: BrokenRule[] }> {
  const check = createContactCheck(needs.content);
  const forms = new Set(needs.content.forms.map(({ id }) => id));
  const contacts = new Map<string, Contact>();
  const violations: BrokenRule[] = [];
  const rows = await Promise.all(files.map(readRows));
  for (const { file, line, row } of rows.flat()) {
    const at = `${file}:${line}`;
    const broken = check(row);
    if (broken !== null) {
      const text = broken.rule === "card-number" ? "(a card's number)" : row.number.slice(0, 200);
      const { rule, why: reason } = broken;
      violations.push({ source: "contacts", file, line, text, entry: text, rule, reason });
      continue;
    }
    const contact = contactOf(row, needs.brandNamed, at);
    if (contact.form !== null && !forms.has(contact.form)) {
      throw new OperatorError(`${at}: form: no form of scam has the id "${contact.form}"`);
    }
    if (contact.since !== null && Date.parse(contact.since) > needs.today * DAY_MS) {
      throw new OperatorError(`${at}: since: ${contact.since} is yet to come`);
    }
    const key = `${contact.kind} ${contact.number} ${contact.kind === "account" ? contact.bank : ""}`;
    // Whoever comes first is the one that people are shown, as in the lists.
    if (!contacts.has(key)) contacts.set(key, contact);
  }
  return { contacts: [...contacts.values()], violations };
}

async function readRows(file: string): Promise<{ file: string; line: number; row: Row }[]> {
  let records: { record: unknown; info: { lines: number } }[];
  try {
    records = parse(await readFile(file), {
      columns: true,
      info: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      // As the hub writes it; a file written by hand has no apostrophe there.
      cast: unguardFormulas,
    }) as unknown as typeof records;
  } catch (cause) {
    throw new OperatorError(`${file}: ${systemReason(cause)}`, { cause });
  }
  return records.map(({ record, info: { lines: line } }) => {
    const parsed = rowSchema.safeParse(record);
    if (parsed.success) return { file, line, row: parsed.data };
    throw new OperatorError(`${file}:${line}: ${issueOf(parsed.error)}`);
  });
}

function contactOf(row: Row, brandNamed: (written: string) => string | null, at: string): Contact {
  const { kind, source } = row;
  const number = kind === "phone" ? plannedPhone(row.number) : readAccount(row.number);
  if (number === null) {
    throw new OperatorError(`${at}: number: "${row.number}" is no ${kind} that people can have`);
  }
  const written = row.bank ?? "";
  const bank = written === "" ? null : brandNamed(written);
  if (written !== "" && (kind === "phone" || bank === null)) {
    throw new OperatorError(
      `${at}: bank: ${kind === "phone" ? "a phone has none" : `no brand goes by "${written}"`}`,
    );
  }
  const contact = {
    kind,
    number,
    ...(kind === "account" ? { bank } : {}),
    form: row.form || null,
    since: row.since || null,
    source,
    note: row.note ?? "",
  };
  const parsed = contactSchema.safeParse(contact);
  if (parsed.success) return parsed.data;
  throw new OperatorError(`${at}: ${issueOf(parsed.error)}`);
}

function plannedPhone(written: string): string | null {
  const phone = readPhone(written);
  return phone === null || phone.kind === "odd" ? null : phone.number;
}

function issueOf({ issues }: z.core.$ZodError): string {
  return `${issues[0]?.path.join(".") ?? ""}: ${issues[0]?.message ?? "malformed"}`;
}

/** What may never be listed: numbers of organisations, wherever the content names them, short numbers, and cards. */
function createContactCheck({ hotlines, portals }: Content): (row: Row) => Violation | null {
  const official = officialNumbers(hotlines);
  const named = new Map<string, string>();
  for (const { id, ...portal } of portals) {
    const text = JSON.stringify(portal);
    for (const phone of findContacts(readMessage(text).folded).phones) named.set(phone, id);
  }
  return ({ kind, number }) => {
    if (isCardNumber(number)) {
      return { rule: "card-number", why: "a card's number must stand nowhere" };
    }
    const phone = readPhone(number);
    if (phone === null) return null;
    const house = official.get(phone.number) ?? imitatedNumber(phone.number, official);
    if (house !== null && house !== undefined) {
      return { rule: "official-number", why: `the number of ${house.name.vi} (${house.id})` };
    }
    const portal = named.get(phone.number);
    if (portal !== undefined) return { rule: "official-number", why: `stands in portal ${portal}` };
    if (kind === "phone" && phone.kind === "short") {
      return { rule: "short-number", why: "short numbers are given to organisations alone" };
    }
    return null;
  };
}
