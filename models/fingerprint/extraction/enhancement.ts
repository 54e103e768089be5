import { longestPeriod, shortestPeriod } from './frequency.ts';
import { cell } from './grid.ts';
import { type OrientationField, orientationAt } from './orientation.ts';
import type { Plane } from './plane.ts';
import {
  acrossLine,
  alongLine,
  angleBin,
  angleBins,
  filterByBin,
  periodBins,
  unfiltered,
} from './steered-filter.ts';

/* Contextual enhancement (Hong, Wan and Jain 1998): each pixel is filtered with the direction and spacing found there. */

/** Deviation of the Gaussians: across in periods, along in pixels. */
const acrossSpread = 0.42;
const alongSigma = 4.5;
/** Wider than the longest line. */
const border = 20;
/** Pixels that share one direction, to save arctangents. */
const block = 2;

const octaves = Math.log(longestPeriod / shortestPeriod);
const periodOf = (bin: number) => shortestPeriod * Math.exp((octaves * bin) / (periodBins - 1));
const periodBin = (period: number) =>
  Math.min(
    periodBins - 1,
    Math.max(0, Math.round((Math.log(period / shortestPeriod) / octaves) * (periodBins - 1))),
  );

const acrossLines = Array.from({ length: angleBins * periodBins }, (_, bin) =>
  acrossLine(Math.floor(bin / periodBins), periodOf(bin % periodBins), acrossSpread),
);
const alongLines = Array.from({ length: angleBins }, (_, bin) => alongLine(bin, alongSigma));

/** The ridges with noise, pores and small breaks filtered out; zero where the mask (per cell) is not set. */
export function enhance(ridges: Plane, field: OrientationField, period: Plane, mask: Uint8Array): Plane {
  const { width, height } = ridges;
  const across = new Uint16Array(width * height).fill(unfiltered);
  const along = new Uint16Array(width * height).fill(unfiltered);
  for (let y = 0; y < height; y += block)
    for (let x = 0; x < width; x += block) {
      const at = Math.floor(y / cell) * period.width + Math.floor(x / cell);
      if (!mask[at]) continue;
      const angle = angleBin(orientationAt(field, x + 0.5, y + 0.5));
      const bin = angle * periodBins + periodBin(period.data[at]);
      for (let dy = 0; dy < block && y + dy < height; dy++)
        for (let dx = 0; dx < block && x + dx < width; dx++) {
          across[(y + dy) * width + x + dx] = bin;
          along[(y + dy) * width + x + dx] = angle;
        }
    }
  const banded = filterByBin(ridges, across, acrossLines, border);
  return { width, height, data: filterByBin({ width, height, data: banded }, along, alongLines, border) };
}
