#!/usr/bin/env node
// npx node scripts/train/message-model.ts FILE: trains the model of messages on a CSV with the columns label (1 scam),
// sender_type and content, and writes src/content/message-model.json. The same file gives the same bytes: no chance,
// no clock. It also says what recall cross-validation gives, messages that are nearly the same staying together.
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readMessagesFile } from "../../src/cli/evaluate/read-messages.ts";
import { readSnapshotFolder } from "../../src/cli/read-snapshot-folder.ts";
import { FEATURES } from "../../src/core/message/features.ts";
import {
  createMessageJudge,
  createMessageReader,
  messageFeatures,
} from "../../src/core/message/judge-message.ts";
import { readMessage } from "../../src/core/message/message-text.ts";
import { DEFAULT_POLICY } from "../../src/core/policy/policy.ts";
import { openKnowledge } from "../../src/core/verdict/knowledge.ts";

const FOLDS = 10;
const FALSE_ALARMS = 0.01;
const ROUNDS = 400;
const RATE = 0.5;
/** Strength of the pull of weights towards zero. */
const L2 = 0.004;
/** Share of common three-word runs from which on two messages count as one campaign. */
const ALIKE = 0.4;

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: message-model.ts FILE");
const messages = await readMessagesFile(file);
const root = fileURLToPath(new URL("../..", import.meta.url));
const { files } = await readSnapshotFolder(`${root}/assets/snapshot`, () => true);
const knowledge = openKnowledge(files, {
  feedVersion: 0,
  policy: DEFAULT_POLICY,
  overriddenUntil: () => null,
});
const read = createMessageReader(knowledge);
/** Warns for what needs no model: addresses, and plain traps. */
const rules = createMessageJudge(knowledge, {
  threshold: { known: 2, unknown: 2 },
  probability: () => 0,
});
// Each message twice: who pastes a text into the popup does not say who sent it.
const samples = messages.map(({ content, sender, scam }) => ({
  known: messageFeatures(read(content, sender)),
  unknown: messageFeatures(read(content, null)),
  warned: {
    known: rules(content, sender).level !== "none",
    unknown: rules(content, null).level !== "none",
  },
  scam,
}));
type Sample = (typeof samples)[number];
type Kind = "known" | "unknown";
interface Weights {
  bias: number;
  of: Float64Array;
}

const folds = intoFolds(campaigns(messages.map(({ content }) => content)));
const scores = { known: [] as number[], unknown: [] as number[] };
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = rounded(train(samples.filter((_, i) => folds[i] !== fold)));
  samples.forEach((sample, i) => {
    if (folds[i] !== fold) return;
    for (const kind of ["known", "unknown"] as const) {
      scores[kind][i] = score(weights, sample[kind]);
    }
  });
}
const benign = samples.filter(({ scam }) => !scam);
const counts = { scam: samples.length - benign.length, benign: benign.length };

const whole = train(samples);
const { scale, steps } = quantised(whole);
const model = {
  version: 1,
  trainedOn: "SMS in Vietnamese, 2018 to 2025, labelled by people; digits masked",
  counts,
  known: measured("known"),
  unknown: measured("unknown"),
  bias: Number(whole.bias.toFixed(4)),
  scale,
  weights: Buffer.from(steps.buffer).toString("base64"),
};
await writeFile(`${root}/src/content/message-model.json`, `${JSON.stringify(model, null, 2)}\n`);
process.stderr.write(`${JSON.stringify({ ...model, weights: `${steps.length} bytes` })}\n`);

/** The threshold at which FALSE_ALARMS are given, and what is found there, by cross-validation. */
function measured(kind: Kind) {
  const given = samples.map(({ scam, warned }, i) => ({
    scam,
    score: warned[kind] ? Number.POSITIVE_INFINITY : (scores[kind][i] ?? 0),
  }));
  const honest = given.filter(({ scam }) => !scam).map(({ score }) => score);
  honest.sort((a, b) => b - a);
  const allowed = Math.floor(honest.length * FALSE_ALARMS);
  const cut = ((honest[allowed] ?? 0) + (honest[allowed - 1] ?? 0)) / 2;
  const threshold = Number((1 / (1 + Math.exp(-cut))).toFixed(4));
  const line = Math.log(threshold / (1 - threshold));
  const above = (isScam: boolean) =>
    given.filter(({ scam, score }) => scam === isScam && score >= line).length;
  return {
    threshold,
    recall: Number((above(true) / counts.scam).toFixed(4)),
    falseAlarms: Number((above(false) / counts.benign).toFixed(4)),
  };
}

function score({ bias, of }: Weights, features: readonly number[]): number {
  return features.reduce((sum, feature) => sum + (of[feature] ?? 0), bias);
}

/** Logistic regression by gradient descent over all samples, both kinds weighing alike in sum. */
function train(given: readonly Sample[]): Weights {
  const weights: Weights = { bias: 0, of: new Float64Array(FEATURES) };
  const squares = new Float64Array(FEATURES + 1).fill(1e-6);
  const scams = given.filter(({ scam }) => scam).length;
  const weightOf = { true: 0.5 / scams, false: 0.5 / (given.length - scams) };
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(FEATURES + 1);
    for (const { known, unknown, scam } of given) {
      for (const features of [known, unknown]) {
        const miss = 1 / (1 + Math.exp(-score(weights, features))) - (scam ? 1 : 0);
        const step = (miss * weightOf[`${scam}`]) / 2;
        for (const feature of features) slope[feature] = (slope[feature] ?? 0) + step;
        slope[FEATURES] = (slope[FEATURES] ?? 0) + step;
      }
    }
    for (let at = 0; at <= FEATURES; at++) {
      const weight = at === FEATURES ? 0 : (weights.of[at] ?? 0);
      const down = (slope[at] ?? 0) + L2 * weight;
      // Adagrad: rare features take bigger steps.
      squares[at] = (squares[at] ?? 0) + down * down;
      const change = (RATE * down) / Math.sqrt(squares[at] ?? 1) / Math.sqrt(1 + round / 20);
      if (at === FEATURES) weights.bias -= change;
      else weights.of[at] = weight - change;
    }
  }
  return weights;
}

function quantised({ of }: Weights): { scale: number; steps: Int8Array<ArrayBuffer> } {
  const largest = of.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = Number((largest / 127).toPrecision(4));
  return { scale, steps: Int8Array.from(of, (weight) => Math.round(weight / scale)) };
}

/** As the shipped weights are: measured on what people get. */
function rounded(weights: Weights): Weights {
  const { scale, steps } = quantised(weights);
  return { bias: weights.bias, of: Float64Array.from(steps, (step) => step * scale) };
}

/** For each message the number of its campaign: messages that are nearly the same, through any chain of others. */
function campaigns(contents: readonly string[]): number[] {
  const runs = contents.map((content) => {
    const words = readMessage(content).words.map((word) => (/\d/.test(word) ? "#" : word));
    const found = new Set<string>();
    for (let at = 0; at + 2 < Math.max(words.length, 3); at++) {
      found.add(words.slice(at, at + 3).join(" "));
    }
    return found;
  });
  const parent = contents.map((_, i) => i);
  const top = (i: number): number => {
    let at = i;
    while ((parent[at] ?? at) !== at) at = parent[at] ?? at;
    return at;
  };
  for (let i = 0; i < runs.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [runs[i] ?? new Set(), runs[j] ?? new Set()];
      if (Math.min(a.size, b.size) < ALIKE * Math.max(a.size, b.size)) continue;
      let common = 0;
      for (const run of a) if (b.has(run)) common++;
      if (common >= ALIKE * (a.size + b.size - common)) parent[top(i)] = top(j);
    }
  }
  return contents.map((_, i) => top(i));
}

/** Whole campaigns dealt out, the largest first, to the fold that has least. */
function intoFolds(groups: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const fill = new Array<number>(FOLDS).fill(0);
  const foldOf = new Map<number, number>();
  for (const [group, size] of [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    const least = fill.indexOf(Math.min(...fill));
    foldOf.set(group, least);
    fill[least] = (fill[least] ?? 0) + size;
  }
  return groups.map((group) => foldOf.get(group) ?? 0);
}
