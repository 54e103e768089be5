import { calibrate } from '../matching/calibration.ts';
import { fitCalibration, fitModel, oddsOf } from './fit.ts';
import type { Observation, TrainingSet } from './observe.ts';

/* The engine's scores on each family of sets by a model and a calibration that have not seen any print of it. */

export interface HeldOutScores {
  /** Name of the set. */
  readonly set: string;
  /** Decibels. */
  readonly genuine: readonly number[];
  readonly impostor: readonly number[];
}

/** The sets must be of two families at least. */
export function crossValidate(
  sets: readonly Pick<TrainingSet, 'name' | 'family'>[],
  observations: readonly Observation[],
): HeldOutScores[] {
  const familyOf = new Map(sets.map(({ name, family }) => [name, family]));
  const families = new Set(familyOf.values());
  return [...families].flatMap((family) => {
    const others = observations.filter(({ set }) => familyOf.get(set) !== family);
    const model = fitModel(others);
    const calibration = fitCalibration(model, others);
    const score = (pair: Observation) => calibrate(oddsOf(model, pair), calibration);
    return sets
      .filter((set) => set.family === family)
      .map(({ name }) => {
        const own = observations.filter(({ set }) => set === name);
        return {
          set: name,
          genuine: own.filter(({ genuine }) => genuine).map(score),
          impostor: own.filter(({ genuine }) => !genuine).map(score),
        };
      });
  });
}
