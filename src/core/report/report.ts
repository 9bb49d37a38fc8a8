import * as z from "zod/mini";
import { readAccount } from "../contact/account.ts";
import { parseAddress } from "../host/address.ts";
import { PROVINCES } from "../settings/province.ts";
import { CHANNELS } from "./channel.ts";

/** Longest account of what happened, in characters. */
export const MAX_NOTE_LENGTH = 1000;
/** Longest address that a report carries, in characters. */
export const MAX_REPORTED_URL_LENGTH = 4096;
/** Most telephone numbers and most accounts of one report. */
export const MAX_PHONES = 5;
export const MAX_ACCOUNTS = 3;
/** Largest picture, in bytes. */
export const MAX_SCREENSHOT_BYTES = 400_000;
/** More đồng than there are to lose. */
const MAX_LOST = 1_000_000_000_000_000;

/** @param longest in characters */
function words(longest: number) {
  return z.string().check(
    z.minLength(1),
    z.maxLength(longest),
    z.refine((text) => text.isWellFormed(), "it has half a character (a lone surrogate)"),
  );
}

function optional<T extends z.core.SomeType>(field: T) {
  return z._default(z.nullable(field), null);
}

/** A web address as a browser or a person would write it. */
const url = words(MAX_REPORTED_URL_LENGTH).check(
  z.refine((text) => parseAddress(text).ok, "this is no web address"),
);
/** Id of a form of scam: see src/content. */
const form = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/));
/** Random, made once per report: the hub stores a repeated one only once. */
const id = z.uuid();
const kind = z.enum(["scam", "false-positive"]);
/** What no reviewer can do without, alike in both shapes. */
const circumstances = {
  /** ISO 8601 in UTC, when the person pressed "send". */
  writtenAt: z.iso.datetime(),
  /** Version of the list in the browser; 0 if it had none. */
  feedVersion: z.int().check(z.nonnegative()),
  extensionVersion: z.string().check(z.regex(/^\d{1,5}(\.\d{1,5}){0,3}$/)),
};

const accountSchema = z.strictObject({
  /** In the form in which accounts are compared; never a card's number. */
  number: z
    .string()
    .check(z.refine((number) => readAccount(number) === number, "this is no account number")),
  /** As the person knows it. */
  bank: optional(words(60)),
  holder: optional(words(60)),
});

/** What the extension itself saw in the page: codes, no text of the page. See evidenceOf. */
const evidenceSchema = z.strictObject({
  level: z.enum(["block", "warn", "none", "official"]),
  reasons: z
    .array(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,40}(:[a-z0-9-]{1,40})?$/)))
    .check(z.maxLength(40)),
});

/**
 * What a person reports, and all that leaves the browser: the preview shows exactly this record.
 * Sent as JSON to `POST /v1/reports`. What is left out is null, or an empty list or text.
 */
export const reportSchema = z
  .strictObject({
    version: z.literal(2),
    id,
    kind,
    /**
     * Random too, and known to this browser and the hub alone: under its hash the feed publishes what became of the
     * report (see decisions.ts). Null for reports of versions that had none.
     */
    code: optional(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
    url: optional(url),
    form: optional(form),
    /** What happened, in the person's words. */
    note: z._default(
      z.string().check(
        z.maxLength(MAX_NOTE_LENGTH),
        z.refine((text) => text.isWellFormed(), "it has half a character (a lone surrogate)"),
      ),
      "",
    ),
    /** Whom the scammer claimed to be. */
    impersonated: optional(words(100)),
    arrivedBy: optional(z.enum(CHANNELS)),
    /** Digits, with "+" in front of a foreign one. */
    phones: z._default(
      z.array(z.string().check(z.regex(/^\+?\d{3,20}$/))).check(z.maxLength(MAX_PHONES)),
      [],
    ),
    accounts: z._default(z.array(accountSchema).check(z.maxLength(MAX_ACCOUNTS)), []),
    /** In đồng; 0 if nothing was lost. */
    lost: optional(z.int().check(z.minimum(0), z.maximum(MAX_LOST))),
    /** By the person's own calendar and clock. */
    happenedOn: optional(z.iso.date()),
    happenedTime: optional(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
    /** Commune or ward, in the person's words. */
    commune: optional(words(80)),
    province: optional(z.enum(PROVINCES.map(({ id }) => id))),
    /** How a reviewer may reach the person. */
    contact: optional(words(120)),
    evidence: optional(evidenceSchema),
    /** A JPEG in base64, covered where the person wanted it: what lay below is not in it. */
    screenshot: optional(
      z
        .string()
        .check(
          z.minLength(4),
          z.maxLength(Math.ceil(MAX_SCREENSHOT_BYTES / 3) * 4),
          z.regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/),
        ),
    ),
    ...circumstances,
  })
  .check(
    z.refine(
      ({ kind, url, phones, accounts }) =>
        url !== null || (kind === "scam" && phones.length + accounts.length > 0),
      { path: ["url"], message: "a report needs an address, a telephone number or an account" },
    ),
  );

export type Report = z.infer<typeof reportSchema>;
export type ReportedAccount = Report["accounts"][number];
export type PageEvidence = NonNullable<Report["evidence"]>;

/** The first shape, without `version`: browsers that have not been updated send it, and old queues hold it. */
const firstSchema = z.strictObject({
  id,
  kind,
  url,
  form: z._default(z.nullable(form), null),
  note: z._default(z.string().check(z.maxLength(500)), ""),
  ...circumstances,
});

/** Reads a report of any shape that was ever sent. */
export function readReport(
  value: unknown,
): { ok: true; report: Report } | { ok: false; issues: readonly z.core.$ZodIssue[] } {
  let given = value;
  if (typeof value !== "object" || value === null || !("version" in value)) {
    const first = firstSchema.safeParse(value);
    if (!first.success) return { ok: false, issues: first.error.issues };
    given = { version: 2, ...first.data };
  }
  const parsed = reportSchema.safeParse(given);
  return parsed.success
    ? { ok: true, report: parsed.data }
    : { ok: false, issues: parsed.error.issues };
}

/** What the hub answers: a short code that a person can read out and a reviewer can find. */
export const receiptSchema = z.object({
  receipt: z.string().check(z.regex(/^TT-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)),
});

export type Receipt = z.infer<typeof receiptSchema>;
