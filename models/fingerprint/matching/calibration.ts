import weights from './score-model.json' with { type: 'json' };

/*
 * From log odds to decibels of false match rate: a broken line through points of the impostor distribution, measured by
 * training (training/) on all pairs of prints of different fingers, also of different sensors. Beyond its last point the
 * line goes on straight and orders scores, but its decibels are no longer measured.
 */

export interface CalibrationPoint {
  readonly logOdds: number;
  /** −10·log10 of the share of impostor pairs that reach these odds. */
  readonly decibels: number;
}

/** Decision threshold in dB (about one false match in 10,000), and the one from which a person should look. */
export const thresholds = { match: 40, candidate: 25 } as const;

/** Decibels, 0 or more, by the calibration in use or another; its points ascend in both measures. */
export function calibrate(
  logOdds: number,
  points: readonly CalibrationPoint[] = weights.calibration,
): number {
  let right = 1;
  while (right < points.length - 1 && points[right].logOdds < logOdds) right++;
  const from = points[right - 1];
  const to = points[right];
  const slope = (to.decibels - from.decibels) / (to.logOdds - from.logOdds);
  return Math.max(0, from.decibels + (logOdds - from.logOdds) * slope);
}
