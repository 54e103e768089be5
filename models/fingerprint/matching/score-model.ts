import weights from './score-model.json' with { type: 'json' };

/*
 * From what was measured of a pair of prints to the odds that they are of one finger. A comparison looks closer and
 * closer: at the proposals of its alignments, at the first pairing of minutiae, at the pairing after the skin was unbent.
 * Each look has a logistic model of its own, learned offline (training/), and all speak in the same unit, the natural
 * logarithm of the odds; a look that leaves too little hope is the last.
 */

export const looks = ['proposed', 'paired', 'unbent'] as const;

export type Look = (typeof looks)[number];

export interface LookModel {
  readonly bias: number;
  /** One a feature, in the order of features.ts. */
  readonly weights: readonly number[];
  /** Log odds from which a closer look is taken; null for always. */
  readonly lookCloser: number | null;
}

export type ScoreModel = Readonly<Record<Look, LookModel>>;

/** The model in use, as training wrote it. */
export const scoreModel: ScoreModel = weights.looks;

/** Log odds that the two prints are of one finger, if one pair in 21 is. */
export function logOdds({ bias, weights }: LookModel, features: ArrayLike<number>): number {
  let sum = bias;
  for (let f = 0; f < weights.length; f++) sum += weights[f] * features[f];
  return sum;
}

export function isLast({ lookCloser }: LookModel, odds: number): boolean {
  return lookCloser !== null && odds < lookCloser;
}
