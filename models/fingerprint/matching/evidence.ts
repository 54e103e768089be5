import { type MinutiaSet, mostCompared } from './minutia-set.ts';
import type { Pairing, Placed } from './pairing.ts';

/* What two aligned prints have in common, weighed against what should have agreed and did not. */

export interface Evidence {
  /** Pairs of minutiae. */
  readonly pairs: number;
  /** Sum over the pairs of likeness times quality of both. */
  readonly agreement: number;
  /** Sum over the pairs of the similarity of their neighbourhoods. */
  readonly support: number;
  /** Minutiae of each print that lie within the other, weighted by quality. */
  readonly probeInside: number;
  readonly candidateInside: number;
}

export const noEvidence: Evidence = {
  pairs: 0,
  agreement: 0,
  support: 0,
  probeInside: 0,
  candidateInside: 0,
};

/** A minutia lies within the other print when one of the other's minutiae is this near, in pixels. */
const insideRadius = 45;

const candidateReached = new Uint8Array(mostCompared);

/** Weighs a final pairing; `similarity` is that of compareNeighbourhoods. */
export function weigh(
  probe: MinutiaSet,
  placed: Placed,
  candidate: MinutiaSet,
  pairs: Pairing,
  similarity: Float32Array,
): Evidence {
  let agreement = 0;
  let support = 0;
  for (let k = 0; k < pairs.count; k++) {
    const i = pairs.probe[k];
    const j = pairs.candidate[k];
    agreement += pairs.likeness[k] * Math.sqrt(probe.quality[i] * candidate.quality[j]);
    support += similarity[i * mostCompared + j];
  }
  candidateReached.fill(0, 0, candidate.count);
  let probeInside = 0;
  for (let i = 0; i < probe.count; i++) {
    let reached = false;
    for (let j = 0; j < candidate.count; j++) {
      const dx = candidate.x[j] - placed.x[i];
      const dy = candidate.y[j] - placed.y[i];
      if (dx * dx + dy * dy > insideRadius * insideRadius) continue;
      reached = true;
      candidateReached[j] = 1;
    }
    if (reached) probeInside += probe.quality[i];
  }
  let candidateInside = 0;
  for (let j = 0; j < candidate.count; j++) if (candidateReached[j]) candidateInside += candidate.quality[j];
  return { pairs: pairs.count, agreement, support, probeInside, candidateInside };
}

/** Added to what should have agreed, so that three minutiae out of three prove little. */
const doubt = 2;
/** How much more it counts that everything agrees than that much agrees. Fitted on the sets named in calibration.ts. */
const shareExponent = 1.5;

/** One number for all of it: what agrees, times the share of the common area's minutiae that agree. */
export function strength({ agreement, probeInside, candidateInside, support }: Evidence): number {
  if (agreement === 0) return 0;
  const share = agreement / (Math.sqrt(probeInside * candidateInside) + doubt);
  return Math.sqrt(agreement * support) * share ** shareExponent;
}
