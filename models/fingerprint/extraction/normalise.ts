import { boxBlur, boxBlurTwice, emptyPlane, type Plane } from './plane.ts';

/*
 * Second stage: take out uneven pressure and lighting. Each pixel becomes its difference from the local mean in units
 * of the local deviation, ridges positive. Areas where the scanner gave no picture at all (perfectly even: outside the
 * prism, masked out) take no part, or their edges would look like ridges. The plane gets a margin of zeros, so that
 * later stages may look beyond the border without asking.
 */

/** Wide enough for the longest filter and the frequency window. */
export const margin = 24;
/** Half a window of about three ridges. */
const windowRadius = 9;
/** Grey levels of deviation below which a region is mostly sensor noise and is not amplified to full strength. */
const noiseFloor = 3;
const clip = 2.5;
/** Half the side of a square that is never even within a print, and the limits that allow for rounding. */
const flatRadius = 5;
const sameGrey = 0.01;
const allOfThem = 1 - 1e-4;
const noneOfThem = 1e-4;
const leastShare = 1e-6;

export interface Normalised {
  /** Ridges positive, about unit deviation, with margin. */
  readonly ridges: Plane;
  /** Local deviation in grey levels, with margin. */
  readonly contrast: Plane;
}

export function normalise(grey: Plane): Normalised {
  const seen = pictured(grey);
  const share = boxBlurTwice(seen, windowRadius);
  const mean = localMean(grey, seen, share);
  const squares = emptyPlane(grey.width, grey.height);
  for (let i = 0; i < grey.data.length; i++) squares.data[i] = (grey.data[i] - mean.data[i]) ** 2;
  const variance = localMean(squares, seen, share);

  const ridges = emptyPlane(grey.width + 2 * margin, grey.height + 2 * margin);
  const contrast = emptyPlane(ridges.width, ridges.height);
  for (let y = 0; y < grey.height; y++)
    for (let x = 0; x < grey.width; x++) {
      const from = y * grey.width + x;
      if (!seen.data[from]) continue;
      const to = (y + margin) * ridges.width + x + margin;
      const deviation = Math.sqrt(Math.max(variance.data[from], 0));
      const value = (mean.data[from] - grey.data[from]) / (deviation + noiseFloor);
      ridges.data[to] = Math.max(-clip, Math.min(clip, value));
      contrast.data[to] = deviation;
    }
  return { ridges, contrast };
}

function localMean(plane: Plane, seen: Plane, share: Plane): Plane {
  const data = plane.data.map((value, i) => value * seen.data[i]);
  const sums = boxBlurTwice({ ...plane, data }, windowRadius);
  for (let i = 0; i < data.length; i++) sums.data[i] /= share.data[i] + leastShare;
  return sums;
}

/** 1 where there is a picture, 0 in every square of 2·flatRadius+1 pixels without any difference in grey. */
function pictured(grey: Plane): Plane {
  const { width, height, data } = grey;
  const even = emptyPlane(width, height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const right = x < width - 1 ? data[at + 1] : data[at];
      const below = y < height - 1 ? data[at + width] : data[at];
      if (Math.max(Math.abs(right - data[at]), Math.abs(below - data[at])) < sameGrey) even.data[at] = 1;
    }
  const centres = boxBlur(even, flatRadius);
  for (let i = 0; i < data.length; i++) centres.data[i] = centres.data[i] > allOfThem ? 1 : 0;
  const flat = boxBlur(centres, flatRadius);
  return { width, height, data: flat.data.map((value) => (value > noneOfThem ? 0 : 1)) };
}
