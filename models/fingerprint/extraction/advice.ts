import type { PrintAdvice } from '../types.ts';
import { cell, cellAt } from './grid.ts';
import type { Measures } from './measures.ts';
import { margin } from './normalise.ts';
import type { Plane } from './plane.ts';

/* What to tell the person so that the next try is better. */

/** Square millimetres of print below which more of the finger should touch, and below which its place matters. */
const littleArea = 85;
const cutArea = 130;
/** Clarity below which a print is not what it could be. */
const smudgedClarity = 0.6;
/** Share of ridge-dark pixels of a dry and of a wet print. */
const dryDarkness = 0.22;
const wetDarkness = 0.68;
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

export function advise(print: Print, measures: Measures): PrintAdvice | null {
  if (measures.area < cutArea && isOffCentre(print)) return 'off-centre';
  if (measures.area < littleArea) return 'too-little-contact';
  if ((measures.clarity + measures.coherence) / 2 >= smudgedClarity) return null;
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

/** Share of the print's pixels darker than the middle of its grey range. */
function darkness({ grey, mask, gridWidth }: Print): number {
  const counts = new Uint32Array(256);
  let pixels = 0;
  for (let y = 0; y < grey.height; y += 2)
    for (let x = 0; x < grey.width; x += 2) {
      if (!mask[cellAt(gridWidth, x + margin, y + margin)]) continue;
      counts[Math.round(grey.data[y * grey.width + x])]++;
      pixels++;
    }
  const darkest = levelAt(counts, 0.02 * pixels);
  const lightest = levelAt(counts, 0.98 * pixels);
  const middle = (darkest + lightest) / 2;
  const dark = counts.reduce((sum, count, level) => (level < middle ? sum + count : sum), 0);
  return dark / Math.max(1, pixels);
}

/** Grey level with so many pixels up to it. */
function levelAt(counts: Uint32Array, pixels: number): number {
  let sum = 0;
  return counts.findIndex((count) => {
    sum += count;
    return sum >= pixels;
  });
}
