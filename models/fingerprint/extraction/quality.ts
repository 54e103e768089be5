import { quantile } from '../../evaluation/metrics.ts';
import type { Extraction, PrintAdvice } from '../types.ts';
import { longestPeriod, shortestPeriod } from './frequency.ts';
import { cell } from './grid.ts';
import { margin } from './normalise.ts';
import type { Plane } from './plane.ts';

/*
 * Is it a fingerprint, how good, and what to tell the person. Quality is the printed area times the clarity of its
 * ridges, our own scale from 0 to 100; it orders images of one sensor and is not NFIQ.
 */

export interface Evidence {
  readonly grey: Plane;
  /** Deviation in grey levels of the liveliest tenth of the image. */
  readonly contrast: number;
  /** Per cell of the padded grid. */
  readonly mask: Uint8Array;
  readonly reliability: Plane;
  readonly coherence: Plane;
  readonly period: Plane;
}

export type Verdict =
  | { readonly outcome: 'judged'; readonly quality: number; readonly advice: PrintAdvice | null }
  | Extract<Extraction, { outcome: 'refused' }>;

const cellsPerSquareMillimetre = (500 / 25.4 / cell) ** 2;
/** Area of print in mm² below which it is refused, advised against, and counts in full. */
const leastArea = 18;
const littleArea = 60;
const fullArea = 150;
/** Grey levels of deviation that empty glass does not reach by noise alone. */
const leastContrast = 15;
/** Mean clarity below which no skin made the image, and the clarity that is as good as it gets. */
const leastClarity = 0.25;
const fullClarity = 0.9;
const smudgedClarity = 0.62;
/** Share of ridge-dark pixels of a dry and of a wet print. */
const dryDarkness = 0.3;
const wetDarkness = 0.62;

export function judge(evidence: Evidence): Verdict {
  const { mask, reliability, coherence, period } = evidence;
  let cells = 0;
  let clarity = 0;
  let steady = 0;
  let plausible = 0;
  for (let at = 0; at < mask.length; at++) {
    if (!mask[at]) continue;
    cells++;
    clarity += reliability.data[at];
    steady += coherence.data[at];
    if (period.data[at] > shortestPeriod && period.data[at] < longestPeriod) plausible++;
  }
  const area = cells / cellsPerSquareMillimetre;
  if (area < leastArea && evidence.contrast < leastContrast) return { outcome: 'refused', reason: 'blank' };
  if (area < leastArea || plausible < cells / 2) return { outcome: 'refused', reason: 'not-a-fingerprint' };
  const mean = (clarity / cells + steady / cells) / 2;
  if (mean < leastClarity) return { outcome: 'refused', reason: 'not-a-fingerprint' };
  const share = Math.min(1, area / fullArea);
  const clear = Math.min(1, Math.max(0, (mean - leastClarity) / (fullClarity - leastClarity)));
  const quality = Math.round(100 * Math.sqrt(share) * clear);
  return { outcome: 'judged', quality, advice: advise(area, mean, darkness(evidence)) };
}

function advise(area: number, clarity: number, dark: number): PrintAdvice | null {
  if (area < littleArea) return 'too-little-contact';
  if (clarity >= smudgedClarity) return null;
  if (dark < dryDarkness) return 'too-dry';
  if (dark > wetDarkness) return 'too-wet';
  return 'smudged';
}

/** Share of the print's pixels darker than the middle of its grey range. */
function darkness({ grey, mask, reliability }: Evidence): number {
  const values: number[] = [];
  for (let y = 0; y < grey.height; y += 2)
    for (let x = 0; x < grey.width; x += 2) {
      const at = Math.floor((y + margin) / cell) * reliability.width + Math.floor((x + margin) / cell);
      if (mask[at]) values.push(grey.data[y * grey.width + x]);
    }
  const middle = (quantile(values, 0.02) + quantile(values, 0.98)) / 2;
  return values.filter((value) => value < middle).length / Math.max(1, values.length);
}
