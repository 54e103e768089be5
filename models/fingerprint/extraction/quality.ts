import type { Measures } from './measures.ts';

/*
 * How good a print is: the printed area times the clarity of its ridges, our own scale from 0 to 100. It is not NFIQ.
 */

/** Square millimetres that count in full. */
const fullArea = 150;
/** Clarity from which quality counts, and the clarity that is as good as it gets. */
const leastClarity = 0.3;
const fullClarity = 0.9;

export function rateQuality({ area, clarity, coherence }: Measures): number {
  const mean = (clarity + coherence) / 2;
  const share = Math.min(1, area / fullArea);
  const clear = Math.min(1, Math.max(0, (mean - leastClarity) / (fullClarity - leastClarity)));
  return Math.round(100 * Math.sqrt(share) * clear);
}
