/*
 * What happens to pictures at a kiosk, done to good ones on purpose: studio portraits alone would not show whom a
 * measure treats worse.
 */
import type { RgbImage } from '../image.ts';
import { pyramid, warp } from '../warp.ts';

export interface Worsening {
  readonly name: string;
  of(image: RgbImage): RgbImage;
}

export const worsenings: readonly Worsening[] = [
  { name: 'as they are', of: (image) => image },
  { name: 'a sixth of the light', of: (image) => lit(image, 1 / 6) },
  { name: '1.7 times the light', of: (image) => lit(image, 1.7) },
  { name: 'out of focus', of: (image) => resized(resized(image, 1 / 12), 12) },
  { name: 'from six times as far', of: (image) => resized(image, 1 / 6) },
];

function lit({ pixels, ...size }: RgbImage, gain: number): RgbImage {
  return { ...size, pixels: pixels.map((level) => Math.min(255, Math.round(level * gain))) };
}

function resized(image: RgbImage, scale: number): RgbImage {
  const [width, height] = [image.width, image.height].map((side) => Math.max(1, Math.round(side * scale)));
  const from = { a: 1 / scale, b: 0, x: 0, y: 0 };
  return { width, height, pixels: warp(pyramid(image), from, width, height) };
}
