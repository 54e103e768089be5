import type { MinutiaSet } from './minutia-set.ts';
import { cosines, fitMotion, type Motion, sines } from './motion.ts';
import { emptyPairing } from './pairing.ts';
import { indexOf, type Votes } from './votes.ts';

/*
 * From votes to alignments. The pairs with most votes each propose a rotation and a shift; a proposal is supported by
 * the votes of all other strong pairs that it would bring together. The best supported proposals, each fitted to its
 * supporters, are the alignments worth the full comparison; how little support there is tells strangers apart early.
 */

export interface Alignment {
  readonly motion: Motion;
  /** Where the fit is surest, in the candidate's pixels: its supporters' middle. */
  readonly pivotX: number;
  readonly pivotY: number;
  /** Votes that agree with it, each by how well. */
  readonly support: number;
}

/** Strong pairs looked at. */
const mostStrong = 24;
/** Largest turn between the proposals of two supporters, in 256ths of a turn, and misplacement in pixels. */
const turnLimit = 20;
const shiftBase = 12;
const shiftShare = 0.06;

/** Votes are sorted into levels to find the strong pairs. */
const levels = 128;
const levelsPerVote = 16;
const histogram = new Uint16Array(levels);

/** The strong pairs with their votes, their minutiae and the turn they propose. */
const votesOf = new Float64Array(mostStrong);
const probeOf = new Uint8Array(mostStrong);
const candidateOf = new Uint8Array(mostStrong);
const turnOf = new Uint8Array(mostStrong);
const supports = new Float64Array(mostStrong);
/** 0..1, how well pairs r and s agree, at r · mostStrong + s. */
const agreements = new Float64Array(mostStrong * mostStrong);
const supporters = emptyPairing();

/** Weighs all proposals. */
export function weighProposals(probe: MinutiaSet, candidate: MinutiaSet, votes: Votes): Proposals {
  const count = chooseStrong(votes);
  for (let r = 0; r < count; r++) {
    turnOf[r] = candidate.angle[candidateOf[r]] - probe.angle[probeOf[r]];
    supports[r] = votesOf[r];
    agreements[r * mostStrong + r] = 1;
    for (let s = 0; s < r; s++) {
      const bend = ((turnOf[r] - turnOf[s] + turnLimit) & 255) - turnLimit;
      const agreement = bend > turnLimit ? 0 : agree(probe, candidate, r, s, bend);
      agreements[r * mostStrong + s] = agreement;
      agreements[s * mostStrong + r] = agreement;
      supports[r] += agreement * votesOf[s];
      supports[s] += agreement * votesOf[r];
    }
  }
  let best = 0;
  for (let r = 1; r < count; r++) if (supports[r] > supports[best]) best = r;
  return { count, support: count > 0 ? supports[best] : 0, cos: cosines[turnOf[best]] };
}

export interface Proposals {
  readonly count: number;
  /** Of the best supported one, 0 when there is none, and the cosine of its turn. */
  readonly support: number;
  readonly cos: number;
}

/** The best alignments of the proposals just weighed, at most `limit`. */
export function bestAlignments(
  probe: MinutiaSet,
  candidate: MinutiaSet,
  { count }: Proposals,
  limit: number,
): Alignment[] {
  const alignments: Alignment[] = [];
  while (alignments.length < limit) {
    let root = -1;
    for (let r = 0; r < count; r++)
      if (supports[r] > 0 && (root < 0 || supports[r] > supports[root])) root = r;
    if (root < 0) break;
    alignments.push(alignmentOf(probe, candidate, root, count));
  }
  return alignments;
}

/** Fits the supporters of a proposal, which then propose nothing any more, so that the next is a different one. */
function alignmentOf(probe: MinutiaSet, candidate: MinutiaSet, root: number, count: number): Alignment {
  const support = supports[root];
  let pivotX = 0;
  let pivotY = 0;
  let weight = 0;
  supporters.count = 0;
  for (let s = 0; s < count; s++) {
    const w = agreements[root * mostStrong + s] * votesOf[s];
    if (w === 0) continue;
    supports[s] = 0;
    supporters.probe[supporters.count] = probeOf[s];
    supporters.candidate[supporters.count] = candidateOf[s];
    supporters.likeness[supporters.count++] = w;
    weight += w;
    pivotX += w * candidate.x[candidateOf[s]];
    pivotY += w * candidate.y[candidateOf[s]];
  }
  const motion = fitMotion(probe, candidate, supporters);
  return { motion, pivotX: pivotX / weight, pivotY: pivotY / weight, support };
}

/** Collects the pairs with most votes, in no order; of equally strong ones beyond the limit the first. */
function chooseStrong({ count, pairs, sums }: Votes): number {
  histogram.fill(0);
  for (let k = 0; k < count; k++) histogram[levelOf(sums[indexOf(pairs[k])])]++;
  let level = levels - 1;
  for (let above = histogram[level]; level > 0 && above + histogram[level - 1] <= mostStrong; level--)
    above += histogram[level - 1];
  let found = 0;
  for (let k = 0; k < count; k++) {
    const sum = sums[indexOf(pairs[k])];
    if (levelOf(sum) < level || found === mostStrong) continue;
    votesOf[found] = sum;
    probeOf[found] = pairs[k] >> 8;
    candidateOf[found++] = pairs[k] & 255;
  }
  return found;
}

function levelOf(sum: number): number {
  return Math.min(levels - 1, Math.floor(sum * levelsPerVote));
}

/** How well the step from pair r to pair s is the same in both prints, turned by the mean of what both propose. */
function agree(probe: MinutiaSet, candidate: MinutiaSet, r: number, s: number, bend: number): number {
  const turn = (turnOf[s] + (bend >> 1)) & 255;
  const ax = probe.x[probeOf[s]] - probe.x[probeOf[r]];
  const ay = probe.y[probeOf[s]] - probe.y[probeOf[r]];
  const ex =
    candidate.x[candidateOf[s]] - candidate.x[candidateOf[r]] - cosines[turn] * ax + sines[turn] * ay;
  const ey =
    candidate.y[candidateOf[s]] - candidate.y[candidateOf[r]] - sines[turn] * ax - cosines[turn] * ay;
  const reach = shiftBase + shiftShare * (Math.abs(ax) + Math.abs(ay));
  const square = (ex * ex + ey * ey) / (reach * reach);
  return square > 1 ? 0 : (1 - square) * (1 - Math.abs(bend) / (turnLimit + 1));
}
