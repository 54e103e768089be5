/*
 * From strength of evidence to decibels of false match rate: a broken line through points of the impostor distribution.
 * Measured on the extended impostor pairs of six FVC sets and upek (24,960 pairs); beyond the last point it is
 * extrapolated and a promise no longer.
 */

const points: readonly { readonly strength: number; readonly decibels: number }[] = [
  { strength: 0, decibels: 0 },
  { strength: 1.85, decibels: 10 },
  { strength: 3.14, decibels: 20 },
  { strength: 4.64, decibels: 30 },
  { strength: 6.82, decibels: 40 },
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
