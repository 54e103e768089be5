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
  const shrunk = 2 ** -times;
  const [a, b, x, y] = [from.a * shrunk, from.b * shrunk, from.x * shrunk, from.y * shrunk];
  const grid = scale * shrunk > SHRINKING ? 2 : 1;
  const share = 1 / (grid * grid);
  const out = new Uint8Array(width * height * 3);
  const sum = new Float64Array(3);
  for (let v = 0; v < height; v++) {
    for (let u = 0; u < width; u++) {
      sum.fill(0);
      for (let j = 0; j < grid; j++) {
        for (let i = 0; i < grid; i++) {
          // Pixel centres: output (u + ½, v + ½) maps to image coordinates, whose pixel 0 has its centre at ½.
          const s = u + (i + 0.5) / grid;
          const t = v + (j + 0.5) / grid;
          addSample(level, a * s - b * t + x, b * s + a * t + y, sum);
        }
      }
      const at = (v * width + u) * 3;
      for (let c = 0; c < 3; c++) out[at + c] = Math.round(sum[c] * share);
    }
  }
  return out;
}

/** Adds the bilinear sample at image point (x, y) to `sum`; nothing where the point lies outside. */
function addSample({ width, height, pixels }: RgbImage, x: number, y: number, sum: Float64Array): void {
  if (x < 0 || y < 0 || x >= width || y >= height) return;
  const px = Math.max(0, x - 0.5);
  const py = Math.max(0, y - 0.5);
  const left = Math.floor(px);
  const top = Math.floor(py);
  const fx = px - left;
  const fy = py - top;
  const right = Math.min(left + 1, width - 1);
  const bottom = Math.min(top + 1, height - 1);
  const nw = (top * width + left) * 3;
  const ne = (top * width + right) * 3;
  const sw = (bottom * width + left) * 3;
  const se = (bottom * width + right) * 3;
  for (let c = 0; c < 3; c++) {
    const upper = pixels[nw + c] + (pixels[ne + c] - pixels[nw + c]) * fx;
    const lower = pixels[sw + c] + (pixels[se + c] - pixels[sw + c]) * fx;
    sum[c] += upper + (lower - upper) * fy;
  }
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
