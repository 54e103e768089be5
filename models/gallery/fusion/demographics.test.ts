import { expect, test } from 'vitest';
import { type Demographics, demographicDecibels, shareOfName } from './demographics.ts';

const unknown: Demographics = {
  nameAlike: 0,
  nameShare: 0.001,
  birth: null,
  sexAgrees: null,
  guardianAlike: null,
};
const decibels = (known: Partial<Demographics>) => demographicDecibels({ ...unknown, ...known });

test('a name is worth more the rarer it is', () => {
  const worth = [0.02, 0.001, 0.00001].map((nameShare) => decibels({ nameAlike: 1, nameShare }));
  expect(worth.map(Math.round)).toEqual([13, 26, 46]);
});

test('a birth is worth more the more exactly both are known', () => {
  const worth = (['date', 'year', 'age'] as const).map((known) =>
    decibels({ nameAlike: 1, birth: { known, agrees: true } }),
  );
  expect(worth.map(Math.round)).toEqual([60, 41, 34]);
});

test('details that differ, all of them, take off no more than 3 dB', () => {
  const allDiffer = decibels({
    birth: { known: 'date', agrees: false },
    sexAgrees: false,
    guardianAlike: 0.1,
  });
  expect(allDiffer).toBeLessThan(decibels({}));
  expect(allDiffer).toBeGreaterThan(-3.02);
});

test('what agrees speaks for one person the more there is of it, and sex by agreeing not at all', () => {
  const name = decibels({ nameAlike: 0.9 });
  expect(decibels({ nameAlike: 0.9, guardianAlike: 0.9 })).toBeGreaterThan(name + 20);
  expect(decibels({ nameAlike: 0.9, sexAgrees: true })).toBe(name);
  expect(decibels({ nameAlike: 0.9, sexAgrees: false })).toBeLessThan(name - 10);
});

test('how common a name is follows those counted, once they are many', () => {
  expect(shareOfName(0, 0)).toBeCloseTo(0.001, 9);
  expect(shareOfName(1, 10)).toBeCloseTo(0.002, 3);
  expect(shareOfName(5000, 1_000_000)).toBeCloseTo(0.005, 4);
  expect(shareOfName(1, 1_000_000)).toBeCloseTo(0.000002, 6);
});
