import type { Scores } from './comparison.ts';
import { operatingPoints } from './metrics.ts';

/*
 * The detection error trade-off (Martin et al., 1997): FNMR against FMR over all thresholds, on logarithmic axes. Sets
 * have far more operating points than a line can show, so only those are kept that lie a visible step apart, each with
 * the point just before it so that steps stay steps.
 */

export interface DetPoint {
  readonly fmr: number;
  readonly fnmr: number;
}

/** Smallest step drawn, in decades. */
const leastStep = 0.01;

/** From accepting all (FMR 1) to accepting none (FNMR 1); the rates are as measured, so 0 at the ends. */
export function detCurve({ genuine, impostor }: Scores): DetPoint[] {
  const points = operatingPoints(genuine, impostor);
  // Zero has no logarithm: it lies half a pair's weight, a visible step, below the lowest rate measured.
  const apart = (a: DetPoint, b: DetPoint) =>
    Math.max(decades(a.fmr, b.fmr, 0.5 / impostor.length), decades(a.fnmr, b.fnmr, 0.5 / genuine.length)) >=
    leastStep;
  const kept = [0];
  for (let at = 1; at < points.length; at++) {
    const last = kept[kept.length - 1];
    if (!apart(points[at], points[last]) && at < points.length - 1) continue;
    if (at - 1 > last) kept.push(at - 1);
    kept.push(at);
  }
  return kept.map((at) => ({ fmr: points[at].fmr, fnmr: points[at].fnmr }));
}

function decades(a: number, b: number, least: number): number {
  return Math.abs(Math.log10(Math.max(a, least) / Math.max(b, least)));
}
