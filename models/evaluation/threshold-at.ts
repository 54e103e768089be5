/**
 * The lowest threshold that keeps the false match rate: just above the first impostor that may not pass.
 *
 * @param falseMatchRate the highest allowed, 0..1
 * @returns minus infinity where all may pass, or there are none
 */
export function thresholdAt(impostor: ArrayLike<number>, falseMatchRate: number): number {
  const descending = Float64Array.from(impostor).sort().reverse();
  const refused = descending[Math.floor(falseMatchRate * descending.length)];
  return refused === undefined ? Number.NEGATIVE_INFINITY : justAbove(refused);
}

function justAbove(score: number): number {
  return score + Math.max(Number.MIN_VALUE, Math.abs(score) * Number.EPSILON);
}
