import { describe, expect, test } from 'vitest';
import { errorRates } from '../../evaluation/metrics.ts';
import { growGallery, touchAgain } from '../synthetic/index.ts';
import { fitLogistic } from './logistic.ts';
import type { TrainingSet } from './observe.ts';
import { train } from './train.ts';

/** Ten fingers, four touches each. */
function setOf(name: string, family: string, seed: number): TrainingSet {
  const prints = growGallery(10, seed).flatMap((first, finger) =>
    [first, ...[1, 2, 3].map((touch) => touchAgain(first, touch))].map((template) => ({
      finger: `${finger}`,
      template,
    })),
  );
  return { name, family, prints };
}

const sets = [setOf('a1', 'a', 1), setOf('a2', 'a', 2), setOf('b', 'b', 3)];

describe('training', () => {
  const training = train(sets);
  if (training.outcome !== 'trained') throw new Error(training.outcome);
  const { model, heldOut } = training;

  test('tells fingers apart that it has not seen', () => {
    expect(heldOut.map(({ set }) => set)).toEqual(['a1', 'a2', 'b']);
    for (const { genuine, impostor } of heldOut) {
      expect([genuine.length, impostor.length]).toEqual([10 * 6, 45 * 16]);
      expect(errorRates(genuine, impostor).eer).toBeLessThan(0.02);
    }
  });

  test('stops at early looks only, and only where there is little hope', () => {
    expect(model.looks.proposed.lookCloser).toBeLessThan(0);
    expect(model.looks.unbent.lookCloser).toBeNull();
  });

  test('gives a calibration that ascends, and decibels that as many strangers reach as they promise', () => {
    const { calibration } = model;
    for (const [i, point] of calibration.entries())
      if (i > 0) expect(point.logOdds).toBeGreaterThan(calibration[i - 1].logOdds);
    const strangers = heldOut.flatMap(({ impostor }) => impostor);
    const share = strangers.filter((score) => score >= 10).length / strangers.length;
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.3);
  });

  test('is the same every time', () => {
    expect(train(sets)).toEqual(training);
  });

  test('on one family alone, or on a handful of prints, cannot be checked and is refused', () => {
    expect(train(sets.slice(0, 2))).toEqual({ outcome: 'too-few-prints', family: 'a' });
    const handful = { ...sets[2], prints: sets[2].prints.slice(0, 8) };
    expect(train([sets[0], handful])).toEqual({ outcome: 'too-few-prints', family: 'a' });
  });
});

test('a logistic model finds the odds that examples were made with', () => {
  const examples = [-2, -1, 0, 1, 2].flatMap((x) => {
    const chance = 1 / (1 + Math.exp(-(0.5 + 1.5 * x)));
    return [
      { features: [x], genuine: true, weight: chance },
      { features: [x], genuine: false, weight: 1 - chance },
    ];
  });
  const { bias, weights } = fitLogistic(examples, 1e-9);
  expect(bias).toBeCloseTo(0.5, 4);
  expect(weights[0]).toBeCloseTo(1.5, 4);
});
