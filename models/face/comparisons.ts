import type { Comparison } from '../evaluation/index.ts';
import { cosine } from './scores.ts';

/* Which pictures of a set are compared. Scores are cosines, made when they are asked for: a set has millions. */

/** A picture of the set as far as the engine knows it; without a vector where it gave no template. */
export interface TemplatedPhoto {
  readonly person: string;
  readonly name: string;
  readonly vector: Float32Array | null;
}

/** Two photos, by name, to compare; `same` says whether they are of one person, whatever their labels say. */
export interface FacePair {
  readonly same: boolean;
  readonly names: readonly [string, string];
}

/** Every pair of photos once, or only those listed; those without a template are in no pair. */
export function compare(
  photos: readonly TemplatedPhoto[],
  pairs?: readonly FacePair[],
): Iterable<Comparison> {
  return { [Symbol.iterator]: () => (pairs ? listed(photos, pairs) : all(photos)) };
}

function* all(photos: readonly TemplatedPhoto[]): Generator<Comparison> {
  for (const [probe, { person, vector }] of photos.entries()) {
    if (!vector) continue;
    for (let candidate = probe + 1; candidate < photos.length; candidate++) {
      const other = photos[candidate];
      if (!other.vector) continue;
      yield { probe, candidate, genuine: person === other.person, score: cosine(vector, other.vector) };
    }
  }
}

function* listed(photos: readonly TemplatedPhoto[], pairs: readonly FacePair[]): Generator<Comparison> {
  const places = new Map(photos.map(({ name }, place) => [name, place]));
  for (const { same, names } of pairs) {
    const [probe, candidate] = names.map((name) => places.get(name));
    // A photo that could not be read is not in the set.
    if (probe === undefined || candidate === undefined) continue;
    const [one, other] = [photos[probe].vector, photos[candidate].vector];
    if (one && other) yield { probe, candidate, genuine: same, score: cosine(one, other) };
  }
}
