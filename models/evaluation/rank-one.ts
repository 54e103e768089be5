import type { Comparison } from './comparison.ts';

/**
 * Share of the pictures whose likest other one is of the same identity, among those compared with their own identity
 * and with another; NaN when there are none. A tie counts against the engine.
 */
export function rankOne(comparisons: Iterable<Comparison>): number {
  const own = new Map<number, number>();
  const others = new Map<number, number>();
  for (const { probe, candidate, genuine, score } of comparisons) {
    const likest = genuine ? own : others;
    for (const picture of [probe, candidate])
      likest.set(picture, Math.max(score, likest.get(picture) ?? Number.NEGATIVE_INFINITY));
  }
  const searched = [...own].filter(([picture]) => others.has(picture));
  const found = searched.filter(([picture, score]) => score > (others.get(picture) ?? Number.NaN));
  return found.length / searched.length;
}
