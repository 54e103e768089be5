import { expect, it } from 'vitest';
import { falseMatchRate, falseNonMatchRate } from './at-threshold.ts';
import { errorRates } from './metrics.ts';
import { thresholdAt } from './threshold-at.ts';

it('one impostor in five may pass, and the next score above the second is the threshold', () => {
  const scores = { genuine: [3, 6, 9], impostor: [1, 2, 4, 5, 7] };
  expect(thresholdAt(scores, 0.2)).toBe(6);
  expect(thresholdAt(scores, 0.39)).toBe(6);
  expect(thresholdAt(scores, 0.4)).toBe(5);
});

it('impostors with one score pass together or not at all', () => {
  expect(thresholdAt({ genuine: [6], impostor: [1, 5, 5] }, 0.34)).toBe(6);
});

it('an impostor above everybody leaves no threshold', () => {
  expect(thresholdAt({ genuine: [3], impostor: [1, 5] }, 0.1)).toBe(Number.POSITIVE_INFINITY);
});

it('agrees with the error rates over all operating points', () => {
  const spread = (count: number, centre: number) =>
    Array.from({ length: count }, (_, i) => centre + 10 * Math.sin(i) * Math.cos(7 * i));
  const [genuine, impostor] = [spread(500, 12), spread(5_000, 0)];
  const { fmr1000 } = errorRates(genuine, impostor);
  const threshold = thresholdAt({ genuine, impostor }, 0.001);
  expect(falseNonMatchRate(genuine, threshold)).toBe(fmr1000);
  expect(falseMatchRate(impostor, threshold)).toBeLessThanOrEqual(0.001);
});
