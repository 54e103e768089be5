/*
 * From strength of evidence to decibels of false match rate: a broken line through points of the impostor distribution.
 * Measured on 2026-11-22 on all pairs of impressions of different fingers in nine sets (FVC2000 DB1, DB2, DB4, FVC2002
 * DB1, FVC2004 DB2, DB3, upek, crossmatch, uareu): 92,544 pairs, so nine of them make the last point. Beyond it the line
 * goes on straight and orders scores, but its decibels are no longer measured.
 */

const points: readonly { readonly strength: number; readonly decibels: number }[] = [
  { strength: 0, decibels: 0 },
  { strength: 0.35, decibels: 10 },
  { strength: 0.52, decibels: 15.2 },
  { strength: 0.71, decibels: 20 },
  { strength: 0.99, decibels: 25.2 },
  { strength: 1.25, decibels: 30 },
  { strength: 1.69, decibels: 35.2 },
  { strength: 1.94, decibels: 40 },
];

/** Decision threshold in dB (about one false match in 10,000), and the one from which a person should look. */
export const thresholds = { match: 40, candidate: 25 } as const;

/** Decibels: −10·log10 of the share of impostor pairs that reach this strength. */
export function calibrate(strength: number): number {
  const above = points.findIndex((point) => point.strength > strength);
  const right = above < 0 ? points.length - 1 : Math.max(1, above);
  const from = points[right - 1];
  const to = points[right];
  const slope = (to.decibels - from.decibels) / (to.strength - from.strength);
  return from.decibels + (strength - from.strength) * slope;
}
