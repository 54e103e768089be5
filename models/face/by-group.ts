/*
 * The engine's errors for one group of people beside another, at the thresholds in use, so that who pays for them is
 * seen before a programme goes live. What is counted: `../evaluation/by-group.ts`; how sure it is: `pair-rate.ts`.
 */
import {
  falseMatches,
  falseNonMatches,
  type Grouping,
  type GroupPairs,
  type PairRate,
  pairsByGroup,
  thresholdAt,
} from '../evaluation/index.ts';
import type { FaceEvaluation } from './evaluate.ts';
import type { FaceThresholds } from './scores.ts';

export type ErrorKind = 'fmr' | 'fnmr';

export interface GroupRates extends Readonly<Record<ErrorKind, PairRate>> {
  /** Cosine. */
  readonly threshold: number;
  /** Of impostor pairs of the group, and of one sex where it is known. */
  readonly fmr: PairRate;
  readonly fnmr: PairRate;
}

/** The threshold that keeps a group's false match rate, and what it costs. */
export interface CarryingThreshold {
  /** Cosine; minus infinite where nothing was compared. */
  readonly threshold: number;
  /** Of the group's own genuine pairs, a fraction. */
  readonly fnmr: number;
  /** Whether the group has the pairs to show that rate at all: at least three times its inverse (rule of three). */
  readonly shown: boolean;
}

export interface FaceGroup {
  /** What the group differs in, and its name: `age`, `18-29`. */
  readonly by: string;
  readonly name: string;
  readonly people: number;
  readonly images: number;
  readonly detectFailures: number;
  readonly candidate: GroupRates;
  readonly match: GroupRates;
  /** For the false match rate that `candidate` stands for, 1e-3. */
  readonly carrying: CarryingThreshold;
}

/** The false match rates that the thresholds in use stand for (`scores.ts`). */
export const promisedFmr = { candidate: 1e-3, match: 1e-5 } as const;

export interface PhotoGroups {
  readonly groupings: readonly Grouping[];
  /** The sex of who is in each photo, null where it is not known; null altogether when nobody's is. */
  readonly sexOf: readonly (string | null)[] | null;
}

/** Groups by the places of their photos in the evaluation. */
export function facesByGroup(
  { photos, comparisons }: Pick<FaceEvaluation, 'photos' | 'comparisons'>,
  thresholds: FaceThresholds,
  { groupings, sexOf }: PhotoGroups,
): FaceGroup[] {
  const numbers = new Map<string, number>();
  const people = photos.map(({ person }) => numbers.get(person) ?? number(numbers, person));
  const comparable = (probe: number, candidate: number) =>
    sexOf === null || (sexOf[probe] !== null && sexOf[probe] === sexOf[candidate]);
  return pairsByGroup(comparisons, people, groupings, comparable).map((pairs) => {
    const places = placesIn(groupings, pairs);
    return {
      by: pairs.by,
      name: pairs.name,
      people: new Set(places.map((place) => people[place])).size,
      images: places.length,
      detectFailures: places.filter((place) => !photos[place].vector).length,
      candidate: ratesAt(pairs, thresholds.candidate),
      match: ratesAt(pairs, thresholds.match),
      carrying: carrying(pairs),
    };
  });
}

function number(numbers: Map<string, number>, person: string): number {
  const next = numbers.size;
  numbers.set(person, next);
  return next;
}

function placesIn(groupings: readonly Grouping[], { by, name }: GroupPairs): number[] {
  const groupOf = groupings.find((grouping) => grouping.by === by)?.groupOf ?? [];
  return groupOf.flatMap((group, place) => (group === name ? [place] : []));
}

function ratesAt({ genuine, impostor }: GroupPairs, threshold: number): GroupRates {
  return { threshold, fmr: falseMatches(impostor, threshold), fnmr: falseNonMatches(genuine, threshold) };
}

function carrying({ genuine, impostor }: GroupPairs): CarryingThreshold {
  const scores = impostor.map(({ score }) => score);
  const threshold = thresholdAt(scores, promisedFmr.candidate);
  return {
    threshold,
    fnmr: falseNonMatches(genuine, threshold).rate,
    shown: scores.length >= 3 / promisedFmr.candidate,
  };
}
