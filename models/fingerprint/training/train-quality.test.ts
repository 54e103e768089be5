import { describe, expect, it } from 'vitest';
import { growFinger, impress } from '../synthetic/index.ts';
import { randomFrom } from '../synthetic/random.ts';
import { fitQuality, heldOutQuality, type QualityExample } from './fit-quality.ts';
import { lookAt } from './observe-quality.ts';
import { trainQuality } from './train-quality.ts';

describe('learned quality', () => {
  const random = randomFrom(1);
  const examples = Array.from({ length: 300 }, (_, i): QualityExample => {
    const set = `set ${i % 3}`;
    const features = [random(), random() + (i % 3)];
    // The second feature differs between the sets as their worth does, the other way round than within them.
    return {
      set,
      family: set,
      features,
      worth: 2 * features[0] - features[1] + 5 * (i % 3) + 0.1 * random(),
    };
  });

  it('follows what makes prints match within a set, not what differs between sets', () => {
    const { weights } = fitQuality(examples);
    expect(weights[0]).toBeGreaterThan(0);
    expect(weights[1] / weights[0]).toBeCloseTo(-0.5, 1);
  });

  it('leaves nine prints in ten between 45 and 87', () => {
    const { weights, bias } = fitQuality(examples);
    const qualities = examples.map(
      ({ features }) => bias + weights[0] * features[0] + weights[1] * features[1],
    );
    const between = qualities.filter((quality) => quality >= 45 && quality <= 87).length;
    expect(between / examples.length).toBeCloseTo(0.9, 1);
  });

  it('of sets it has not seen still tells good prints from poor ones', () => {
    const quality = heldOutQuality(examples);
    for (const set of ['set 0', 'set 1', 'set 2']) {
      const own = [...examples.keys()].filter((at) => examples[at].set === set);
      own.sort((a, b) => quality[a] - quality[b]);
      expect(examples[own[own.length - 1]].worth).toBeGreaterThan(examples[own[0]].worth);
    }
  });
});

it('of two sets tells which prints will match, and of one alone says that it cannot', () => {
  // Three good touches of each finger, and two of opposite corners of it, which have nothing in common.
  const touches = [
    {},
    {},
    {},
    { contact: 0.28, noise: 1.5, shift: { x: 4, y: 4 } },
    { contact: 0.28, noise: 1.5, shift: { x: -4, y: -4 } },
  ];
  const setOf = (family: string, seeds: readonly number[]) => ({
    name: family,
    family,
    prints: seeds.flatMap((seed) =>
      touches.flatMap((touch, at) => {
        const seen = lookAt(impress(growFinger(seed), { seed: at, ...touch }));
        return seen ? [{ finger: `${seed}`, ...seen }] : [];
      }),
    ),
  });
  const a = setOf('a', [1, 2, 3, 4, 5, 6]);
  const b = setOf('b', [7, 8, 9, 10, 11, 12]);
  const training = trainQuality([a, b]);
  if (training.outcome !== 'trained') throw new Error(training.outcome);
  const rates = training.heldOut.map(({ falseNonMatchRate }) => falseNonMatchRate);
  expect(rates[0]).toBeGreaterThan(0);
  expect(rates[rates.length - 1]).toBeLessThan(rates[0]);
  expect(trainQuality([a])).toEqual({ outcome: 'too-few-prints', family: 'a' });
});
