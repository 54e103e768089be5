/**
 * The one resampler. Detector input, landmark input and the recogniser's chip are all cut from the full image by a
 * similarity (turn, scale, shift): small differences in resampling move a descriptor in the second decimal, so there
 * must be one way only. The image is first halved, by means of two by two pixels, until the cut shrinks it less than
 * twofold; then bilinear, each output pixel the mean of two by two samples where it still shrinks, so that edges do not
 * alias. Outside the image is black, as the nets were trained.
 */
import type { Point, RgbImage } from './image.ts';

/** Maps output pixel (u, v) to image point (a·u − b·v + x, b·u + a·v + y). */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly x: number;
  readonly y: number;
}

/** Where the output point (u, v) lies in the image. */
export function place({ a, b, x, y }: Similarity, u: number, v: number): Point {
  return [a * u - b * v + x, b * u + a * v + y];
}

/** An image and its halvings, each made when first asked for. */
export interface Pyramid extends RgbImage {
  /** The image halved `times` over. */
  halved(times: number): RgbImage;
}

export function pyramid(image: RgbImage): Pyramid {
  const levels = [image];
  return {
    ...image,
    halved(times) {
      while (levels.length <= times) levels.push(halve(levels[levels.length - 1]));
      return levels[times];
    },
  };
}

/** Shrinking less than this needs no second sample. */
const SHRINKING = 1.01;

/**
 * Cuts a `width` × `height` picture out of the image.
 *
 * @returns RGB, interleaved, 0..255
 */
export function warp(image: Pyramid, from: Similarity, width: number, height: number): Uint8Array {
  const scale = Math.hypot(from.a, from.b);
  const times = Math.max(0, Math.floor(Math.log2(scale / SHRINKING)));
  const level = image.halved(times);
  const { pixels } = level;
  const shrunk = 2 ** -times;
  const [a, b, x, y] = [from.a * shrunk, from.b * shrunk, from.x * shrunk, from.y * shrunk];
  const grid = scale * shrunk > SHRINKING ? 2 : 1;
  const share = 1 / (grid * grid);
  const out = new Uint8Array(width * height * 3);
  let at = 0;
  for (let v = 0; v < height; v++) {
    for (let u = 0; u < width; u++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let sample = 0; sample < grid * grid; sample++) {
        // Pixel centres: output (u + ½, v + ½) maps to image coordinates, whose pixel 0 has its centre at ½.
        const s = u + ((sample % grid) + 0.5) / grid;
        const t = v + (Math.floor(sample / grid) + 0.5) / grid;
        const px = a * s - b * t + x;
        const py = b * s + a * t + y;
        if (px < 0 || py < 0 || px >= level.width || py >= level.height) continue;
        const left = Math.max(0, px - 0.5);
        const top = Math.max(0, py - 0.5);
        const column = Math.floor(left);
        const row = Math.floor(top);
        const fx = left - column;
        const fy = top - row;
        const nw = (row * level.width + column) * 3;
        const sw = row + 1 < level.height ? nw + level.width * 3 : nw;
        const east = column + 1 < level.width ? 3 : 0;
        const inNw = (1 - fx) * (1 - fy);
        const inNe = fx * (1 - fy);
        const inSw = (1 - fx) * fy;
        const inSe = fx * fy;
        const ne = nw + east;
        const se = sw + east;
        red += pixels[nw] * inNw + pixels[ne] * inNe + pixels[sw] * inSw + pixels[se] * inSe;
        green +=
          pixels[nw + 1] * inNw + pixels[ne + 1] * inNe + pixels[sw + 1] * inSw + pixels[se + 1] * inSe;
        blue += pixels[nw + 2] * inNw + pixels[ne + 2] * inNe + pixels[sw + 2] * inSw + pixels[se + 2] * inSe;
      }
      out[at++] = Math.round(red * share);
      out[at++] = Math.round(green * share);
      out[at++] = Math.round(blue * share);
    }
  }
  return out;
}

/** Half the size, rounded up; an odd last row or column stands for its missing neighbour. */
function halve({ width, height, pixels }: RgbImage): RgbImage {
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const out = new Uint8Array(half.width * half.height * 3);
  let at = 0;
  for (let y = 0; y < half.height; y++) {
    const upper = 2 * y * width;
    const lower = Math.min(2 * y + 1, height - 1) * width;
    for (let x = 0; x < half.width; x++) {
      const left = 2 * x;
      const right = Math.min(left + 1, width - 1);
      const nw = (upper + left) * 3;
      const ne = (upper + right) * 3;
      const sw = (lower + left) * 3;
      const se = (lower + right) * 3;
      for (let c = 0; c < 3; c++)
        out[at++] = (pixels[nw + c] + pixels[ne + c] + pixels[sw + c] + pixels[se + c] + 2) >> 2;
    }
  }
  return { ...half, pixels: out };
}
