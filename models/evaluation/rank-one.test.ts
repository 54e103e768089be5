import { expect, it } from 'vitest';
import type { Comparison } from './comparison.ts';
import { rankOne } from './rank-one.ts';

function compared(probe: number, candidate: number, genuine: boolean, score: number): Comparison {
  return { probe, candidate, genuine, score };
}

it('counts the pictures whose likest other picture is of the same finger', () => {
  // 0 and 1 are of one finger, 2 and 3 of another; 3 is more like 0 than like 2.
  const comparisons = [
    compared(0, 1, true, 50),
    compared(0, 2, false, 5),
    compared(0, 3, false, 20),
    compared(1, 2, false, 5),
    compared(1, 3, false, 5),
    compared(2, 3, true, 10),
  ];
  expect(rankOne(comparisons)).toBe(3 / 4);
});

it('counts a tie against the engine', () => {
  expect(rankOne([compared(0, 1, true, 0), compared(0, 2, false, 0)])).toBe(0);
});

it('leaves out pictures that could not have been found, and those with nothing to be mistaken for', () => {
  // Only 0 was compared with its own finger and with another.
  expect(rankOne([compared(0, 1, true, 9), compared(0, 2, false, 1)])).toBe(1);
  expect(rankOne([compared(0, 1, true, 9)])).toBeNaN();
});
