import { expect, test } from 'vitest';
import { evaluateSearch } from './evaluate-search.ts';
import { growGallery, touchAgain } from './synthetic/index.ts';

const fingers = growGallery(60, 1);
const touched = (finger: number) => ({ finger: `${finger}`, template: touchAgain(fingers[finger], 1) });
const first = fingers.map((template, finger) => ({ finger: `${finger}`, template }));

test('a search among good prints finds the right finger, and comparing few of them loses none', () => {
  const evaluation = evaluateSearch([{ family: 'a', prints: [...first, touched(0), touched(1)] }]);
  expect(evaluation).toMatchObject({ prints: 62, pairs: 4, foundFirst: 1 });
  for (const { rate } of evaluation.lost) expect(rate).toBe(0);
});

test('the same fingers in another set of the family are neither the right ones nor strangers', () => {
  const other = {
    family: 'a',
    prints: first.map(({ finger }, at) => ({ finger, template: touchAgain(fingers[at], 2) })),
  };
  const evaluation = evaluateSearch([{ family: 'a', prints: [...first, touched(0)] }, other]);
  expect(evaluation).toMatchObject({ prints: 121, pairs: 2, foundFirst: 1 });
});

test('without two prints of one finger there is nothing to search for', () => {
  expect(() => evaluateSearch([{ family: 'a', prints: first }])).toThrow(RangeError);
});
