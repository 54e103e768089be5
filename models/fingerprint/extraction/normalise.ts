import { cell, gridOf, interpolateRow, widthStep } from './grid.ts';
import { pictured } from './pictured.ts';
import { emptyPlane, gaussianBlur, type Plane } from './plane.ts';

/*
 * Second stage: take out uneven pressure and lighting. Each pixel becomes its difference from the local mean in units
 * of the local deviation, ridges positive. Both change slowly, so they are averaged over cells and interpolated. Areas
 * where the scanner gave no picture take no part. The plane gets a margin of zeros, so that later stages may look beyond
 * the border without asking.
 */

/** Whole cells, and wide enough for the longest filter and the frequency window. */
export const margin = 24;
/** Window in cells: about three ridges across. */
const windowSigma = 1.9;
/** Grey levels of deviation below which a region is mostly sensor noise and is not amplified to full strength. */
const noiseFloor = 3;
const clip = 2.5;
const leastShare = 1e-6;

export interface Normalised {
  /** Ridges positive, about unit deviation, with margin. */
  readonly ridges: Plane;
  /** Per cell, local deviation in grey levels; 0 where there is no picture. */
  readonly contrast: Plane;
  /** Per cell, number of pixels with a picture. */
  readonly share: Plane;
}

export function normalise(grey: Plane): Normalised {
  const seen = pictured(grey);
  const ridges = emptyPlane(
    Math.ceil((grey.width + 2 * margin) / widthStep) * widthStep,
    Math.ceil((grey.height + 2 * margin) / cell) * cell,
  );
  const share = sumOverCells(grey, seen, ridges, (row) => row.fill(1));
  const smoothShare = gaussianBlur(share, windowSigma);
  const mean = localMean(
    sumOverCells(grey, seen, ridges, (row, y) => copyRow(grey, y, row)),
    smoothShare,
  );
  const means = new Float32Array(ridges.width);
  const squares = sumOverCells(grey, seen, ridges, (row, y) => {
    interpolateRow(mean, y + margin, means);
    const from = y * grey.width;
    for (let x = 0; x < grey.width; x++) row[x] = (grey.data[from + x] - means[x + margin]) ** 2;
  });
  const deviation = localMean(squares, smoothShare);
  const { data } = deviation;
  for (let at = 0; at < data.length; at++) data[at] = Math.sqrt(data[at]);
  scale(grey, seen, mean, deviation, ridges);
  const contrast = gridOf(ridges);
  for (let at = 0; at < data.length; at++) contrast.data[at] = (data[at] * share.data[at]) / (cell * cell);
  return { ridges, contrast, share };
}

function copyRow({ width, data }: Plane, y: number, into: Float32Array): void {
  into.set(data.subarray(y * width, (y + 1) * width));
}

/** Per cell of the padded plane, the sum over its pictured pixels of what `fillRow` says of them. */
function sumOverCells(
  { width, height }: Plane,
  seen: Uint8Array,
  padded: Plane,
  fillRow: (row: Float32Array, y: number) => void,
): Plane {
  const sums = gridOf(padded);
  const row = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    fillRow(row, y);
    const gridRow = ((y + margin) >> 2) * sums.width + (margin >> 2);
    const from = y * width;
    for (let x = 0; x < width; x++) if (seen[from + x]) sums.data[gridRow + (x >> 2)] += row[x];
  }
  return sums;
}

function localMean(sums: Plane, smoothShare: Plane): Plane {
  const means = gaussianBlur(sums, windowSigma);
  for (let at = 0; at < means.data.length; at++) means.data[at] /= smoothShare.data[at] + leastShare;
  return means;
}

function scale(grey: Plane, seen: Uint8Array, mean: Plane, deviation: Plane, ridges: Plane): void {
  const means = new Float32Array(ridges.width);
  const deviations = new Float32Array(ridges.width);
  for (let y = 0; y < grey.height; y++) {
    interpolateRow(mean, y + margin, means);
    interpolateRow(deviation, y + margin, deviations);
    const from = y * grey.width;
    const to = (y + margin) * ridges.width + margin;
    for (let x = 0; x < grey.width; x++) {
      if (!seen[from + x]) continue;
      const value = (means[x + margin] - grey.data[from + x]) / (deviations[x + margin] + noiseFloor);
      ridges.data[to + x] = Math.max(-clip, Math.min(clip, value));
    }
  }
}
