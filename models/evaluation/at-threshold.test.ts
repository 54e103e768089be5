import { expect, it } from 'vitest';
import { falseMatchRate, falseNonMatchRate } from './at-threshold.ts';
import { checkCalibration, promisedRate } from './calibration-check.ts';

it('a score on the threshold is accepted, on both sides', () => {
  expect(falseMatchRate([10, 39.9, 40, 41], 40)).toBe(0.5);
  expect(falseNonMatchRate([10, 39.9, 40, 41], 40)).toBe(0.5);
});

it('nothing has no rate', () => {
  expect(falseMatchRate([], 40)).toBeNaN();
  expect(falseNonMatchRate([], 40)).toBeNaN();
});

it('scores that keep their promise measure what their decibels promise', () => {
  // The i-th of n strangers scores as high as a share of (i + 1) / n of them.
  const scores = Array.from({ length: 100_000 }, (_, i) => -10 * Math.log10((i + 1) / 100_000));
  for (const { decibels, falseMatchRate: measured } of checkCalibration(scores))
    expect(measured / promisedRate(decibels)).toBeCloseTo(1, 1);
});
