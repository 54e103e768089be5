import type { Extraction, PrintAdvice } from '../types.ts';
import { cell, cellAt } from './grid.ts';
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
  /** Per cell, of the image and of the enhanced ridges. */
  readonly coherence: Plane;
  readonly flow: Plane;
  readonly rhythm: Plane;
}

export type Verdict =
  | { readonly outcome: 'judged'; readonly quality: number; readonly advice: PrintAdvice | null }
  | Extract<Extraction, { outcome: 'refused' }>;

const cellsPerSquareMillimetre = (500 / 25.4 / cell) ** 2;
/** Area of print in mm² below which it is refused, advised against, and counts in full. */
const leastArea = 18;
const littleArea = 85;
const fullArea = 150;
/** Grey levels of deviation that empty glass does not reach by noise alone. */
const leastContrast = 15;
/**
 * What tells skin from scenes and noise that the filters dressed up as ridges: one direction over a window (mean
 * coherence of the enhanced ridges) and repetition (mean share of the strongest period). Of 600 real prints none fell
 * below 0.85 and 0.07; photographs of faces stayed below 0.89 and 0.05, noise below 0.71.
 */
const leastFlow = 0.79;
const leastRhythm = 0.055;
/** Mean clarity from which quality counts, and the clarity that is as good as it gets. */
const leastClarity = 0.3;
const fullClarity = 0.9;
const smudgedClarity = 0.6;
/** Share of ridge-dark pixels of a dry and of a wet print. */
const dryDarkness = 0.22;
const wetDarkness = 0.68;

export function judge(evidence: Evidence): Verdict {
  const { mask, reliability, coherence, flow, rhythm } = evidence;
  let cells = 0;
  let clarity = 0;
  let steady = 0;
  let flowing = 0;
  let repeating = 0;
  for (let at = 0; at < mask.length; at++) {
    if (!mask[at]) continue;
    cells++;
    clarity += reliability.data[at];
    steady += coherence.data[at];
    flowing += flow.data[at];
    repeating += rhythm.data[at];
  }
  const area = cells / cellsPerSquareMillimetre;
  if (area < leastArea && evidence.contrast < leastContrast) return { outcome: 'refused', reason: 'blank' };
  if (area < leastArea || flowing < leastFlow * cells || repeating < leastRhythm * cells)
    return { outcome: 'refused', reason: 'not-a-fingerprint' };
  const mean = (clarity / cells + steady / cells) / 2;
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
  const counts = new Uint32Array(256);
  let pixels = 0;
  for (let y = 0; y < grey.height; y += 2)
    for (let x = 0; x < grey.width; x += 2) {
      if (!mask[cellAt(reliability.width, x + margin, y + margin)]) continue;
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
