import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaceEngine, openFaceEngine } from './index.ts';
import { plain, portrait, rgb, samplePhoto } from './samples.ts';

/* The hints a person sees, frame by frame, at the camera's 640 × 480. */

let engine: FaceEngine;

beforeAll(async () => {
  engine = await openFaceEngine();
});

afterAll(() => engine?.close());

interface Stand {
  /** Width of head and shoulders in the frame, pixels; they are 1.8 times as wide as the face. */
  readonly width?: number;
  readonly left?: number;
  readonly turn?: number;
}

async function frame({ width = 340, left = 150, turn = 0 }: Stand): Promise<Sharp> {
  const person = await (await portrait('sixth'))
    .rotate(turn, { background: '#888' })
    .resize({ width })
    .extract({ left: 0, top: 0, width, height: Math.min(470, width) })
    .png()
    .toBuffer();
  const room = sharp({ create: { width: 640, height: 480, channels: 3, background: '#888' } });
  const png = await room
    .composite([{ input: person, left, top: 60 }])
    .png()
    .toBuffer();
  return sharp(png);
}

async function hint(picture: Sharp): Promise<string> {
  return (await engine.guide(await rgb(sharp(await picture.png().toBuffer())))).hint;
}

test('well placed: good, with the box around the face', async () => {
  const guidance = await engine.guide(await rgb(await frame({})));
  expect(guidance).toMatchObject({ hint: 'good', faces: 1 });
  const { x = 0, y = 0, width = 0, height = 0 } = guidance.box ?? {};
  expect(x + width / 2).toBeGreaterThan(250);
  expect(x + width / 2).toBeLessThan(390);
  expect(y + height / 2).toBeGreaterThan(120);
  expect(y + height / 2).toBeLessThan(345);
});

test('nobody there', async () => {
  const nobody = { hint: 'no-face', box: null, faces: 0, quality: null };
  expect(await engine.guide(plain(640, 480, 120))).toEqual(nobody);
});

test('the lamp is off, or shines into the camera', async () => {
  expect((await engine.guide(plain(640, 480, 6))).hint).toBe('more-light');
  expect((await engine.guide(plain(640, 480, 250))).hint).toBe('less-light');
  expect(await hint((await frame({})).linear(0.2, 0))).toBe('more-light');
});

test('too far away', async () => {
  expect(await hint(await frame({ width: 150, left: 245 }))).toBe('come-closer');
});

test('too near', async () => {
  const near = (await portrait('sixth')).extract({ left: 0, top: 85, width: 378, height: 290 });
  expect(await hint(sharp(await near.png().toBuffer()).resize(640, 480, { fit: 'cover' }))).toBe('step-back');
});

test('at the edge of the frame', async () => {
  expect(await hint(await frame({ left: 300 }))).toBe('move-to-centre');
});

test('two people at once', async () => {
  const pair = samplePhoto(3).extract({ left: 480, top: 120, width: 900, height: 675 });
  const guidance = await engine.guide(await rgb(sharp(await pair.png().toBuffer()).resize(640, 480)));
  expect(guidance).toMatchObject({ hint: 'one-person-only', faces: 2 });
});

test('moving', async () => {
  expect(await hint((await frame({})).blur(5))).toBe('hold-still');
});

test('the head hangs to one side', async () => {
  expect(await hint(await frame({ turn: 32, width: 420, left: 110 }))).toBe('look-here');
});
