export interface Weights {
  bias: number;
  of: Readonly<Record<string, number>>;
}

export interface Sample {
  features: readonly string[];
  scam: boolean;
}

/** How sure the prior is: weights stay within about 1/sqrt of this, in log-odds, unless the pages say otherwise. */
const TRUST = 2;
/** A false alarm costs as much as so many misses. */
const COST = 3;
const ROUNDS = 300;

/**
 * Logistic weights that explain the samples while staying near the prior (maximum a posteriori with a Gaussian prior),
 * by coordinate descent. No weight changes its sign: evidence never speaks for a page, context never against it, so
 * that every reason that is shown did weigh. A feature without prior starts from zero and is bound to its family's sign.
 */
export function fitWeights(samples: readonly Sample[], prior: Weights): Weights {
  const names = [
    ...new Set([...Object.keys(prior.of), ...samples.flatMap(({ features }) => features)]),
  ].sort();
  const having = new Map(names.map((name) => [name, [] as number[]]));
  samples.forEach(({ features }, i) => {
    for (const feature of new Set(features)) having.get(feature)?.push(i);
  });
  const of: Record<string, number> = {};
  for (const name of names) of[name] = prior.of[name] ?? 0;
  let bias = prior.bias;
  const scores = samples.map(({ features }) =>
    [...new Set(features)].reduce((sum, feature) => sum + (of[feature] ?? 0), bias),
  );
  /** Newton's step for one weight, given where it stands and where the prior has it. */
  const step = (at: readonly number[], weight: number, believed: number): number => {
    let slope = TRUST * (weight - believed);
    let bend = TRUST;
    for (const i of at) {
      const likely = 1 / (1 + Math.exp(-(scores[i] ?? 0)));
      const scam = samples[i]?.scam === true;
      const cost = scam ? 1 : COST;
      slope += cost * (likely - (scam ? 1 : 0));
      bend += cost * likely * (1 - likely);
    }
    return -slope / bend;
  };
  const move = (at: readonly number[], by: number) => {
    for (const i of at) scores[i] = (scores[i] ?? 0) + by;
  };
  const everywhere = samples.map((_, i) => i);
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) {
      const at = having.get(name) ?? [];
      const weight = of[name] ?? 0;
      const free = weight + step(at, weight, prior.of[name] ?? 0);
      const bound = name.startsWith("context:") ? Math.min(0, free) : Math.max(0, free);
      move(at, bound - weight);
      of[name] = bound;
    }
    const by = step(everywhere, bias, prior.bias);
    move(everywhere, by);
    bias += by;
  }
  return rounded({ bias, of });
}

/** As they are shipped; weights of nothing are left out. */
function rounded({ bias, of }: Weights): Weights {
  const two = (value: number) => Math.round(value * 100) / 100;
  return {
    bias: two(bias),
    of: Object.fromEntries(
      Object.entries(of).flatMap(([name, weight]) =>
        two(weight) === 0 ? [] : [[name, two(weight)]],
      ),
    ),
  };
}
