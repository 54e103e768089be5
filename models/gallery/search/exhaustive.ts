import { dot } from '../kernels/plain.ts';
import type { Candidate } from './gallery.ts';

/** The search without any short cut: what every other must give, bit by bit. `known` holds unit vectors by person. */
export function searchExhaustively(
  known: Iterable<readonly [personId: string, vectors: readonly Float32Array[]]>,
  probe: Float32Array,
  limit: number,
): Candidate[] {
  return Array.from(known, ([personId, vectors]) => ({
    personId,
    score: Math.max(...vectors.map((vector) => dot(vector, 0, probe))),
  }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}
