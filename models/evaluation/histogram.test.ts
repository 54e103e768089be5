import { expect, it } from 'vitest';
import { histogram } from './histogram.ts';

const bins = { from: 0, to: 10, count: 5 };

it('counts a score on an edge in the bin above it', () => {
  expect(histogram([0, 1.99, 2, 9], bins)).toEqual([2, 1, 0, 0, 1]);
});

it('loses no score: those beyond the ends are in the bins there', () => {
  expect(histogram([-3, 10, 400, Number.POSITIVE_INFINITY], bins)).toEqual([1, 0, 0, 0, 3]);
});
