import { type Interval, wilson } from './wilson.ts';

/*
 * Error rates over pairs that are not independent: one person is part of many pairs, and one who resembles others
 * spoils them all. So a rate's confidence is not that of its number of pairs. Its variance is summed over all pairs of
 * pairs that share a person (dyadic cluster-robust variance: Aronow, Samii and Assenova, Political Analysis 23, 2015);
 * the number of independent pairs of the same variance then gives a Wilson interval, which of the methods compared by
 * Fogliato, Patil and Perona (Confidence intervals for error rates in 1:1 matching tasks, 2024, arXiv 2306.01198) is
 * the one that keeps its 95 % at low rates.
 *
 * From a few errors no dependence can be seen. Where there are fewer than ten, it is measured at the threshold nearest
 * by with ten: dependence weighs more as errors get more, so this errs on the side of caution. (The authors count every
 * pair as independent when there is no error, which does not.)
 */

/** Two pictures' score and whose they are: numbers of people, the same twice in a genuine pair. */
export interface ScoredPair {
  readonly people: readonly [number, number];
  readonly score: number;
}

/** A rate and its 95 % confidence interval, all fractions; NaN, and 0 to 1, where there are no pairs. */
export interface PairRate extends Interval {
  readonly errors: number;
  readonly pairs: number;
  readonly rate: number;
  /** How many independent pairs would say as much. */
  readonly independentPairs: number;
}

type IsError = (pair: ScoredPair) => boolean;

const fewErrors = 10;

/** How many impostor pairs reach the threshold. */
export function falseMatches(impostor: readonly ScoredPair[], threshold: number): PairRate {
  const tenth = nth(impostor, (a, b) => b - a) ?? Number.NEGATIVE_INFINITY;
  return pairRate(
    impostor,
    ({ score }) => score >= threshold,
    ({ score }) => score >= tenth,
  );
}

/** How many genuine pairs do not reach the threshold. */
export function falseNonMatches(genuine: readonly ScoredPair[], threshold: number): PairRate {
  const tenth = nth(genuine, (a, b) => a - b) ?? Number.POSITIVE_INFINITY;
  return pairRate(
    genuine,
    ({ score }) => score < threshold,
    ({ score }) => score <= tenth,
  );
}

function nth(pairs: readonly ScoredPair[], order: (a: number, b: number) => number): number | undefined {
  return pairs.map(({ score }) => score).sort(order)[fewErrors - 1];
}

function pairRate(pairs: readonly ScoredPair[], isError: IsError, isAmongTen: IsError): PairRate {
  const errors = pairs.filter(isError).length;
  if (pairs.length === 0) return { errors, pairs: 0, rate: Number.NaN, independentPairs: 0, low: 0, high: 1 };
  const independentPairs = independent(pairs, errors < fewErrors ? isAmongTen : isError);
  const rate = errors / pairs.length;
  return { errors, pairs: pairs.length, rate, independentPairs, ...wilson(rate, independentPairs) };
}

/** Between the pairs that use nobody twice, which are independent for certain, and all pairs. */
function independent(pairs: readonly ScoredPair[], isError: IsError): number {
  const rate = pairs.filter(isError).length / pairs.length;
  const ofPerson = new Map<number, number>();
  const ofTwo = new Map<string, number>();
  for (const pair of pairs) {
    const residual = (isError(pair) ? 1 : 0) - rate;
    const [low, high] = pair.people[0] < pair.people[1] ? pair.people : pair.people.toReversed();
    for (const person of new Set([low, high])) add(ofPerson, person, residual);
    if (low !== high) add(ofTwo, `${low} ${high}`, residual);
  }
  const people = ofPerson.size;
  const nobodyTwice = ofTwo.size > 0 ? Math.max(1, Math.floor(people / 2)) : people;
  // Pairs of the same two people share both, and so were counted with each. That sharing people made rates surer can
  // only be chance.
  const alone = squares(ofTwo);
  const shared = Math.max(alone, squares(ofPerson) - alone);
  const variance = ((shared / pairs.length ** 2) * people) / Math.max(1, people - 1);
  const worth = variance > 0 ? (rate * (1 - rate)) / variance : 0;
  return Math.min(pairs.length, Math.max(nobodyTwice, worth));
}

function add<Key>(sums: Map<Key, number>, key: Key, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

function squares(sums: ReadonlyMap<unknown, number>): number {
  return sums.values().reduce((sum, value) => sum + value ** 2, 0);
}
