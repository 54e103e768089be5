import type { FingerprintTemplate } from '../types.ts';
import { calibrate } from './calibration.ts';
import { type Evidence, noEvidence, strength, weigh } from './evidence.ts';
import { compareNeighbourhoods } from './local-similarity.ts';
import { type MinutiaSet, minutiaSet, mostCompared } from './minutia-set.ts';
import { fitMotion, type Motion, motionOf, place } from './motion.ts';
import { emptyPairing, emptyPlaced, pair } from './pairing.ts';
import { warp } from './warp.ts';

/*
 * Two prints compared: like neighbourhoods propose alignments, each is tried on all minutiae, the best few are fitted
 * and unbent, and what then agrees is weighed against what should have agreed and did not.
 */

/** Alignments tried, and those of them refined. */
const mostRoots = 16;
const mostRefined = 3;
const loose = { distance: 13, stretch: 0.035, angle: 0.5 };
const tight = { distance: 11, stretch: 0, angle: 0.45 };
/** Fewer minutiae than this align with anything. */
const leastPairs = 3;

/**
 * How alike two prints are, 0 or more, in decibels: two different fingers reach s or more at a rate near 10^(−s/10),
 * as far as that was measured (calibration.ts). Templates of another engine version score 0.
 */
export function matchFingerprints(probe: FingerprintTemplate, candidate: FingerprintTemplate): number {
  if (probe.engine !== candidate.engine) return 0;
  return calibrate(strength(compare(probe, candidate)));
}

/** The evidence of the best alignment found. */
export function compare(
  probeTemplate: FingerprintTemplate,
  candidateTemplate: FingerprintTemplate,
): Evidence {
  const probe = minutiaSet(probeTemplate);
  const candidate = minutiaSet(candidateTemplate);
  if (probe.count < leastPairs || candidate.count < leastPairs) return noEvidence;
  const similarity = compareNeighbourhoods(probe, candidate);
  return chooseRoots(similarity, probe.count, candidate.count)
    .map((root) => tryRoot(probe, candidate, root))
    .sort((a, b) => b.agreement - a.agreement)
    .slice(0, mostRefined)
    .map((attempt) => refine(probe, candidate, attempt, similarity))
    .reduce((best, evidence) => (strength(evidence) > strength(best) ? evidence : best), noEvidence);
}

interface Root {
  readonly i: number;
  readonly j: number;
}

/** The pairs of minutiae with the most similar neighbourhoods. */
function chooseRoots(similarity: Float32Array, rows: number, columns: number): Root[] {
  const best: (Root & { likeness: number })[] = [];
  let least = 0;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const likeness = similarity[i * mostCompared + j];
      if (likeness <= least) continue;
      let slot = best.length;
      while (slot > 0 && best[slot - 1].likeness < likeness) slot--;
      best.splice(slot, 0, { i, j, likeness });
      if (best.length > mostRoots) best.pop();
      if (best.length === mostRoots) least = best[mostRoots - 1].likeness;
    }
  return best;
}

interface Attempt {
  readonly motion: Motion;
  readonly pivot: { readonly x: number; readonly y: number };
  readonly agreement: number;
}

const pairs = emptyPairing();
const placed = emptyPlaced();

function tryRoot(probe: MinutiaSet, candidate: MinutiaSet, { i, j }: Root): Attempt {
  const motion = motionOf(probe, i, candidate, j);
  const pivot = { x: candidate.x[j], y: candidate.y[j] };
  place(probe, motion, placed);
  pair(probe, placed, motion.turn, candidate, loose, pivot, pairs);
  let agreement = 0;
  for (let k = 0; k < pairs.count; k++) agreement += pairs.likeness[k];
  return { motion, pivot, agreement };
}

function refine(
  probe: MinutiaSet,
  candidate: MinutiaSet,
  { motion, pivot }: Attempt,
  similarity: Float32Array,
): Evidence {
  place(probe, motion, placed);
  pair(probe, placed, motion.turn, candidate, loose, pivot, pairs);
  if (pairs.count === 0) return noEvidence;
  const fitted = fitMotion(probe, candidate, pairs);
  place(probe, fitted, placed);
  pair(probe, placed, fitted.turn, candidate, loose, pivot, pairs);
  warp(probe, placed, candidate, pairs);
  pair(probe, placed, fitted.turn, candidate, tight, pivot, pairs);
  return weigh(probe, placed, candidate, pairs, similarity);
}
