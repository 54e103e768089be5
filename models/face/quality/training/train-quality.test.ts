import { expect, test } from 'vitest';
import type { QualityPhoto } from '../observe-quality.ts';
import { featuresForMatching, qualityOf } from '../quality.ts';
import { usual } from '../test/usual.ts';
import { trainFaceQuality } from './train-quality.ts';

/* People drawn from numbers: a template is who somebody is, plus noise that grows as stability falls. */

function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647 - 0.5;
  };
}

function people(count: number): QualityPhoto[] {
  const random = randomNumbers(7);
  const drawn = (length: number) => Array.from({ length }, random);
  return Array.from({ length: count }, (_, person) => {
    const own = drawn(16);
    return Array.from({ length: 4 }, (_, at) => {
      const instability = 0.003 + 0.005 * (random() + 0.5);
      const noise = drawn(16).map((value) => 70 * instability * value);
      const vector = own.map((value, i) => value + noise[i]);
      const norm = Math.hypot(...vector);
      const quality = qualityOf({ ...usual, stability: 1 - instability });
      return {
        person: String(person),
        name: `${person}_${at}`,
        vector: Float32Array.from(vector, (value) => value / norm),
        quality,
      };
    });
  }).flat();
}

test('what is learned foretells the misses of people it has not seen', () => {
  const training = trainFaceQuality(people(60));
  if (training.outcome !== 'trained') throw new Error(training.outcome);
  expect(training).toMatchObject({ photos: 240, genuine: 360 });
  const [all, , , , best] = training.heldOut;
  expect(all.falseNonMatchRate).toBeGreaterThan(0.02);
  expect(best.falseNonMatchRate).toBeLessThan(0.8 * all.falseNonMatchRate);
});

test('what does not vary, or counts against what it stands for, gets no weight', () => {
  const training = trainFaceQuality(people(60));
  if (training.outcome !== 'trained') throw new Error(training.outcome);
  const { weights, bias } = training.model;
  const [stability, ...others] = weights;
  expect(stability).toBeGreaterThan(0);
  for (const weight of others) expect(weight).toBeCloseTo(0, 6);
  expect(weights).toHaveLength(featuresForMatching(usual).length);
  expect(Number.isFinite(bias)).toBe(true);
});

test('too few photos teach nothing', () => {
  expect(trainFaceQuality(people(3))).toEqual({ outcome: 'too-few-photos' });
});
