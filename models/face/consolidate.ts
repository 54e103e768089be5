/*
 * Several pictures of one person made into one template: it knows more of the face than any of them, and costs a search no
 * more than one. The vectors are added, each weighed by its picture's quality, and brought to unit length. First they must
 * show one person: beginning with the picture most like the others, the likest of the rest is added as long as it is
 * like what has been gathered; whatever is left is a stranger.
 */
import { cosine } from './scores.ts';

export interface Taken {
  /** Unit length, all of one length. */
  readonly vector: Float32Array;
  /** 0..100. */
  readonly quality: number;
}

export type Consolidation =
  | { readonly outcome: 'consolidated'; readonly vector: Float32Array }
  | {
      readonly outcome: 'different-people';
      /** Places of the pictures that are unlike the others: of somebody else, or too poor to tell. */
      readonly strangers: readonly number[];
    };

/** Added to the quality: a poor picture of the person still says something. */
const LEAST_WEIGHT = 20;

/**
 * @param samePerson the cosine from which a picture is taken for one of the same person
 * @throws RangeError when there is no picture
 */
export function consolidate(taken: readonly Taken[], samePerson: number): Consolidation {
  if (taken.length === 0) throw new RangeError('nothing to consolidate');
  const left = new Set(taken.keys());
  let next = likeliest(taken);
  let vector = taken[next].vector;
  const used: Taken[] = [];
  for (;;) {
    left.delete(next);
    used.push(taken[next]);
    vector = weighedMean(used);
    if (left.size === 0) return { outcome: 'consolidated', vector };
    const likeness = (place: number) => cosine(taken[place].vector, vector);
    next = [...left].reduce((best, place) => (likeness(place) > likeness(best) ? place : best));
    if (likeness(next) < samePerson) return { outcome: 'different-people', strangers: [...left] };
  }
}

/** The place of the picture most like all others; of two, the better. */
function likeliest(taken: readonly Taken[]): number {
  const worth = taken.map(({ vector, quality }) => [
    taken.reduce((sum, other) => sum + cosine(vector, other.vector), 0),
    quality,
  ]);
  const better = ([a, q]: readonly number[], [b, r]: readonly number[]) => a > b || (a === b && q > r);
  return worth.reduce((best, one, place) => (better(one, worth[best]) ? place : best), 0);
}

function weighedMean(taken: readonly Taken[]): Float32Array {
  const sum = new Float32Array(taken[0].vector.length);
  for (const { vector, quality } of taken)
    for (const [i, value] of vector.entries()) sum[i] += value * (LEAST_WEIGHT + quality);
  const norm = Math.hypot(...sum);
  return sum.map((value) => value / norm);
}
