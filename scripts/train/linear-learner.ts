/** A message as the learner sees it. */
export interface Example {
  features: readonly [feature: number, value: number][];
  scam: boolean;
}

export interface Weights {
  bias: number;
  of: Float64Array;
}

/** How weights are learnt from examples. */
export interface Learner {
  loss: "logistic" | "squared-hinge";
  /** Strength of the pull of weights towards zero. */
  l2: number;
  /** Whether features are scaled by the log-ratio of naive Bayes first (Wang and Manning, 2012). */
  bayes?: true;
}

const ROUNDS = 250;
const RATE = 0.5;

/** By gradient descent over all examples (Adagrad), both kinds weighing alike in sum. No chance in it. */
export function learn(given: readonly Example[], size: number, learner: Learner): Weights {
  const scale = learner.bayes ? bayesRatios(given, size) : null;
  const scams = given.filter(({ scam }) => scam).length;
  const shares = { scam: 0.5 / scams, benign: 0.5 / (given.length - scams) };
  // Flat arrays: this loop is where the time goes.
  const starts = [0];
  for (const { features } of given) starts.push((starts.at(-1) ?? 0) + features.length);
  const at = Int32Array.from(given.flatMap(({ features }) => features.map(([feature]) => feature)));
  const value = Float64Array.from(
    given.flatMap(({ features }) =>
      features.map(([feature, value]) => value * (scale?.[feature] ?? 1)),
    ),
  );
  const used = [...new Set(at)].sort((a, b) => a - b);
  const of = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-6);
  let bias = 0;
  let biasSquares = 1e-6;
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(size);
    let biasSlope = 0;
    for (const [i, { scam }] of given.entries()) {
      const [from = 0, to = 0] = [starts[i], starts[i + 1]];
      let sum = bias;
      for (let n = from; n < to; n++) sum += (of[at[n] ?? 0] ?? 0) * (value[n] ?? 0);
      const step = slopeOf(learner.loss, sum, scam) * (scam ? shares.scam : shares.benign);
      if (step === 0) continue;
      biasSlope += step;
      for (let n = from; n < to; n++) {
        const feature = at[n] ?? 0;
        slope[feature] = (slope[feature] ?? 0) + step * (value[n] ?? 0);
      }
    }
    const rate = RATE / Math.sqrt(1 + round / 20);
    for (const feature of used) {
      const weight = of[feature] ?? 0;
      const down = (slope[feature] ?? 0) + learner.l2 * weight;
      const square = (squares[feature] ?? 0) + down * down;
      squares[feature] = square;
      of[feature] = weight - (rate * down) / Math.sqrt(square);
    }
    biasSquares += biasSlope * biasSlope;
    bias -= (rate * biasSlope) / Math.sqrt(biasSquares);
  }
  return {
    bias,
    of: scale === null ? of : of.map((weight, feature) => weight * (scale[feature] ?? 1)),
  };
}

export function scoreOf({ bias, of }: Weights, features: Example["features"]): number {
  return features.reduce((sum, [feature, value]) => sum + (of[feature] ?? 0) * value, bias);
}

function slopeOf(loss: Learner["loss"], score: number, scam: boolean): number {
  if (loss === "logistic") return 1 / (1 + Math.exp(-score)) - (scam ? 1 : 0);
  const sign = scam ? 1 : -1;
  return -2 * sign * Math.max(0, 1 - sign * score);
}

function bayesRatios(given: readonly Example[], size: number): Float64Array {
  const count = { scam: new Float64Array(size).fill(1), benign: new Float64Array(size).fill(1) };
  const total = { scam: 2, benign: 2 };
  for (const { features, scam } of given) {
    const kind = scam ? "scam" : "benign";
    total[kind]++;
    for (const [feature] of features) count[kind][feature] = (count[kind][feature] ?? 0) + 1;
  }
  return count.scam.map((scams, feature) =>
    Math.abs(Math.log(scams / total.scam / ((count.benign[feature] ?? 1) / total.benign))),
  );
}
