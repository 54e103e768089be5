import { describe, expect, it } from 'vitest';
import { errorRates, quantile } from './metrics.ts';

describe('error rates', () => {
  it('are all zero when every genuine score is above every impostor score', () => {
    const rates = errorRates([5, 6, 7], [1, 2, 3, 4]);
    expect(rates).toMatchObject({ eer: 0, fmr100: 0, fmr1000: 0, zeroFmr: 0 });
  });

  it('meet at one quarter when one in four of each side is on the wrong side', () => {
    const rates = errorRates([2, 6, 7, 8], [1, 1.5, 1.8, 5]);
    expect(rates.eer).toBeCloseTo(0.25);
    expect(rates.zeroFmr).toBeCloseTo(0.25);
  });

  it('count a score on the threshold as accepted', () => {
    const rates = errorRates([3, 3], [3, 3]);
    expect(rates.eer).toBeCloseTo(0.5);
    expect(rates.zeroFmr).toBe(1);
  });

  it('find the threshold that lets one impostor in a hundred pass', () => {
    const impostor = Array.from({ length: 200 }, (_, i) => i);
    const rates = errorRates([150, 197.5, 250, 300], impostor);
    expect(rates.fmr100).toBeCloseTo(0.25);
    expect(rates.thresholds.fmr100).toBe(198 - 0.5);
  });

  it('refuse to report on nothing', () => {
    expect(() => errorRates([], [1])).toThrow(RangeError);
    expect(() => errorRates([1], [Number.NaN])).toThrow(RangeError);
  });
});

it('a quantile interpolates between the two nearest values', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([], 0.5)).toBeNaN();
});
