import type { CalibrationPoint } from '../matching/calibration.ts';
import type { ScoreModel } from '../matching/score-model.ts';
import { crossValidate, type HeldOutScores } from './cross-validate.ts';
import { fitCalibration, fitModel } from './fit.ts';
import { observe, type TrainingSet } from './observe.ts';

export type Training =
  | {
      readonly outcome: 'trained';
      /** What matching/score-model.json holds. */
      readonly model: { readonly looks: ScoreModel; readonly calibration: readonly CalibrationPoint[] };
      /** Each set scored by a model that was trained without its family. */
      readonly heldOut: readonly HeldOutScores[];
    }
  | {
      /** A family without which there are fewer than `leastStrangers` pairs of strangers, or no genuine pair. */
      readonly outcome: 'too-few-prints';
      readonly family: string;
    };

/** Fewer give no calibration worth the name; to measure 40 dB there should be 80,000. */
export const leastStrangers = 200;

/** Learns the score model from labelled sets, and tells how well the same learning does on sets it has not seen. */
export function train(sets: readonly TrainingSet[]): Training {
  const observations = observe(sets);
  for (const { family } of sets) {
    const others = new Set(sets.filter((set) => set.family !== family).map(({ name }) => name));
    const seen = observations.filter(({ set, features }) => others.has(set) && features);
    const mates = seen.filter(({ genuine }) => genuine).length;
    if (mates === 0 || seen.length - mates < leastStrangers) return { outcome: 'too-few-prints', family };
  }
  const looks = fitModel(observations);
  return {
    outcome: 'trained',
    model: { looks, calibration: fitCalibration(looks, observations) },
    heldOut: crossValidate(sets, observations),
  };
}
