import {
  type CalibrationPoint,
  checkCalibration,
  type ErrorRates,
  errorRates,
  falseMatchRate,
  falseNonMatchRate,
  mean,
  poolScores,
  type Scores,
} from '../evaluation/index.ts';
import type { FingerprintEvaluation, FingerprintFigures } from './evaluate.ts';
import { thresholds } from './matching/calibration.ts';

/*
 * Several sets measured together. The mean lets every set have the threshold that suits it best; pooled, all of them
 * share one, as they will in the field. Prints of different sets are never compared: the same finger may be in two.
 */

/** Each figure's mean over the sets, all sets weighing the same. */
export type MeanFigures = Omit<FingerprintFigures, 'images' | 'genuine' | 'impostor' | 'failedToExtract'>;

/** What one threshold for all does to the scores of all sets; rates as fractions. */
export interface PooledRates extends Pick<ErrorRates, 'eer' | 'fmr100' | 'fmr1000' | 'zeroFmr'> {
  /** Numbers of pairs. */
  readonly genuine: number;
  readonly impostor: number;
  /** What the threshold that the product decides by does on these sets. */
  readonly decision: {
    readonly decibels: number;
    readonly falseNonMatchRate: number;
    readonly falseMatchRate: number;
  };
  readonly calibration: readonly CalibrationPoint[];
}

export interface FiguresOverSets {
  readonly mean: MeanFigures;
  readonly pooled: PooledRates & Pick<FingerprintFigures, 'images' | 'failedToExtract'>;
}

/** @throws RangeError without any set. */
export function figuresOverSets(sets: readonly FingerprintEvaluation[]): FiguresOverSets {
  const total = (count: (set: FingerprintFigures) => number) =>
    sets.reduce((sum, set) => sum + count(set), 0);
  return {
    mean: meanOf(sets),
    pooled: {
      images: total((set) => set.images),
      failedToExtract: total((set) => set.failedToExtract),
      ...poolRates(sets.map(({ scores }) => scores)),
    },
  };
}

function meanOf(sets: readonly FingerprintFigures[]): MeanFigures {
  const over = (figure: (set: FingerprintFigures) => number) => mean(sets.map(figure));
  return {
    eer: over((set) => set.eer),
    fmr100: over((set) => set.fmr100),
    fmr1000: over((set) => set.fmr1000),
    zeroFmr: over((set) => set.zeroFmr),
    extractMs: { median: over((set) => set.extractMs.median), p95: over((set) => set.extractMs.p95) },
    comparisonsPerSecond: over((set) => set.comparisonsPerSecond),
    templateBytes: {
      median: over((set) => set.templateBytes.median),
      max: over((set) => set.templateBytes.max),
    },
    rank1: over((set) => set.rank1),
  };
}

/** @throws RangeError without any set. */
export function poolRates(sets: readonly Scores[]): PooledRates {
  const { genuine, impostor } = poolScores(sets);
  const { eer, fmr100, fmr1000, zeroFmr } = errorRates(genuine, impostor);
  return {
    genuine: genuine.length,
    impostor: impostor.length,
    eer,
    fmr100,
    fmr1000,
    zeroFmr,
    decision: {
      decibels: thresholds.match,
      falseNonMatchRate: falseNonMatchRate(genuine, thresholds.match),
      falseMatchRate: falseMatchRate(impostor, thresholds.match),
    },
    calibration: checkCalibration(impostor),
  };
}
