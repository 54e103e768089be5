import { smooth } from '../kernels/kernels.ts';

/* A plane of numbers, row-major, over the image or over a coarser grid. */

export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

export function emptyPlane(width: number, height: number): Plane {
  return { width, height, data: new Float32Array(width * height) };
}

const gaussians = new Map<number, Float32Array>();

function gaussian(sigma: number): Float32Array {
  const known = gaussians.get(sigma);
  if (known) return known;
  const radius = Math.ceil(2.5 * sigma);
  const weights = Float32Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const normed = weights.map((weight) => weight / sum);
  gaussians.set(sigma, normed);
  return normed;
}

/**
 * Gaussian smoothing of a plane whose width is a multiple of 4; outside counts as zero, so weights fade at the border
 * (what normalised averages want).
 */
export function gaussianBlur(plane: Plane, sigma: number): Plane {
  const { width, height } = plane;
  return { width, height, data: smooth(plane, gaussian(sigma)) };
}
