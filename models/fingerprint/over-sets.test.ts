import { expect, it } from 'vitest';
import type { FingerprintEvaluation } from './evaluate.ts';
import { figuresOverSets } from './over-sets.ts';

/** A set with these scores; only what is pooled or averaged matters here. */
function measured(
  genuine: readonly number[],
  impostor: readonly number[],
  eer: number,
): FingerprintEvaluation {
  return {
    images: 4,
    genuine: genuine.length,
    impostor: impostor.length,
    eer,
    fmr100: eer,
    fmr1000: eer,
    zeroFmr: eer,
    failedToExtract: 1,
    extractMs: { median: 100 * eer, p95: 0 },
    comparisonsPerSecond: 1,
    templateBytes: { median: 0, max: 0 },
    rank1: 1 - eer,
    scores: { genuine, impostor },
    comparisons: [],
  };
}

it('sets that are each told apart perfectly still err at one threshold for all', () => {
  const strict = measured([20, 30], [5, 10], 0);
  const generous = measured([60, 70], [25, 45], 0);
  const { mean, pooled } = figuresOverSets([strict, generous]);
  expect(mean).toMatchObject({ eer: 0, zeroFmr: 0, rank1: 1 });
  expect(pooled).toMatchObject({ images: 8, genuine: 4, impostor: 4, failedToExtract: 2 });
  expect(pooled.eer).toBe(0.25);
  expect(pooled.zeroFmr).toBe(0.5);
  expect(pooled.decision).toEqual({ decibels: 40, falseNonMatchRate: 0.5, falseMatchRate: 0.25 });
  expect(pooled.calibration).toEqual([
    { decibels: 10, falseMatchRate: 0.75 },
    { decibels: 20, falseMatchRate: 0.5 },
    { decibels: 30, falseMatchRate: 0.25 },
    { decibels: 40, falseMatchRate: 0.25 },
  ]);
});

it('a set weighs the same in the mean whatever its size', () => {
  const small = measured([50], [1], 0.02);
  const large = measured([50, 50, 50], [1, 1, 1], 0.04);
  const { mean } = figuresOverSets([small, large]);
  expect(mean.eer).toBeCloseTo(0.03);
  expect(mean.extractMs.median).toBeCloseTo(3);
});
