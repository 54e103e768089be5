import type { CalibrationPoint } from '../matching/calibration.ts';
import type { ScoreModel } from '../matching/score-model.ts';
import { crossValidate, type HeldOutScores } from './cross-validate.ts';
import { fitCalibration, fitModel } from './fit.ts';
import { observe, type TrainingSet } from './observe.ts';

export interface Training {
  /** What matching/score-model.json holds. */
  readonly model: { readonly looks: ScoreModel; readonly calibration: readonly CalibrationPoint[] };
  /** Each set scored by a model that was trained without its family. */
  readonly heldOut: readonly HeldOutScores[];
}

/**
 * Learns the score model from labelled sets, and tells how well the same learning does on sets it has not seen.
 * @throws RangeError with fewer than two families of sets.
 */
export function train(
  sets: readonly TrainingSet[],
  onProgress?: (set: number, fraction: number) => void,
): Training {
  const observations = observe(sets, onProgress);
  const looks = fitModel(observations);
  return {
    model: { looks, calibration: fitCalibration(looks, observations) },
    heldOut: crossValidate(sets, observations),
  };
}
