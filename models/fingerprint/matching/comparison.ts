import { type Alignment, bestAlignments, type Proposals, weighProposals } from './alignment.ts';
import type { EdgeTable } from './edge-table.ts';
import { type Common, commonOf, pairedFeatures, proposedFeatures, unbentFeatures } from './features.ts';
import type { MinutiaSet } from './minutia-set.ts';
import { place } from './motion.ts';
import { emptyPairing, emptyPlaced, loose, pair } from './pairing.ts';
import { isLast, type Look, logOdds, type ScoreModel } from './score-model.ts';
import { settle } from './settling.ts';
import { countVotes, noVotes } from './votes.ts';

/*
 * Two prints compared, look by look: like neighbourhoods propose alignments; the minutiae are paired under the best few;
 * the likeliest is fitted, unbent and paired again. What then agrees is weighed against what should have and did not.
 */

const mostAlignments = 2;
/** Fewer minutiae than this align with anything. */
const leastMinutiae = 3;
/** A second alignment is refined as well when it has at least this share of the best one's pairing. */
const rivalShare = 0.6;
/** Log odds of prints that cannot be aligned. */
export const hopeless = -20;

/** Told of the features of every look that was taken; the best if several alignments were refined. */
export type Observer = (look: Look, features: readonly number[]) => void;

const votes = noVotes();
const pairs = emptyPairing();
const placed = emptyPlaced();

/** Log odds that two prints are of one finger. */
export function compare(
  probe: MinutiaSet,
  table: EdgeTable,
  candidate: MinutiaSet,
  model: ScoreModel,
  observe?: Observer,
): number {
  if (probe.count < leastMinutiae || candidate.count < leastMinutiae) return hopeless;
  countVotes(table, candidate.edges, votes);
  const proposals = weighProposals(probe, candidate, votes);
  if (proposals.support === 0) return hopeless;
  const proposed = proposedFeatures(probe, candidate, proposals);
  observe?.('proposed', proposed);
  const first = logOdds(model.proposed, proposed);
  if (isLast(model.proposed, first)) return first;

  const [best, ...rivals] = pairAll(probe, candidate, proposals);
  const paired = pairedFeatures(probe, candidate, best.common, best.alignment.motion);
  observe?.('paired', paired);
  const second = logOdds(model.paired, paired);
  if (isLast(model.paired, second)) return second;

  let most = Number.NEGATIVE_INFINITY;
  let unbent: number[] = [];
  for (const { alignment, weight } of [best, ...rivals]) {
    if (weight < rivalShare * best.weight) continue;
    const features = refine(probe, candidate, alignment);
    const odds = logOdds(model.unbent, features);
    if (odds > most) [most, unbent] = [odds, features];
  }
  observe?.('unbent', unbent);
  return most;
}

interface Attempt {
  readonly alignment: Alignment;
  readonly common: Common;
  readonly weight: number;
}

/** The minutiae paired under each of the best alignments, the one with most in common first. */
function pairAll(probe: MinutiaSet, candidate: MinutiaSet, proposals: Proposals): Attempt[] {
  return bestAlignments(probe, candidate, proposals, mostAlignments)
    .map((alignment) => {
      place(probe, alignment.motion, placed);
      pair(probe, placed, alignment.motion.turn, candidate, loose, alignment, pairs);
      const common = commonOf(probe, candidate, pairs, votes);
      return { alignment, common, weight: common.agreement * common.votes };
    })
    .sort((a, b) => b.weight - a.weight);
}

function refine(probe: MinutiaSet, candidate: MinutiaSet, alignment: Alignment): number[] {
  const motion = settle(probe, candidate, alignment, placed, pairs);
  const common = commonOf(probe, candidate, pairs, votes);
  return unbentFeatures(probe, placed, candidate, common, motion);
}
