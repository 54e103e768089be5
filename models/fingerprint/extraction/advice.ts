import type { PrintAdvice } from '../types.ts';
import { cell, cellAt } from './grid.ts';
import { margin } from './normalise.ts';
import type { Plane } from './plane.ts';

/* What to tell the person so that the next try is better. */

/** Square millimetres of print below which more of the finger should touch, and below which its place matters. */
const littleArea = 85;
const cutArea = 130;
/** Quality from which a print of ample area needs no better try. */
const goodQuality = 60;
/** Share of ridge-dark pixels of a dry and of a wet print. */
const dryDarkness = 0.33;
const wetDarkness = 0.58;
/** Side in pixels of the squares within which dark and light are told apart: about three ridges. */
const block = 28;
/** Of the sensor's side, how far its middle lies from that of a print that is laid on beside it. */
const offCentre = 0.15;
/** Cells within which a print that is cut off comes to the edge of the picture. */
const edge = 4;

export interface Print {
  /** Dark ridges. */
  readonly grey: Plane;
  /** Per cell of the padded grid, and its width. */
  readonly mask: Uint8Array;
  readonly gridWidth: number;
}

/** @param area of the print in square millimetres. */
export function advise(print: Print, area: number, quality: number): PrintAdvice | null {
  if (area < cutArea && isOffCentre(print)) return 'off-centre';
  if (area < littleArea) return 'too-little-contact';
  if (quality >= goodQuality) return null;
  const dark = darkness(print);
  if (dark < dryDarkness) return 'too-dry';
  if (dark > wetDarkness) return 'too-wet';
  return 'smudged';
}

/** Whether the print lies to one side and is cut off there. */
function isOffCentre({ grey, mask, gridWidth }: Print): boolean {
  const first = margin / cell;
  const columns = new Float64Array(Math.floor(grey.width / cell));
  const rows = new Float64Array(Math.floor(grey.height / cell));
  for (let y = 0; y < rows.length; y++)
    for (let x = 0; x < columns.length; x++)
      if (mask[(y + first) * gridWidth + x + first]) {
        columns[x]++;
        rows[y]++;
      }
  return [columns, rows].some(isOneSided);
}

/** @param counts cells of print along one side of the sensor. */
function isOneSided(counts: Float64Array): boolean {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const middle = counts.reduce((sum, count, at) => sum + count * (at + 0.5), 0) / total / counts.length - 0.5;
  const cut = middle < 0 ? counts.slice(0, edge) : counts.slice(-edge);
  return Math.abs(middle) > offCentre && cut.some((count) => count > 0);
}

/** Share of the print's pixels darker than the middle of the grey levels about them: ridges swell when wet. */
function darkness({ grey, mask, gridWidth }: Print): number {
  let dark = 0;
  let pixels = 0;
  for (let top = 0; top + block <= grey.height; top += block)
    for (let left = 0; left + block <= grey.width; left += block) {
      if (!mask[cellAt(gridWidth, left + block / 2 + margin, top + block / 2 + margin)]) continue;
      const levels = blockOf(grey, left, top).sort();
      const darkest = levels[Math.floor(0.05 * levels.length)];
      const lightest = levels[Math.floor(0.95 * levels.length)];
      dark += levels.filter((level) => level < (darkest + lightest) / 2).length;
      pixels += levels.length;
    }
  return dark / Math.max(1, pixels);
}

function blockOf({ width, data }: Plane, left: number, top: number): Float32Array {
  const levels = new Float32Array(block * block);
  for (let y = 0; y < block; y++) {
    const from = (top + y) * width + left;
    levels.set(data.subarray(from, from + block), y * block);
  }
  return levels;
}
