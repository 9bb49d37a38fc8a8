import * as z from "zod/mini";

// The answer to a report comes back without an account and without a question: each report carries a random code of
// 128 bits, the feed lists the hash of each decided report's code, and every browser looks for its own. Nobody can go
// through all codes, and who does not have a report's code learns nothing of it.

/** What a reviewer may decide. */
export const OUTCOMES = ["confirmed", "rejected", "false-positive-fixed", "needs-more"] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** Days for which the feed tells a decision; browsers that look within them keep the answer. */
export const DECISION_DAYS = 180;
const DAY_MS = 86_400_000;

const decisionSchema = z.object({
  /** See decisionKey. */
  key: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  outcome: z.enum(OUTCOMES),
  /** ISO date. */
  on: z.iso.date(),
});

/** The `decisions` artifact, and the file that the hub hands to the publisher. */
export const decisionsSchema = z.object({
  version: z.literal(1),
  /** ISO date: decisions of this day and later are listed. One of them that is missing was taken back. */
  since: z.iso.date(),
  decisions: z.array(decisionSchema).check(z.maxLength(30_000)),
});

export type Decision = z.infer<typeof decisionSchema>;
export type Decisions = z.infer<typeof decisionsSchema>;

/** The bytes whose SHA-256 the feed lists, in place of a report's code. */
export function decisionBytes(code: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`tinhtao decision 1 ${code}`);
}

/** @param sha256 of decisionBytes, lower-case hex: half of it is enough, and half as long to fetch */
export function decisionKey(sha256: string): string {
  return sha256.slice(0, 32);
}

/**
 * What the feed tells now. In the order of the keys, which says nothing about who reported when.
 *
 * @param now milliseconds since the epoch
 */
export function currentDecisions(decisions: readonly Decision[], now: number): Decisions {
  const since = new Date(now - DECISION_DAYS * DAY_MS).toISOString().slice(0, 10);
  return {
    version: 1,
    since,
    decisions: decisions
      .filter(({ on }) => on >= since)
      .map(({ key, outcome, on }) => ({ key, outcome, on }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

/**
 * Reads an artifact, unzipped and verified.
 *
 * @throws Error that says where it differs from its shape
 */
export function readDecisions(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Decisions {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const parsed = decisionsSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`decisions: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "malformed"}`);
}
