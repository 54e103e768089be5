import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '#models/fingerprint/synthetic/random.ts';
import { fuseScores, jointDecibels } from './independent-scores.ts';

const draws = 40_000;

/** Shares of strangers' hands whose fused score reaches 3, 10, 20 and 25 dB, and of how many that was promised. */
function rates(fingers: number, fuse: (decibels: number[]) => number, choices = 1) {
  const random = randomFrom(fingers * 100 + choices);
  const stranger = () => -10 * Math.log10(1 - random());
  const fused = Array.from({ length: draws }, () =>
    fuse(
      Array.from({ length: fingers }, () => Math.max(...Array.from({ length: choices }, () => stranger()))),
    ),
  );
  return [3, 10, 20, 25].map((decibels) => {
    const promised = 10 ** (-decibels / 10);
    return {
      rate: fused.filter((score) => score >= decibels).length / draws,
      promised,
      error: 4 * Math.sqrt((promised * (1 - promised)) / draws),
    };
  });
}

describe('strangers with any number of fingers', () => {
  it.each([1, 2, 4, 10])('of %i pass Fisher’s test as often as promised', (fingers) => {
    for (const { rate, promised, error } of rates(fingers, jointDecibels))
      expect(Math.abs(rate - promised)).toBeLessThan(error);
  });

  it.each([1, 2, 4, 10])(
    'of %i pass the fused score no oftener than promised, and not much seldomer',
    (fingers) => {
      for (const { rate, promised, error } of rates(fingers, fuseScores)) {
        expect(rate).toBeLessThan(promised + error);
        expect(rate).toBeGreaterThan(0.4 * promised - error);
      }
    },
  );

  it.each([1, 2, 4])('of %i pass no oftener when the better of two hands counts', (fingers) => {
    const fuse = (decibels: number[]) => fuseScores(decibels, { choices: 2 });
    for (const { rate, promised, error } of rates(fingers, fuse, 2))
      expect(rate).toBeLessThan(promised + error);
  });
});

describe('the fused score', () => {
  it('of one finger is that finger’s, of none nothing', () => {
    expect(fuseScores([33])).toBe(33);
    expect(fuseScores([])).toBe(0);
  });

  it('of several fair fingers is more than that of any', () => {
    // e^(−t)(1 + t) with t = 6 ln 10
    expect(jointDecibels([30, 30])).toBeCloseTo(60 - 10 * Math.log10(1 + 6 * Math.LN10), 9);
    expect(fuseScores([30, 30])).toBeGreaterThan(45);
    expect(fuseScores([20, 20, 20, 20])).toBeGreaterThan(45);
  });

  it('of one good finger among nine bad ones stays good', () => {
    const hand = [60, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    expect(jointDecibels(hand)).toBeLessThan(15);
    expect(fuseScores(hand)).toBeCloseTo(60 - 10 - 10 * Math.log10(2), 9);
  });

  it('rises with every finger’s score, whatever their order, and is never negative or infinite', () => {
    const hand = fc.array(fc.double({ min: 0, max: 2000, noNaN: true }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(hand, fc.nat(9), fc.double({ min: 0, max: 100, noNaN: true }), (scores, at, more) => {
        const fused = fuseScores(scores);
        const better = scores.with(at % scores.length, scores[at % scores.length] + more);
        expect(fused).toBeGreaterThanOrEqual(0);
        expect(fused).toBeLessThan(20_001);
        expect(fuseScores(better)).toBeGreaterThanOrEqual(fused - 1e-6);
        expect(fuseScores(scores.toReversed())).toBeCloseTo(fused, 6);
      }),
    );
  });
});
