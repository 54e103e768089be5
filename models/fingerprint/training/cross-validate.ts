import { type ErrorRates, errorRates } from '../../evaluation/metrics.ts';
import { calibrate } from '../matching/calibration.ts';
import { fitCalibration, fitModel, oddsOf } from './fit.ts';
import type { Observation, TrainingSet } from './observe.ts';

/* The engine measured on each family of sets with a model and a calibration that have not seen any print of it. */

export interface HeldOutScores {
  readonly set: string;
  /** Decibels. */
  readonly genuine: readonly number[];
  readonly impostor: readonly number[];
}

export interface HeldOut extends HeldOutScores {
  readonly rates: ErrorRates;
}

export function crossValidate(sets: readonly TrainingSet[], observations: readonly Observation[]): HeldOut[] {
  const familyOf = new Map(sets.map(({ name, family }) => [name, family]));
  const families = [...new Set(familyOf.values())];
  return families.flatMap((family) => {
    const others = observations.filter(({ sets: names }) =>
      names.every((name) => familyOf.get(name) !== family),
    );
    const model = fitModel(others);
    const points = fitCalibration(
      others.filter(({ genuine }) => !genuine).map((pair) => oddsOf(model, pair)),
    );
    return sets
      .filter((set) => set.family === family)
      .map(({ name }) => {
        const own = observations.filter(({ sets: names }) => names[0] === name && names[1] === name);
        const scores = (genuine: boolean) =>
          own
            .filter((pair) => pair.genuine === genuine)
            .map((pair) => calibrate(oddsOf(model, pair), points));
        const [genuine, impostor] = [scores(true), scores(false)];
        return { set: name, genuine, impostor, rates: errorRates(genuine, impostor) };
      });
  });
}
