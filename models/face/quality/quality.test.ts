import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eyesOf } from '../geometry.ts';
import type { Point, RgbImage } from '../image.ts';
import { adviceOf, type FaceEngine, openFaceEngine } from '../index.ts';
import { portrait, rgb } from '../samples.ts';

/* What happens to a portrait at a kiosk, and what quality makes of it. */

let engine: FaceEngine;
let photo: RgbImage;
let landmarks: readonly Point[];

beforeAll(async () => {
  engine = await openFaceEngine();
  const seen = await engine.embed(await rgb(await portrait('sixth')));
  if (seen.outcome !== 'embedded') throw new Error(seen.outcome);
  photo = await rgb(await portrait('sixth'));
  landmarks = seen.sighting.landmarks;
});

afterAll(() => engine?.close());

const picture = ({ width, height, pixels }: RgbImage) =>
  sharp(pixels, { raw: { width, height, channels: 3 } });

async function judged(changed: Sharp) {
  const image = await rgb(sharp(await changed.png().toBuffer()));
  const seen = await engine.embed(image, { lenient: true });
  if (seen.outcome !== 'embedded') throw new Error(seen.outcome);
  return { score: seen.quality.score, advice: adviceOf(seen.quality) };
}

/** The portrait with one plain rectangle over it, its sides in distances between the eyes from their middle. */
function covered(colour: string, left: number, top: number, right: number, bottom: number): Sharp {
  const { middle, distance } = eyesOf({ landmarks });
  const clip = (value: number, end: number) => Math.round(Math.max(0, Math.min(end, value)));
  const [x0, x1] = [left, right].map((side) => clip(middle[0] + side * distance, photo.width));
  const [y0, y1] = [top, bottom].map((side) => clip(middle[1] + side * distance, photo.height));
  const cloth = { width: x1 - x0, height: y1 - y0, channels: 4, background: colour } as const;
  return picture(photo).composite([{ input: { create: cloth }, left: x0, top: y0 }]);
}

test('a good portrait needs nothing', async () => {
  const { score, advice } = await judged(picture(photo));
  expect(advice).toBe('good');
  expect(score).toBeGreaterThan(80);
});

describe('nobody is asked to uncover their head', () => {
  test.each(['#7a1f2b', '#101010', '#f4f4f4', '#e08a1e'])(
    'a turban or dupatta of %s to the brows',
    async (colour) => {
      const { score, advice } = await judged(covered(colour, -1.6, -4, 1.6, -0.62));
      expect(advice).toBe('good');
      expect(score).toBeGreaterThan(80);
    },
  );
});

describe('what hides the face is to be taken off', () => {
  test('a mask', async () => {
    expect((await judged(covered('#cfe3ea', -0.9, 0.45, 0.9, 1.9))).advice).toBe('uncover-face');
  });

  test('dark glasses', async () => {
    expect((await judged(covered('#080808', -0.95, -0.28, 0.95, 0.3))).advice).toBe('uncover-face');
  });
});

describe('light', () => {
  test('half of it costs nothing: a dark picture is not a poor one', async () => {
    const [before, after] = [await judged(picture(photo)), await judged(picture(photo).linear(0.5, 0))];
    expect(after.advice).toBe('good');
    expect(after.score).toBeGreaterThan(before.score - 10);
  });

  test('almost none is too little', async () => {
    expect((await judged(picture(photo).linear(0.12, 0))).advice).toBe('more-light');
  });

  test('a washed-out face is too bright', async () => {
    expect((await judged(picture(photo).linear(2.5, 40))).advice).toBe('less-light');
  });

  test('from one side alone is uneven', async () => {
    expect((await judged(covered('rgba(0, 0, 0, 0.8)', 0, -4, 4, 4))).advice).toBe('even-light');
  });
});

test('a blurred face is held still, at any brightness', async () => {
  const blurred = await judged(picture(photo).blur(5));
  expect(blurred.advice).toBe('hold-still');
  expect((await judged(picture(photo).linear(0.5, 0).blur(5))).advice).toBe('hold-still');
  expect(blurred.score).toBeLessThan(80);
});

test('a face far away comes closer', async () => {
  const far = await judged(picture(photo).resize({ width: 75 }));
  expect(far.advice).toBe('come-closer');
  expect(far.score).toBeLessThan((await judged(picture(photo))).score);
});
