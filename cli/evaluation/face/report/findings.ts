import type { PairRate } from '#models/evaluation/index.ts';
import { type ErrorKind, type FaceGroup, promisedFmr } from '#models/face/index.ts';

/*
 * What the rates of groups allow to say, and no more. A group differs from another of the same kind when their 95 %
 * intervals do not meet, which is stricter than a test at 5 % and so bears looking at several groups at once.
 */

type Kind = ErrorKind;

export type Verdict =
  /** The whole interval lies above what the threshold promises. */
  | 'above'
  /** The whole interval lies within it. */
  | 'within'
  /** The interval holds it: it may be either. */
  | 'cannot-say'
  /** Not one pair of the group was compared. */
  | 'nothing';

/** Whether a group keeps the false match rate that a threshold promises. */
export function keepsPromise({ pairs, low, high }: PairRate, promised: number): Verdict {
  if (pairs === 0) return 'nothing';
  if (low > promised) return 'above';
  return high <= promised ? 'within' : 'cannot-say';
}

export interface Difference {
  readonly worse: FaceGroup;
  readonly better: FaceGroup;
  readonly kind: Kind;
}

/** Every group that is surely worse than another of its kind at the threshold for candidates, beside the best of them. */
export function differences(groups: readonly FaceGroup[], kind: Kind): Difference[] {
  return groups.flatMap((worse) => {
    const [better] = groups
      .filter(({ by }) => by === worse.by)
      .filter((other) => other.candidate[kind].high < worse.candidate[kind].low)
      .sort((a, b) => a.candidate[kind].high - b.candidate[kind].high);
    return better ? [{ worse, better, kind }] : [];
  });
}

/** How many times a rate must be above the promise before chance is worth naming. */
const striking = 3;

/** Groups that look worse than the promise, but are too few to say so. */
export function suspicions(groups: readonly FaceGroup[]): FaceGroup[] {
  return groups.filter(({ candidate: { fmr } }) => {
    return (
      keepsPromise(fmr, promisedFmr.candidate) === 'cannot-say' && fmr.rate > striking * promisedFmr.candidate
    );
  });
}

/**
 * Groups whose pairs could not show the promised rate even if there were no error at all: by the rule of three, no error
 * in n independent pairs says no more than that the rate is at most 3 / n (Hanley and Lippman-Hand, JAMA 249, 1983).
 */
export function tooSmall(groups: readonly FaceGroup[], promised: number): FaceGroup[] {
  return groups.filter(({ candidate }) => candidate.fmr.pairs < ruleOfThree(promised));
}

/** Above this a rate is unknown for any purpose. */
const anything = 0.1;

/** Groups of which next to nothing is known: no errors or few, and yet one pair of strangers in ten may match. */
export function unknown(groups: readonly FaceGroup[]): FaceGroup[] {
  return groups.filter(({ candidate: { fmr } }) => fmr.low <= promisedFmr.candidate && fmr.high > anything);
}

/** Independent pairs without an error that it takes to show a rate. */
export function ruleOfThree(rate: number): number {
  return Math.ceil(3 / rate);
}

/** The fewest people, one photo each, who make so many pairs. */
export function peopleFor(pairs: number): number {
  return Math.ceil((1 + Math.sqrt(1 + 8 * pairs)) / 2);
}
