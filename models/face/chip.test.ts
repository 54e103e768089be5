import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitSimilarity, fivePointPlacement } from './chip.ts';
import type { Point } from './image.ts';
import { place, pyramid, type Similarity, warp } from './warp.ts';

test('the fit finds any turn, scale and shift again', () => {
  const number = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(number, number, number, number, (a, b, x, y) => {
      const from: Point[] = [
        [0, 0],
        [10, 1],
        [3, 12],
      ];
      const made = { a, b, x, y };
      const found = fitSimilarity(from.map((point) => ({ from: point, to: place(made, ...point) })));
      expect(found.a).toBeCloseTo(a, 6);
      expect(found.b).toBeCloseTo(b, 6);
      expect(found.x).toBeCloseTo(x, 6);
      expect(found.y).toBeCloseTo(y, 6);
    }),
  );
});

test('an unchanged cut gives the same pixels, and black outside', () => {
  const image = { width: 2, height: 1, pixels: Uint8Array.of(10, 20, 30, 40, 50, 60) };
  const cut = warp(pyramid(image), { a: 1, b: 0, x: 0, y: 0 }, 3, 1);
  expect([...cut]).toEqual([10, 20, 30, 40, 50, 60, 0, 0, 0]);
});

test('shrinking averages all that lies under a pixel', () => {
  const pixels = new Uint8Array(4 * 4 * 3).map(
    (_, i) => ((Math.floor(i / 3) + Math.floor(i / 12)) % 2) * 200,
  );
  const cut = warp(pyramid({ width: 4, height: 4, pixels }), { a: 4, b: 0, x: 0, y: 0 }, 1, 1);
  expect([...cut].every((level) => Math.abs(level - 100) < 1)).toBe(true);
});

test('a cut turned by a right angle turns the picture', () => {
  const image = { width: 2, height: 1, pixels: Uint8Array.of(1, 1, 1, 9, 9, 9) };
  // Output (u, v) takes from (v, 1 − u): what was to the right comes out below.
  const cut = warp(pyramid(image), { a: 0, b: -1, x: 0, y: 1 }, 1, 2);
  expect([cut[0], cut[3]]).toEqual([1, 9]);
});

test('the five points of a face come to lie where recognisers expect them, at any size and turn', () => {
  const tilted: Similarity = { a: 2, b: 0.5, x: 40, y: 30 };
  const spots: [readonly number[], Point][] = [
    [
      [36, 37, 38, 39, 40, 41],
      [38.2946, 51.6963],
    ],
    [
      [42, 43, 44, 45, 46, 47],
      [73.5318, 51.5014],
    ],
    [[30], [56.0252, 71.7366]],
    [[48], [41.5493, 92.3655]],
    [[54], [70.7299, 92.2041]],
  ];
  const landmarks = Array.from({ length: 68 }, (): Point => [0, 0]);
  for (const [numbers, [u, v]] of spots)
    for (const number of numbers) landmarks[number] = place(tilted, u, v);
  for (const [numbers, [u, v]] of spots) {
    const [x, y] = place(fivePointPlacement(landmarks, 224), 2 * u, 2 * v);
    expect(x).toBeCloseTo(landmarks[numbers[0]][0], 6);
    expect(y).toBeCloseTo(landmarks[numbers[0]][1], 6);
  }
});
