import { expect, test } from 'vitest';
import type { FaceSighting, Point } from './image.ts';
import { shortage, thumbnailCrop, tokenCrop } from './token-crop.ts';

/** A face of which only the eyes are known. */
function eyesAt(right: Point, left: Point): FaceSighting {
  const landmarks = Array.from({ length: 68 }, (_, number): Point => (number < 42 ? right : left));
  return { box: { x: 0, y: 0, width: 1, height: 1, score: 1 }, landmarks };
}

test.each([
  ['level', [300, 400], [400, 400]],
  ['tilted', [310, 380], [390, 440]],
  ['near the edge of the picture', [10, 20], [70, 20]],
] as const)('the token image has the eyes where ISO 19794-5 wants them: %s', (_, right, left) => {
  const { x, y, width, height } = tokenCrop(eyesAt(right, left));
  const distance = Math.hypot(left[0] - right[0], left[1] - right[1]);
  expect(height / width).toBeCloseTo(4 / 3, 2);
  expect(width).toBeCloseTo(4 * distance, 0);
  expect(((right[0] + left[0]) / 2 - x) / width).toBeCloseTo(0.5, 2);
  expect(((right[1] + left[1]) / 2 - y) / width).toBeCloseTo(0.6, 2);
});

test('level eyes are at 0.375 and 0.625 of the width', () => {
  const { x, width } = tokenCrop(eyesAt([300, 400], [400, 400]));
  expect((300 - x) / width).toBeCloseTo(0.375, 3);
  expect((400 - x) / width).toBeCloseTo(0.625, 3);
});

test('the thumbnail is the square around the face', () => {
  const { x, y, width, height } = thumbnailCrop({ width: 400 });
  expect(width).toBe(height);
  expect(width).toBe(280);
  expect(x + width / 2).toBeCloseTo(200, 0);
  expect((240 - y) / height).toBeCloseTo(0.42, 2);
});

test('a face of no size still has a crop', () => {
  const nowhere = eyesAt([5, 5], [5, 5]);
  expect(tokenCrop(nowhere).width).toBe(1);
  expect(shortage(nowhere, { width: 10, height: 10 })).toBe(1);
});

test('room that a token image needs is missing where the face is cut off', () => {
  const face = eyesAt([300, 400], [400, 400]);
  expect(shortage(face, { width: 700, height: 800 })).toBe(0);
  expect(shortage(face, { width: 450, height: 800 })).toBeCloseTo(0.5, 5);
  expect(shortage(face, { width: 700, height: 400 })).toBe(1);
});
