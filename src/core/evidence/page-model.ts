import * as z from "zod/mini";

const rate = z.object({
  /** Pages measured, and of these the ones found (scam) or accused (benign). */
  pages: z.int(),
  found: z.int(),
});

/** The `model` artifact: weights of the page's features, how they came about and what they reach. */
export const pageModelSchema = z.object({
  version: z.literal(1),
  /** Name of the data that the weights were chosen or fitted on. */
  trainedOn: z.string(),
  measured: z.object({ scam: rate, benignBlocked: rate, benignWarned: rate }),
  /** Log-odds of a page without any feature. */
  bias: z.number(),
  /** From these probabilities on, if the rule allows it. */
  warnAt: z.number(),
  blockAt: z.number(),
  /** Log-odds by feature; one that is not named weighs nothing. */
  weights: z.record(z.string(), z.number()),
});

export type PageModel = z.infer<typeof pageModelSchema>;

/** Probability that a page with these features is a scam, by the model (logistic). */
export function probability(
  model: Pick<PageModel, "bias" | "weights">,
  features: Iterable<string>,
): number {
  let sum = model.bias;
  for (const feature of features) sum += model.weights[feature] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
