import { quantile } from '../../evaluation/metrics.ts';
import type { CalibrationPoint } from '../matching/calibration.ts';
import { hopeless } from '../matching/comparison.ts';
import {
  isLast,
  type Look,
  type LookModel,
  logOdds,
  looks,
  type ScoreModel,
} from '../matching/score-model.ts';
import { type Example, fitLogistic } from './logistic.ts';
import type { Observation } from './observe.ts';

/* A score model and its calibration, fitted to observed pairs. */

/** Share of strangers for whom a look is the last. */
const stopped: Readonly<Record<Look, number | null>> = { proposed: 0.5, paired: 0.8, unbent: null };
/** Strangers to each genuine pair, by weight. */
const strangersPerMate = 20;
const ridge = 1e-4;
/**
 * Share of genuine pairs taken to be laid on at an odd turn. The sets hold hardly any, and without this a finger that is
 * turned would never be known again.
 */
const turnedShare = 0.03;
/** The place of the turn among the features of every look. */
const tiltAt = 0;

/** Every set teaches with the same weight. */
export function fitModel(observations: readonly Observation[]): ScoreModel {
  return {
    proposed: fitLook(observations, 'proposed'),
    paired: fitLook(observations, 'paired'),
    unbent: fitLook(observations, 'unbent'),
  };
}

function fitLook(observations: readonly Observation[], look: Look): LookModel {
  const { bias, weights } = fitLogistic(examplesOf(observations, look), ridge);
  const fitted = { bias, weights, lookCloser: null };
  const share = stopped[look];
  if (share === null) return fitted;
  const strangers = observations.flatMap(({ genuine, features }) =>
    genuine || !features ? [] : [logOdds(fitted, features[look])],
  );
  return { ...fitted, lookCloser: quantile(strangers, share) };
}

function examplesOf(observations: readonly Observation[], look: Look): Example[] {
  const counts = new Map<string, number>();
  const groupOf = ({ set, genuine }: Observation) => `${set} ${genuine}`;
  for (const pair of observations) counts.set(groupOf(pair), (counts.get(groupOf(pair)) ?? 0) + 1);
  return observations.flatMap((pair): Example[] => {
    if (!pair.features) return [];
    const features = pair.features[look];
    const weight = (pair.genuine ? 1 : strangersPerMate) / (counts.get(groupOf(pair)) ?? 1);
    if (!pair.genuine) return [{ features, genuine: false, weight }];
    const turned = features.with(tiltAt, 1);
    return [
      { features, genuine: true, weight: weight * (1 - turnedShare) },
      { features: turned, genuine: true, weight: weight * turnedShare },
    ];
  });
}

/** Log odds of a pair by a model, as the comparison itself would give them. */
export function oddsOf(model: ScoreModel, { features }: Observation): number {
  if (!features) return hopeless;
  let odds = hopeless;
  for (const look of looks) {
    odds = logOdds(model[look], features[look]);
    if (isLast(model[look], odds)) return odds;
  }
  return odds;
}

/** Decibels between two points, and fewest strangers that make a point: with fewer, the next set may be far from it. */
const step = 2.5;
const fewest = 30;

/** The calibration by the strangers among the pairs: of each, log odds and how often they are reached. */
export function fitCalibration(model: ScoreModel, observations: readonly Observation[]): CalibrationPoint[] {
  const strangers = observations.filter(({ genuine }) => !genuine);
  const sorted = Float64Array.from(strangers, (pair) => oddsOf(model, pair)).sort();
  const points: CalibrationPoint[] = [{ logOdds: Math.min(hopeless, sorted[0]), decibels: 0 }];
  for (let decibels = step; ; decibels += step) {
    const reaching = Math.round(sorted.length * 10 ** (-decibels / 10));
    if (reaching < fewest) return points;
    const odds = sorted[sorted.length - reaching];
    if (odds > points[points.length - 1].logOdds) points.push({ logOdds: odds, decibels });
  }
}
