import { mean, quantile } from '../../evaluation/index.ts';
import type { QualityModel } from '../extraction/quality.ts';

/*
 * Print quality learned from how well prints match: a line through the measures of a print to the mean log score of it
 * and its likes (ridge regression by coordinate descent). Each set counts about its own mean, so that what differs
 * between sensors and people does not teach. The line is then laid on the scale of 0 to 100.
 */

export interface QualityExample {
  readonly set: string;
  /** Sets of one family share fingers. */
  readonly family: string;
  /** As of `qualityFeatures`. */
  readonly features: readonly number[];
  /** Mean log score against the other prints of the finger. */
  readonly worth: number;
}

const ridge = 0.02;
const rounds = 300;
/** What one print in twenty stays below, and one in twenty exceeds: it keeps the scale where sites set their limits. */
const low = { share: 0.05, quality: 45 };
const high = { share: 0.95, quality: 87 };

export function fitQuality(examples: readonly QualityExample[]): QualityModel {
  const centred = centre(examples);
  const deviations = examples[0].features.map((_, k) =>
    Math.sqrt(mean(centred.map((one) => one.features[k] ** 2))),
  );
  const raw = descend(centred, deviations).map((weight, k) => weight / deviations[k]);
  const values = examples.map(({ features }) => dot(raw, features));
  const from = quantile(values, low.share);
  const scale = (high.quality - low.quality) / (quantile(values, high.share) - from);
  return { weights: raw.map((weight) => scale * weight), bias: low.quality - scale * from };
}

/** Quality of every example by a line fitted without its family. */
export function heldOutQuality(examples: readonly QualityExample[]): number[] {
  const qualities = new Float64Array(examples.length);
  for (const [family, places] of Map.groupBy(examples.keys(), (at) => examples[at].family)) {
    const { weights, bias } = fitQuality(examples.filter((one) => one.family !== family));
    for (const at of places) qualities[at] = bias + dot(weights, examples[at].features);
  }
  return [...qualities];
}

function centre(examples: readonly QualityExample[]): readonly QualityExample[] {
  return [...Map.groupBy(examples, ({ set }) => set).values()].flatMap((own) => {
    const worth = mean(own.map((one) => one.worth));
    const means = own[0].features.map((_, k) => mean(own.map(({ features }) => features[k])));
    return own.map((one) => ({
      ...one,
      worth: one.worth - worth,
      features: one.features.map((value, k) => value - means[k]),
    }));
  });
}

/** Weights of the standardised features. */
function descend(examples: readonly QualityExample[], deviations: readonly number[]): number[] {
  const weights = deviations.map(() => 0);
  const residuals = examples.map(({ worth }) => worth);
  for (let round = 0; round < rounds; round++)
    for (const [k, deviation] of deviations.entries()) {
      const pull = mean(examples.map(({ features }, i) => (features[k] / deviation) * residuals[i]));
      const change = (pull + weights[k]) / (1 + ridge) - weights[k];
      weights[k] += change;
      for (const [i, { features }] of examples.entries()) residuals[i] -= (change * features[k]) / deviation;
    }
  return weights;
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, k) => sum + value * b[k], 0);
