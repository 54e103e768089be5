/**
 * The one resampler. Detector input, landmark input and the recogniser's chip are all cut from the full image by a
 * similarity (turn, scale, shift): small differences in resampling move a descriptor in the second decimal, so there
 * must be one way only. Bilinear; when shrinking, each output pixel is the mean of a grid of samples as fine as the
 * shrinking demands, so that edges do not alias. Outside the image is black, as the nets were trained.
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

/** More samples a side than this gain nothing visible and cost time. */
const MOST_SAMPLES = 6;

/**
 * Cuts a `width` × `height` picture out of the image.
 *
 * @returns RGB, interleaved, 0..255 as 32-bit integers, the type the nets take
 */
export function warp(image: RgbImage, from: Similarity, width: number, height: number): Int32Array {
  const out = new Int32Array(width * height * 3);
  const grid = Math.min(MOST_SAMPLES, Math.max(1, Math.ceil(Math.hypot(from.a, from.b) - 0.01)));
  const sum = new Float64Array(3);
  for (let v = 0; v < height; v++) {
    for (let u = 0; u < width; u++) {
      sum.fill(0);
      for (let j = 0; j < grid; j++) {
        for (let i = 0; i < grid; i++) {
          // Pixel centres: output (u + ½, v + ½) maps to image coordinates, whose pixel 0 has its centre at ½.
          const s = u + (i + 0.5) / grid;
          const t = v + (j + 0.5) / grid;
          addSample(image, from.a * s - from.b * t + from.x, from.b * s + from.a * t + from.y, sum);
        }
      }
      const at = (v * width + u) * 3;
      for (let c = 0; c < 3; c++) out[at + c] = Math.round(sum[c] / (grid * grid));
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
