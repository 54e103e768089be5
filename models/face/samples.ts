/*
 * Pictures for the tests: the group photos that come inside the face-api package, cut to single people. Boxes are
 * [x, y, width, height] of each face in its photo.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { RgbImage } from './image.ts';

type Box = readonly [number, number, number, number];

/** One person a row, all different. */
const samples = {
  first: [3, [585, 329, 199, 271]],
  second: [3, [1075, 215, 220, 299]],
  third: [5, [787, 109, 156, 212]],
  fourth: [5, [377, 859, 172, 301]],
  fifth: [6, [1487, 263, 212, 296]],
  sixth: [6, [250, 468, 210, 291]],
} as const satisfies Readonly<Record<string, readonly [number, Box]>>;

export type Sample = keyof typeof samples;
export const sampleNames = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
] as const satisfies readonly Sample[];

export function samplePhoto(number: number): Sharp {
  const folder = dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));
  return sharp(join(folder, 'demo', `sample${number}.jpg`));
}

/** Head and shoulders of one person, as a camera at arm's length takes them. */
export async function portrait(sample: Sample): Promise<Sharp> {
  const [photo, [x, y, width, height]] = samples[sample];
  const cut = await samplePhoto(photo)
    .extract({
      left: Math.round(x - width * 0.4),
      top: Math.max(0, Math.round(y - height * 0.35)),
      width: Math.round(width * 1.8),
      height: Math.round(height * 1.6),
    })
    .png()
    .toBuffer();
  return sharp(cut);
}

export async function rgb(picture: Sharp): Promise<RgbImage> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: new Uint8Array(data) };
}

export function plain(width: number, height: number, level: number): RgbImage {
  return { width, height, pixels: new Uint8Array(width * height * 3).fill(level) };
}
