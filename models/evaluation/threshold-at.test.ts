import { expect, it } from 'vitest';
import { falseMatchRate, falseNonMatchRate } from './at-threshold.ts';
import { errorRates } from './metrics.ts';
import { thresholdAt } from './threshold-at.ts';

const impostor = [1, 2, 4, 5, 7];

it.each([
  [0.2, 5],
  [0.39, 5],
  [0.4, 4],
  [0, 7],
])('at a rate of %f strangers pass who score above %f, not on it', (rate, refused) => {
  const threshold = thresholdAt(impostor, rate);
  expect(threshold).toBeGreaterThan(refused);
  expect(threshold).toBeCloseTo(refused, 12);
});

it('strangers with one score pass together or not at all', () => {
  expect(falseMatchRate([1, 5, 5], thresholdAt([1, 5, 5], 0.34))).toBe(0);
});

it.each([0, -0.3, 1])('a stranger who scores %f does not pass', (score) => {
  expect(thresholdAt([score], 0)).toBeGreaterThan(score);
});

it('everybody may pass where all may, and where there is nobody', () => {
  expect(thresholdAt(impostor, 1)).toBe(Number.NEGATIVE_INFINITY);
  expect(thresholdAt([], 0.001)).toBe(Number.NEGATIVE_INFINITY);
});

it('agrees with the error rates over all operating points', () => {
  const spread = (count: number, centre: number) =>
    Array.from({ length: count }, (_, i) => centre + 10 * Math.sin(i) * Math.cos(7 * i));
  const [mated, other] = [spread(500, 12), spread(5_000, 0)];
  const threshold = thresholdAt(other, 0.001);
  expect(falseNonMatchRate(mated, threshold)).toBe(errorRates(mated, other).fmr1000);
  expect(falseMatchRate(other, threshold)).toBeLessThanOrEqual(0.001);
});
