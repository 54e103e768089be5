import type { Line } from '../kernels/plain.ts';

/*
 * A Gabor filter turned to the ridge, taken apart into its two factors: a band pass across the ridges (cosine under a
 * Gaussian) and a Gaussian along them. Each is a line of samples, so a pixel costs about a hundred multiplications
 * instead of the several hundred of a square kernel. Lines are prepared once for each direction and period bin, with
 * their bilinear weights spread over whole pixels.
 */

export const angleBins = 64;
export const periodBins = 16;

/** Bin of a ridge angle in [0, π). */
export function angleBin(angle: number): number {
  return Math.round((angle / Math.PI) * angleBins) % angleBins;
}

/** The samples f(−radius) … f(radius) on a line in the given direction (y down), as weighted whole-pixel steps. */
export function sampledLine(direction: number, radius: number, f: (t: number) => number): Line {
  const weights = new Map<string, number>();
  const add = (x: number, y: number, weight: number) => {
    if (weight !== 0) weights.set(`${x},${y}`, (weights.get(`${x},${y}`) ?? 0) + weight);
  };
  for (let t = -radius; t <= radius; t++) {
    // Rounded so that the centre and the axes fall on whole pixels in spite of floating point.
    const x = Math.round(t * Math.cos(direction) * 1e6) / 1e6;
    const y = Math.round(t * Math.sin(direction) * 1e6) / 1e6;
    const left = Math.floor(x);
    const top = Math.floor(y);
    const value = f(t);
    add(left, top, value * (1 - x + left) * (1 - y + top));
    add(left + 1, top, value * (x - left) * (1 - y + top));
    add(left, top + 1, value * (1 - x + left) * (y - top));
    add(left + 1, top + 1, value * (x - left) * (y - top));
  }
  const steps = [...weights.keys()].map((key) => key.split(',').map(Number));
  return {
    dx: Int32Array.from(steps, ([x]) => x),
    dy: Int32Array.from(steps, ([, y]) => y),
    weights: Float32Array.from(weights.values()),
  };
}

/** Gaussian along ridges of the angle bin; weights sum to 1. */
export function alongLine(bin: number, sigma: number): Line {
  const radius = Math.ceil(2.2 * sigma);
  const f = (t: number) => Math.exp(-(t * t) / (2 * sigma * sigma));
  const sum = Array.from({ length: 2 * radius + 1 }, (_, i) => f(i - radius)).reduce((a, b) => a + b);
  return sampledLine((bin / angleBins) * Math.PI, radius, (t) => f(t) / sum);
}

/**
 * Band pass across ridges of the angle bin for a period in pixels: cosine under a Gaussian of `spread` periods, without
 * response to a constant, scaled to answer a unit sine of that period with 1.
 */
export function acrossLine(bin: number, period: number, spread: number): Line {
  const sigma = spread * period;
  const radius = Math.ceil(2.2 * sigma);
  const samples = Array.from({ length: 2 * radius + 1 }, (_, i) => i - radius);
  const window = (t: number) => Math.exp(-(t * t) / (2 * sigma * sigma));
  const wave = (t: number) => Math.cos((2 * Math.PI * t) / period);
  const windowSum = samples.reduce((sum, t) => sum + window(t), 0);
  const offset = samples.reduce((sum, t) => sum + window(t) * wave(t), 0) / windowSum;
  const f = (t: number) => window(t) * (wave(t) - offset);
  const gain = samples.reduce((sum, t) => sum + f(t) * wave(t), 0);
  return sampledLine((bin / angleBins) * Math.PI + Math.PI / 2, radius, (t) => f(t) / gain);
}
