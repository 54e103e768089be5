import { expect, it } from 'vitest';
import { growFinger, type ImpressionOptions, impress } from '../synthetic/index.ts';
import { extract } from './extract.ts';

const fingers = [1, 2, 3].map(growFinger);

it.each<[string, Omit<ImpressionOptions, 'seed'>, string | null]>([
  ['a good touch', { contact: 1 }, null],
  ['a dry finger', { pressure: -0.5, noise: 0.5, contact: 1 }, 'too-dry'],
  ['a wet finger', { pressure: 1.45, noise: 0.5, contact: 1, shift: { x: 0, y: 0 } }, 'too-wet'],
  ['a fingertip', { contact: 0.4, shift: { x: 0, y: 0 } }, 'too-little-contact'],
  ['a finger far to the right', { shift: { x: 7, y: 0 } }, 'off-centre'],
  ['a finger far too high', { shift: { x: 0, y: -9 } }, 'off-centre'],
])('%s gets the advice it needs', (_what, options, advice) => {
  for (const finger of fingers)
    expect(extract(impress(finger, { seed: 1, ...options }))).toMatchObject({ outcome: 'extracted', advice });
});
