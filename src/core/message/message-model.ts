import * as z from "zod/mini";
import { FEATURES, type Features } from "./features.ts";

/**
 * From `threshold` on a message is warned of. Rates are means of repeated cross-validation, messages that are nearly the
 * same together; the lowest and the highest recall among the repeats stand beside.
 */
const measuredSchema = z.object({
  threshold: z.number(),
  recall: z.number(),
  recallLowest: z.number(),
  recallHighest: z.number(),
  falseAlarms: z.number(),
});

/** A logistic model of messages, with what is known of it. */
const messageModelSchema = z.object({
  version: z.literal(3),
  /** What it was trained on, in words, and how many messages of each kind. */
  trainedOn: z.string(),
  /** SHA-256 of that file, so that nobody takes what the model says of it for what it says of others. */
  trainedOnSha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  counts: z.object({ scam: z.int(), benign: z.int() }),
  /** How many it learnt from beside those, written for this project; no rate is measured on them. */
  own: z.object({ scam: z.int(), benign: z.int() }),
  /** Where it is known who sent the message, and where it is not. */
  known: measuredSchema,
  unknown: measuredSchema,
  bias: z.number(),
  /** What one step of a weight is worth. */
  scale: z.number(),
  /** One signed byte a feature, base64. */
  weights: z.string(),
});

/** What the model file says of itself, weights aside. */
export type MessageModelFacts = Omit<z.infer<typeof messageModelSchema>, "weights">;

export interface MessageModel {
  /** Probabilities from which on a message is warned of. */
  threshold: { known: number; unknown: number };
  /** @returns 0 to 1 */
  probability(features: Features): number;
}

/** @throws Error if the file is not as messageModelSchema describes or has another number of weights */
export function openMessageModel(given: unknown): MessageModel & { facts: MessageModelFacts } {
  const parsed = messageModelSchema.safeParse(given);
  if (!parsed.success) throw new Error(`message model: ${parsed.error.issues[0]?.message ?? ""}`);
  const { weights, ...facts } = parsed.data;
  const { bias, scale, known, unknown } = facts;
  const bytes = atob(weights);
  if (bytes.length !== FEATURES) {
    throw new Error(`message model: ${bytes.length} weights, ${FEATURES} are needed`);
  }
  const steps = Int8Array.from(bytes, (byte) => (byte.charCodeAt(0) << 24) >> 24);
  return {
    facts,
    threshold: { known: known.threshold, unknown: unknown.threshold },
    probability(features) {
      let sum = bias;
      for (const [at, value] of weighed(features)) sum += (steps[at] ?? 0) * scale * value;
      return 1 / (1 + Math.exp(-sum));
    },
  };
}

/** Words and pairs of words from which on each weighs less than a named feature, whose value is 1. */
const MANY_WORDS = 25;

/** Each feature with its value. Many words share one length, so that long messages speak no louder than short ones. */
export function weighed({ named, words }: Features): [feature: number, value: number][] {
  const share = Math.sqrt(MANY_WORDS / Math.max(words.length, MANY_WORDS));
  return [
    ...named.map((at): [number, number] => [at, 1]),
    ...words.map((at): [number, number] => [at, share]),
  ];
}
