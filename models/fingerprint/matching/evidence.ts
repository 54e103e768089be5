import { covers } from './coverage.ts';
import type { MinutiaSet } from './minutia-set.ts';
import type { Motion } from './motion.ts';
import type { Pairing, Placed } from './pairing.ts';
import { indexOf, type Votes } from './votes.ts';

/* What two aligned prints have in common, and what should have agreed and did not. */

export interface Evidence {
  /** Votes for the alignment, before any minutia was paired. */
  readonly support: number;
  /** Pairs of minutiae, and of those the ones of the same kind. */
  readonly pairs: number;
  readonly sameKind: number;
  /** Sum over the pairs of likeness times quality of both. */
  readonly agreement: number;
  /** Sum over the pairs of the likeness in place and direction alone. */
  readonly likeness: number;
  /** Sum over the pairs of the votes for them. */
  readonly votes: number;
  /** Pairs with any vote. */
  readonly voted: number;
  /** Minutiae of each print that lie within the other: their number, and weighted by quality. */
  readonly probeInside: number;
  readonly candidateInside: number;
  readonly probeInsideQuality: number;
  readonly candidateInsideQuality: number;
  /** Mean square by which the skin had to be unbent, in pixels². */
  readonly bending: number;
  /** How far the finger is turned, 0..π. */
  readonly turned: number;
}

/** Weighs a final pairing of the placed probe with the candidate. */
export function weigh(
  probe: MinutiaSet,
  placed: Placed,
  candidate: MinutiaSet,
  pairs: Pairing,
  votes: Votes,
  {
    motion,
    support,
    bending,
  }: { readonly motion: Motion; readonly support: number; readonly bending: number },
): Evidence {
  let agreement = 0;
  let likeness = 0;
  let voted = 0;
  let votesSum = 0;
  let sameKind = 0;
  for (let k = 0; k < pairs.count; k++) {
    const i = pairs.probe[k];
    const j = pairs.candidate[k];
    const sum = votes.sums[indexOf((i << 8) | j)];
    agreement += pairs.likeness[k] * Math.sqrt(probe.quality[i] * candidate.quality[j]);
    likeness += pairs.likeness[k];
    votesSum += sum;
    if (sum > 0) voted++;
    if (probe.fork[i] === candidate.fork[j]) sameKind++;
  }
  let probeInside = 0;
  let probeInsideQuality = 0;
  for (let i = 0; i < probe.count; i++)
    if (covers(candidate.coverage, placed.x[i], placed.y[i])) {
      probeInside++;
      probeInsideQuality += probe.quality[i];
    }
  let candidateInside = 0;
  let candidateInsideQuality = 0;
  const { cos, sin, dx, dy } = motion;
  for (let j = 0; j < candidate.count; j++) {
    const x = candidate.x[j] - dx;
    const y = candidate.y[j] - dy;
    if (!covers(probe.coverage, cos * x + sin * y, cos * y - sin * x)) continue;
    candidateInside++;
    candidateInsideQuality += candidate.quality[j];
  }
  return {
    support,
    pairs: pairs.count,
    sameKind,
    agreement,
    likeness,
    votes: votesSum,
    voted,
    probeInside,
    candidateInside,
    probeInsideQuality,
    candidateInsideQuality,
    bending,
    turned: Math.abs(Math.atan2(sin, cos)),
  };
}

/** Added to what should have agreed, so that three minutiae out of three prove little. */
const doubt = 2;
const shareExponent = 1.5;

/** One number that orders alignments: what agrees, times the share of the common area's minutiae that agree. */
export function strength({ agreement, probeInsideQuality, candidateInsideQuality, votes }: Evidence): number {
  const share = agreement / (Math.sqrt(probeInsideQuality * candidateInsideQuality) + doubt);
  return Math.sqrt(agreement * votes) * share ** shareExponent;
}
