import type { SamplePair } from '../../../evaluation/index.ts';
import { cosine } from '../../scores.ts';
import type { FaceMeasures } from '../measures.ts';

/** A photo as the engine sees it, and whose it is. */
export interface QualityPhoto {
  readonly person: string;
  readonly vector: Float32Array;
  readonly measures: FaceMeasures;
}

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
    for (let j = i + 1; j < photos.length; j++)
      if (photos[j].person !== one.person) scores.push(cosine(one.vector, photos[j].vector));
  const sorted = Float64Array.from(scores).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * (1 - falseMatchRate)))];
}
