import type { ExtractionRefusal } from '../types.ts';
import type { Measures } from './measures.ts';
import { isTooClose, isTooWide } from './resolution.ts';

/*
 * Whether there is a print to work with at all, and if not, why. Skin is told from scenes and noise, which the filters
 * dress up as ridges as well, by one direction over a window and by repetition.
 */

/** Square millimetres of print below which nothing can be told of it. */
const leastArea = 18;
/** Grey levels of deviation that empty glass does not reach by noise alone. */
const leastContrast = 15;
/**
 * Of 1,136 real prints none fell below 0.86 and 0.08, of windows of 100 × 100 pixels in 70 of them one in ten below 0.88
 * and 0.08; of photographs of faces at three resolutions hardly one reached both limits.
 */
const leastFlow = 0.79;
const leastRhythm = 0.06;
/** In faint images the steps between grey levels look like ridges; faint real prints had a flow of 0.88 or more. */
const faintContrast = 13;
const leastFlowOfFaint = 0.86;
/**
 * How parallel the gradients of the image itself are, before any filter: in 1,120 real prints 0.24 or more, in windows of
 * 100 × 100 pixels 0.21, in noise that passed for ridges 0.10.
 */
const leastCoherence = 0.16;
/** A patch up to this area (mm²) that shows some repetition is too little of a finger rather than something else. */
const patchArea = 60;
const patchRhythm = 0.045;
/** Lines of text and weaves all run one way; of 1,136 whole prints none went beyond 0.945. */
const mostStraight = 0.97;
const straightArea = 100;
/** Flow from which wide or close ridges are ridges; places that must agree on close ones where no print is seen. */
const leastFlowOfWide = 0.9;
const leastFlowOfClose = 0.8;
const leastAgreement = 0.5;
/** With fewer nothing can be recognised; gratings and weaves have none. */
const leastMinutiae = 4;
/** Square millimetres of a finger that always show more. */
const ampleArea = 90;

/** Why there is no print to work with, or null. */
export function refusePrint(measures: Measures): ExtractionRefusal | null {
  const { area, roughArea, contrast, coherence, flow, rhythm, straightness, spacing } = measures;
  if (area < leastArea) {
    if (contrast < leastContrast) return 'blank';
    if (isTooClose(spacing) && spacing.agreement > leastAgreement) return 'wrong-resolution';
    return area > 0 && roughArea < patchArea ? 'too-little-contact' : 'not-a-fingerprint';
  }
  if (coherence < leastCoherence) return 'not-a-fingerprint';
  if (straightness > mostStraight && area > straightArea) return 'not-a-fingerprint';
  if (isTooClose(spacing) && flow > leastFlowOfClose) return 'wrong-resolution';
  if (isTooWide(spacing) && flow > leastFlowOfWide) return 'wrong-resolution';
  if (flow < (contrast < faintContrast ? leastFlowOfFaint : leastFlow) || rhythm < leastRhythm)
    return area < patchArea && rhythm > patchRhythm ? 'too-little-contact' : 'not-a-fingerprint';
  return null;
}

/** Why so few minutiae are no template, or null. */
export function refuseMinutiae(count: number, { area }: Measures): ExtractionRefusal | null {
  if (count >= leastMinutiae) return null;
  return area < ampleArea ? 'too-little-contact' : 'not-a-fingerprint';
}
