import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInCalibration, cosine, faceScore, thresholdsOf } from './scores.ts';

const thresholds = thresholdsOf(builtInCalibration);

describe('the worth of a cosine', () => {
  test('is the measured one at the thresholds', () => {
    expect(faceScore(0.9179)).toBeCloseTo(20);
    expect(faceScore(thresholds.candidate)).toBeCloseTo(30);
    expect(faceScore(0.9474)).toBeCloseTo(40);
    expect(faceScore(thresholds.match)).toBeCloseTo(50);
  });

  test('never falls as the cosine rises, and stays within 0 to 60', () => {
    const any = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [low, high] = [faceScore(Math.min(a, b)), faceScore(Math.max(a, b))];
        return low <= high && low >= 0 && high <= 60;
      }),
    );
  });
});

test('the cosine of vectors of any length', () => {
  expect(cosine(Float32Array.of(3, 0), Float32Array.of(5, 0))).toBeCloseTo(1);
  expect(cosine(Float32Array.of(1, 0), Float32Array.of(0, 2))).toBe(0);
  expect(cosine(Float32Array.of(1, 1), Float32Array.of(-2, -2))).toBeCloseTo(-1);
  expect(cosine(Float32Array.of(0, 0), Float32Array.of(1, 0))).toBe(0);
});
