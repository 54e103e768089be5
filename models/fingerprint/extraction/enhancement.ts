import { prepareBank, steer } from '../kernels/kernels.ts';
import { unfiltered } from '../kernels/plain.ts';
import { longestPeriod, shortestPeriod } from './frequency.ts';
import type { OrientationField } from './orientation.ts';
import type { Plane } from './plane.ts';
import { acrossLine, alongLine, angleBin, angleBins, periodBins } from './steered-filter.ts';

/* Contextual enhancement (Hong, Wan and Jain 1998): each cell is filtered with the direction and spacing found there. */

/** Deviation of the Gaussians: across in periods, along in pixels. */
const acrossSpread = 0.42;
const alongSigma = 4.5;
/** Pixels at the edge of the plane left out: more than the longest line. */
const border = 20;

const octaves = Math.log(longestPeriod / shortestPeriod);
const periodOf = (bin: number) => shortestPeriod * Math.exp((octaves * bin) / (periodBins - 1));
const periodBin = (period: number) =>
  Math.min(
    periodBins - 1,
    Math.max(0, Math.round((Math.log(period / shortestPeriod) / octaves) * (periodBins - 1))),
  );

const acrossBank = prepareBank(
  Array.from({ length: angleBins * periodBins }, (_, bin) =>
    acrossLine(Math.floor(bin / periodBins), periodOf(bin % periodBins), acrossSpread),
  ),
);
const alongBank = prepareBank(Array.from({ length: angleBins }, (_, bin) => alongLine(bin, alongSigma)));

/**
 * The ridges with noise, pores and small breaks filtered out; zero where the mask (per cell) is not set. Sides must be
 * whole cells.
 */
export function enhance(ridges: Plane, field: OrientationField, period: Plane, mask: Uint8Array): Plane {
  const { width, height } = ridges;
  const across = new Uint16Array(2 * mask.length).fill(unfiltered);
  const along = new Uint16Array(2 * mask.length).fill(unfiltered);
  const columns = period.width;
  for (let at = 0; at < mask.length; at++) {
    if (!mask[at]) continue;
    const spacing = periodBin(period.data[at]);
    // The upper and the lower half of a cell, each a quarter of the way to the next cell.
    const tile = at + columns * Math.floor(at / columns);
    along[tile] = directionBin(field, at, at - columns);
    along[tile + columns] = directionBin(field, at, at + columns);
    across[tile] = along[tile] * periodBins + spacing;
    across[tile + columns] = along[tile + columns] * periodBins + spacing;
  }
  const passes = [
    { bank: acrossBank, bins: across },
    { bank: alongBank, bins: along },
  ];
  return { width, height, data: steer(ridges, passes, border) };
}

function directionBin({ cos, sin }: OrientationField, at: number, beside: number): number {
  const next = beside >= 0 && beside < cos.data.length ? beside : at;
  const doubled = Math.atan2(3 * sin.data[at] + sin.data[next], 3 * cos.data[at] + cos.data[next]);
  return angleBin((doubled < 0 ? doubled + 2 * Math.PI : doubled) / 2);
}
