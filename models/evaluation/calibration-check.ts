import { falseMatchRate } from './at-threshold.ts';

/*
 * Whether a score in decibels keeps its promise: different fingers or people reach d or more at a rate of 10^(−d/10).
 */

export interface CalibrationPoint {
  readonly decibels: number;
  /** As measured, a fraction. */
  readonly falseMatchRate: number;
}

/** The false match rates measured at 10, 20, 30 and 40 dB, where 10 %, 1 %, 0.1 % and 0.01 % are promised. */
export function checkCalibration(impostor: readonly number[]): CalibrationPoint[] {
  return [10, 20, 30, 40].map((decibels) => ({
    decibels,
    falseMatchRate: falseMatchRate(impostor, decibels),
  }));
}

/** The false match rate that a score in decibels promises. */
export function promisedRate(decibels: number): number {
  return 10 ** (-decibels / 10);
}
