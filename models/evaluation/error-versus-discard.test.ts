import { expect, test } from 'vitest';
import { errorVersusDiscard } from './error-versus-discard.ts';

const genuine = [
  { samples: [0, 1], score: 50 },
  { samples: [0, 2], score: 20 },
  { samples: [1, 2], score: 10 },
  { samples: [3, 4], score: 40 },
] as const;

test('misses vanish when the sample that causes them is rated worst', () => {
  expect(errorVersusDiscard(genuine, [90, 80, 10, 70, 60], 30, [0, 0.2, 0.4])).toEqual([0.5, 0, 0]);
});

test('a quality that rates the wrong sample worst does not help', () => {
  expect(errorVersusDiscard(genuine, [90, 80, 70, 10, 60], 30, [0, 0.2])).toEqual([0.5, 2 / 3]);
});

test('with all samples discarded there is no rate', () => {
  expect(errorVersusDiscard(genuine, [1, 2, 3, 4, 5], 30, [1])).toEqual([Number.NaN]);
});
