import { type SamplePair, thresholdAt } from '../../../evaluation/index.ts';
import { cosine } from '../../scores.ts';
import type { QualityPhoto } from '../observe-quality.ts';

export interface QualityExample {
  readonly photos: readonly QualityPhoto[];
  /** Pairs of photos of one person, by their places, and their cosines. */
  readonly genuine: readonly SamplePair[];
}

/** All genuine pairs among photos. */
export function exampleOf(photos: readonly QualityPhoto[]): QualityExample {
  const genuine: SamplePair[] = [];
  for (const places of Map.groupBy(photos.keys(), (at) => photos[at].person).values())
    for (const [rank, one] of places.entries())
      for (const other of places.slice(rank + 1))
        genuine.push({ samples: [one, other], score: cosine(photos[one].vector, photos[other].vector) });
  return { photos, genuine };
}

/** Cosine that so large a share (0..1) of the pairs of strangers exceeds. */
export function thresholdAmong(photos: readonly QualityPhoto[], falseMatchRate: number): number {
  const scores: number[] = [];
  for (const [i, one] of photos.entries())
    for (const other of photos.slice(i + 1))
      if (other.person !== one.person) scores.push(cosine(one.vector, other.vector));
  return thresholdAt(scores, falseMatchRate);
}
