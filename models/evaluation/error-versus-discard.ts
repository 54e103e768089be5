import { falseNonMatchRate } from './at-threshold.ts';

/* Error versus discard (Grother and Tabassi 2007): how fast misses vanish when the worst samples are left out. */

export interface SamplePair {
  /** Places of the two samples in the list of qualities. */
  readonly samples: readonly [number, number];
  readonly score: number;
}

/**
 * False non-match rate at a threshold after each share (0..1) of the samples was discarded, the worst by quality first.
 * NaN where no pair is left.
 */
export function errorVersusDiscard(
  genuine: readonly SamplePair[],
  quality: readonly number[],
  threshold: number,
  shares: readonly number[],
): number[] {
  const worstFirst = [...quality.keys()].sort((a, b) => quality[a] - quality[b]);
  return shares.map((share) => {
    const discarded = new Set(worstFirst.slice(0, Math.floor(share * quality.length)));
    const left = genuine.filter(({ samples }) => !samples.some((at) => discarded.has(at)));
    return falseNonMatchRate(
      left.map(({ score }) => score),
      threshold,
    );
  });
}
