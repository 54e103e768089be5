import { expect, test } from 'vitest';
import { backOff } from './back-off.ts';

test('the wait doubles from half a minute to six hours', () => {
  const waits = [1, 2, 3, 20].map((failures) => backOff(failures, () => 0));
  expect(waits).toEqual([30_000, 60_000, 120_000, 6 * 3_600_000]);
});

test('chance takes off up to half', () => {
  expect(backOff(1, () => 1)).toBe(15_000);
});
