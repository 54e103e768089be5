import { cell, gridOf } from './grid.ts';
import { type OrientationField, orientationAt } from './orientation.ts';
import { gaussianBlur, type Plane } from './plane.ts';

/*
 * Ridge spacing. In a window turned to the local direction the grey levels are summed along the ridges; the signature
 * left across them is nearly a sine (Hong, Wan and Jain 1998). Its strongest period is found by a small Fourier
 * transform over plausible periods, which stands noise better than counting peaks.
 */

export const shortestPeriod = 5;
export const longestPeriod = 16;
const periodSteps = 24;
/** Half sides of the window in pixels: across and along the ridges. */
const halfAcross = 20;
const halfAlong = 8;
/** More than the half diagonal; nearer to the edge of the plane nothing is measured. */
const windowReach = 23;
/** Cells between two measured places. */
const pitch = 4;
/** Cells over which spacing is averaged. */
const smoothing = 6;
const usualPeriod = 9;
/** Weight of the usual period against evidence. */
const priorWeight = 0.02;

export interface Probe {
  /** Pixels. */
  readonly period: number;
  /** From the middle of the signature outwards. */
  readonly cos: Float32Array;
  readonly sin: Float32Array;
}

/** Samples of a signature. */
export const taps = 2 * halfAcross + 1;

/** Probes for so many periods, spaced evenly by ratio. */
export function probesFor(shortest: number, longest: number, count: number): Probe[] {
  const weight = (i: number) => 0.5 + 0.5 * Math.cos((Math.PI * i) / (halfAcross + 1));
  return Array.from({ length: count }, (_, step) => {
    const period = shortest * (longest / shortest) ** (step / (count - 1));
    const wave = (f: (phase: number) => number) =>
      Float32Array.from({ length: halfAcross + 1 }, (_, i) => weight(i) * f((2 * Math.PI * i) / period));
    return { period, cos: wave(Math.cos), sin: wave(Math.sin) };
  });
}

const probes = probesFor(shortestPeriod, longestPeriod, periodSteps);

export interface Spacing {
  /** Per cell, pixels from ridge to ridge, measured where the mask is set and spread from there. */
  readonly period: Plane;
  /** Per cell, share of the strongest period in the spectrum, 0 where it is none: ridges repeat, edges do not. */
  readonly rhythm: Plane;
}

export function estimateSpacing(ridges: Plane, field: OrientationField, mask: Uint8Array): Spacing {
  const grid = gridOf(ridges);
  const rhythm = gridOf(ridges);
  const weights = gridOf(ridges);
  const signature = new Float32Array(taps);
  for (let gy = pitch >> 1; gy < grid.height; gy += pitch)
    for (let gx = pitch >> 1; gx < grid.width; gx += pitch) {
      const at = gy * grid.width + gx;
      const x = gx * cell + cell / 2;
      const y = gy * cell + cell / 2;
      if (!mask[at] || !project(ridges, x, y, orientationAt(field, x, y), signature)) continue;
      const { period, confidence } = strongestPeriod(signature, probes);
      const weight = confidence * field.coherence.data[at];
      grid.data[at] = weight * period;
      weights.data[at] = weight;
      fillSquare(rhythm, gx, gy, confidence);
    }
  const sums = gaussianBlur(grid, smoothing);
  const totals = gaussianBlur(weights, smoothing);
  const prior = priorWeight / (pitch * pitch);
  for (let i = 0; i < sums.data.length; i++)
    sums.data[i] = (sums.data[i] + prior * usualPeriod) / (totals.data[i] + prior);
  return { period: sums, rhythm };
}

/** Gives all cells nearest to a measured place its value. */
function fillSquare({ width, height, data }: Plane, gx: number, gy: number, value: number): void {
  const half = pitch >> 1;
  for (let y = gy - half; y < Math.min(gy + half, height); y++)
    data.fill(value, y * width + gx - half, y * width + Math.min(gx + half, width));
}

/** Sums along the ridges, as a function of the distance across them; false where the window leaves the plane. */
export function project(
  { width, height, data }: Plane,
  x: number,
  y: number,
  angle: number,
  signature: Float32Array,
): boolean {
  if (Math.min(x, y, width - x, height - y) < windowReach) return false;
  const alongX = Math.cos(angle);
  const alongY = Math.sin(angle);
  // Half a pixel more, so that cutting off the fraction rounds.
  let startX = x + 0.5 + halfAcross * alongY - halfAlong * alongX;
  let startY = y + 0.5 - halfAcross * alongX - halfAlong * alongY;
  for (let i = 0; i < taps; i++, startX -= alongY, startY += alongX) {
    let sum = 0;
    let px = startX;
    let py = startY;
    for (let j = -halfAlong; j <= halfAlong; j++, px += alongX, py += alongY)
      sum += data[(py | 0) * width + (px | 0)];
    signature[i] = sum;
  }
  return true;
}

/** The strongest of the probes' periods and its share in the power of all, 0 where it is the first or the last. */
export function strongestPeriod(
  signature: Float32Array,
  probes: readonly Probe[],
): { period: number; confidence: number } {
  let best = 0;
  let total = 0;
  let bestPower = 0;
  for (let p = 0; p < probes.length; p++) {
    const { cos, sin } = probes[p];
    // Cosines are even and sines odd about the middle, so both ends are taken together.
    let real = cos[0] * signature[halfAcross];
    let imaginary = 0;
    for (let i = 1; i <= halfAcross; i++) {
      const after = signature[halfAcross + i];
      const before = signature[halfAcross - i];
      real += cos[i] * (after + before);
      imaginary += sin[i] * (after - before);
    }
    const power = real * real + imaginary * imaginary;
    total += power;
    if (power > bestPower) {
      bestPower = power;
      best = p;
    }
  }
  const edge = best === 0 || best === probes.length - 1;
  const confidence = edge || total === 0 ? 0 : bestPower / total;
  return { period: probes[best].period, confidence };
}
