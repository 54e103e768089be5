import type { Scores } from './comparison.ts';

/**
 * The lowest threshold that keeps the false match rate, among the scores that occur; above it nothing is gained. Infinite
 * when only accepting nobody does.
 *
 * @param falseMatchRate the highest allowed, 0..1
 */
export function thresholdAt({ genuine, impostor }: Scores, falseMatchRate: number): number {
  const descending = Float64Array.from(impostor).sort().reverse();
  // The first impostor that may not pass.
  const refused = descending[Math.floor(falseMatchRate * impostor.length)] ?? Number.NEGATIVE_INFINITY;
  let lowest = Number.POSITIVE_INFINITY;
  for (const scores of [genuine, impostor])
    for (const score of scores) if (score > refused && score < lowest) lowest = score;
  return lowest;
}
