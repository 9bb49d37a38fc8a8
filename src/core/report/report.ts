import * as z from "zod/mini";
import { parseAddress } from "../host/address.ts";

/** Longest free note, in characters. */
export const MAX_NOTE_LENGTH = 500;
/** Longest address that a report carries, in characters. */
export const MAX_REPORTED_URL_LENGTH = 4096;

/**
 * What a person reports, and all that leaves the browser: the preview shows exactly this record.
 * Sent as JSON to `POST /v1/reports`.
 */
export const reportSchema = z.strictObject({
  /** Random, made once per report: the hub stores a repeated one only once. */
  id: z.uuid(),
  kind: z.enum(["scam", "false-positive"]),
  /** A web address as a browser or a person would write it. */
  url: z.string().check(
    z.maxLength(MAX_REPORTED_URL_LENGTH),
    z.refine((url) => parseAddress(url).ok, "this is no web address"),
  ),
  /** Id of the form of scam, if the person chose one; null if it is left out. */
  form: z._default(z.nullable(z.string().check(z.regex(/^[a-z0-9-]{1,64}$/))), null),
  /** Empty if it is left out. */
  note: z._default(z.string().check(z.maxLength(MAX_NOTE_LENGTH)), ""),
  /** ISO 8601 in UTC, when the person pressed "send". */
  writtenAt: z.iso.datetime(),
  /** Version of the list in the browser; 0 if it had none. */
  feedVersion: z.int().check(z.nonnegative()),
  extensionVersion: z.string().check(z.regex(/^\d{1,5}(\.\d{1,5}){0,3}$/)),
});

export type Report = z.infer<typeof reportSchema>;

/** What the hub answers: a short code that a person can read out and a reviewer can find. */
export const receiptSchema = z.object({
  receipt: z.string().check(z.regex(/^TT-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)),
});

export type Receipt = z.infer<typeof receiptSchema>;
