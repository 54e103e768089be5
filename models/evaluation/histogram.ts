/** Equal bins from `from` to `to`; scores beyond an end are counted in the bin there. */
export interface Bins {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** How many scores fall into each bin; a score on an edge belongs to the bin above it. */
export function histogram(scores: readonly number[], { from, to, count }: Bins): number[] {
  const counts = Array.from({ length: count }, () => 0);
  for (const score of scores) {
    const bin = Math.floor(((score - from) / (to - from)) * count);
    counts[Math.min(count - 1, Math.max(0, bin))]++;
  }
  return counts;
}
