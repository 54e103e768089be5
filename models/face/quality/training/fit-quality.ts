import { mean, quantile } from '../../../evaluation/index.ts';
import { featuresForMatching, type QualityModel } from '../quality.ts';
import type { QualityExample } from './example.ts';

/*
 * Face quality learned from how well photos match. The cosine of two photos of one person is taken to be what each of the
 * two brings, added; what a photo brings is a line through its features, fitted by least squares with a ridge, and no
 * feature may count against what it stands for. The line is laid on a scale where 0 is a photo that another of the usual
 * kind is as likely to miss as to find, and 100 what the best hundredth brings.
 */

const ridge = 0.01;
const rounds = 200;
const best = 0.99;
/** Keeps a feature that never changes from dividing by nothing. */
const tiny = 1e-9;

/** @param threshold cosine at which two photos match */
export function fitQuality({ photos, genuine }: QualityExample, threshold: number): QualityModel {
  const usualStability = mean(photos.flatMap(({ quality }) => quality.measures.stability ?? []));
  const features = photos.map(({ quality }) => featuresForMatching(quality.measures, usualStability));
  const pairs = genuine.map(({ samples: [one, other] }) =>
    features[one].map((value, k) => value + features[other][k]),
  );
  const weights = descend(
    pairs,
    genuine.map(({ score }) => score),
  );
  const bias = mean(genuine.map(({ score }, i) => score - dot(weights, pairs[i]))) / 2;
  const brought = features.map((own) => bias + dot(weights, own));
  const floor = threshold - quantile(brought, 0.5);
  const scale = 1 / (quantile(brought, best) - floor);
  return { weights: weights.map((weight) => scale * weight), bias: scale * (bias - floor), usualStability };
}

/** Weights, none below zero, by coordinate descent over the standardised features. */
function descend(rows: readonly (readonly number[])[], targets: readonly number[]): number[] {
  const columns = rows[0].map((_, k) => standardised(rows.map((row) => row[k])));
  const weights = columns.map(() => 0);
  const middle = mean(targets);
  const residuals = targets.map((target) => target - middle);
  for (let round = 0; round < rounds; round++)
    for (const [k, { values }] of columns.entries()) {
      const pull = mean(values.map((value, i) => value * residuals[i]));
      const change = Math.max(0, (pull + weights[k]) / (1 + ridge)) - weights[k];
      weights[k] += change;
      for (const [i, value] of values.entries()) residuals[i] -= change * value;
    }
  return weights.map((weight, k) => weight / columns[k].deviation);
}

function standardised(values: readonly number[]) {
  const middle = mean(values);
  const deviation = Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) + tiny;
  return { values: values.map((value) => (value - middle) / deviation), deviation };
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, k) => sum + value * b[k], 0);
