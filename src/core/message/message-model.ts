import * as z from "zod/mini";
import { FEATURES } from "./features.ts";

/** From `threshold` on a message is warned of; rates by cross-validation, messages that are nearly the same together. */
const measuredSchema = z.object({
  threshold: z.number(),
  recall: z.number(),
  falseAlarms: z.number(),
});

/** A logistic model of messages, with what is known of it. */
const messageModelSchema = z.object({
  version: z.literal(1),
  /** What it was trained on, in words, and how many messages of each kind. */
  trainedOn: z.string(),
  counts: z.object({ scam: z.int(), benign: z.int() }),
  /** Where it is known who sent the message, and where it is not. */
  known: measuredSchema,
  unknown: measuredSchema,
  bias: z.number(),
  /** What one step of a weight is worth. */
  scale: z.number(),
  /** One signed byte a feature, base64. */
  weights: z.string(),
});

export interface MessageModel {
  /** Probabilities from which on a message is warned of. */
  threshold: { known: number; unknown: number };
  /** @returns 0 to 1 */
  probability(features: readonly number[]): number;
}

/** @throws Error if the file is not as messageModelSchema describes or has another number of weights */
export function openMessageModel(given: unknown): MessageModel {
  const parsed = messageModelSchema.safeParse(given);
  if (!parsed.success) throw new Error(`message model: ${parsed.error.issues[0]?.message ?? ""}`);
  const { bias, scale, known, unknown, weights } = parsed.data;
  const bytes = atob(weights);
  if (bytes.length !== FEATURES) {
    throw new Error(`message model: ${bytes.length} weights, ${FEATURES} are needed`);
  }
  const steps = Int8Array.from(bytes, (byte) => (byte.charCodeAt(0) << 24) >> 24);
  return {
    threshold: { known: known.threshold, unknown: unknown.threshold },
    probability(features) {
      let sum = bias;
      for (const feature of features) sum += (steps[feature] ?? 0) * scale;
      return 1 / (1 + Math.exp(-sum));
    },
  };
}
