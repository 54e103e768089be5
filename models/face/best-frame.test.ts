import { expect, test } from 'vitest';
import { type BestFrame, noFrame, withFrame } from './best-frame.ts';
import type { FaceHint } from './quality/advice.ts';

type Look = readonly [at: number, hint: FaceHint, merit?: number];

/** The pictures are named by when they were taken. */
function watched(...looks: readonly Look[]): BestFrame<number> {
  return looks.reduce<BestFrame<number>>(
    (before, [at, hint, merit = 0.5]) => withFrame(before, { picture: at, hint, merit, at }),
    noFrame,
  );
}

test('of the good frames of a second the best is taken', () => {
  const looks: readonly Look[] = [
    [0, 'good', 0.5],
    [300, 'good', 0.9],
    [600, 'good', 0.4],
    [1000, 'good', 0.6],
  ];
  expect(watched(...looks.slice(0, 3))).toMatchObject({ state: 'hold', best: { picture: 300 } });
  expect(watched(...looks)).toEqual({ state: 'captured', picture: 300 });
});

test('of equally good frames the newest is taken', () => {
  expect(watched([0, 'good'], [500, 'good'], [1000, 'good'])).toEqual({ state: 'captured', picture: 1000 });
});

test('nothing is taken of a person who never stands well', () => {
  expect(watched([0, 'come-closer'], [600, 'come-closer'], [1200, 'look-here'])).toBe(noFrame);
});

test('a blink is passed over', () => {
  expect(watched([0, 'good', 0.8], [300, 'open-eyes', 0.9], [600, 'good'], [1000, 'good'])).toEqual({
    state: 'captured',
    picture: 0,
  });
});

test('who looks away for long begins anew', () => {
  expect(
    watched([0, 'good', 0.9], [200, 'look-here'], [500, 'look-here'], [900, 'good'], [1100, 'good']),
  ).toMatchObject({
    state: 'hold',
    since: 900,
    best: { picture: 1100 },
  });
});

test.each(['no-face', 'one-person-only'] as const)('%s: whoever comes next begins anew', (hint) => {
  expect(watched([0, 'good', 0.9], [400, 'good', 0.9], [500, hint])).toBe(noFrame);
});

test('on a slow machine three frames are waited for', () => {
  expect(watched([0, 'good'], [1500, 'good'])).toMatchObject({ state: 'hold', frames: 2 });
  expect(watched([0, 'good'], [1500, 'good'], [3000, 'good'])).toMatchObject({ state: 'captured' });
});

test('what was taken stays taken', () => {
  const taken = watched([0, 'good', 0.9], [500, 'good'], [1000, 'good']);
  expect(withFrame(taken, { picture: 1100, hint: 'good', merit: 1, at: 1100 })).toBe(taken);
});
