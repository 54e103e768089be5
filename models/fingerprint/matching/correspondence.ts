import { angleUnits } from '../template/units.ts';
import type { FingerprintTemplate, Minutia } from '../types.ts';
import { type Alignment, bestAlignments, weighProposals } from './alignment.ts';
import { tabulate } from './edge-table.ts';
import { matchFingerprints } from './match.ts';
import { type MinutiaSet, minutiaSet, mostCompared } from './minutia-set.ts';
import type { Motion } from './motion.ts';
import { emptyPairing, emptyPlaced } from './pairing.ts';
import { settle } from './settling.ts';
import { countVotes, noVotes } from './votes.ts';

/*
 * Which minutia of one print is which of another, and where those fall that have no counterpart. The steps are those of
 * a comparison, but everything found is told, so this is for prints that have been found alike, one pair at a time.
 */

/** A minutia of the probe, where it lies in the candidate's image. */
export interface LaidMinutia {
  readonly minutia: Minutia;
  /** Pixels of the candidate's image, y down; may be outside it. */
  readonly x: number;
  readonly y: number;
  /** Radians, as of a minutia, turned with the finger; not reduced to a turn. */
  readonly angle: number;
  /** Place in the candidate's list of the minutia that is the same, or null. */
  readonly counterpart: number | null;
}

export interface Correspondence {
  /** As of `matchFingerprints`. */
  readonly score: number;
  /** The compared minutiae of the probe, unbent. */
  readonly laid: readonly LaidMinutia[];
  /** Moves any place and direction of the probe likewise, but does not unbend. */
  move<T extends Placed>(point: T): T;
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

const mostAlignments = 3;

/** Lays the probe over the candidate; null when nothing of them agrees. */
export function correspond(
  probe: FingerprintTemplate,
  candidate: FingerprintTemplate,
): Correspondence | null {
  const score = matchFingerprints(probe, candidate);
  const from = minutiaSet(probe);
  const to = minutiaSet(candidate);
  const votes = noVotes();
  countVotes(tabulate(from.edges), to.edges, votes);
  const overlays = bestAlignments(from, to, weighProposals(from, to, votes), mostAlignments)
    .map((alignment) => layOver(from, to, alignment))
    .filter(({ agreement }) => agreement > 0);
  if (overlays.length === 0) return null;
  const best = overlays.reduce((most, one) => (one.agreement > most.agreement ? one : most));
  return {
    score,
    laid: laidOver(probe, candidate, best),
    move: (point) => moved(point, best.motion),
  };
}

interface Overlay {
  readonly motion: Motion;
  /** Candidate's pixels, y up, by the probe's set. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Candidate's minutia by the probe's, both of the sets; −1 for none. */
  readonly counterparts: Int16Array;
  /** Sum over the pairs of likeness times quality. */
  readonly agreement: number;
}

function layOver(probe: MinutiaSet, candidate: MinutiaSet, alignment: Alignment): Overlay {
  const pairs = emptyPairing();
  const { x, y } = emptyPlaced();
  const placed = { x, y };
  const motion = settle(probe, candidate, alignment, placed, pairs);
  const counterparts = new Int16Array(probe.count).fill(-1);
  let agreement = 0;
  for (let k = 0; k < pairs.count; k++) {
    const i = pairs.probe[k];
    const j = pairs.candidate[k];
    counterparts[i] = j;
    agreement += pairs.likeness[k] * Math.sqrt(probe.quality[i] * candidate.quality[j]);
  }
  return { motion, x, y, counterparts, agreement };
}

function laidOver(
  probe: FingerprintTemplate,
  candidate: FingerprintTemplate,
  { motion, x, y, counterparts }: Overlay,
): LaidMinutia[] {
  const there = comparedOrder(candidate);
  return comparedOrder(probe).map((at, i) => {
    const minutia = probe.minutiae[at];
    const counterpart = counterparts[i] < 0 ? null : there[counterparts[i]];
    return { minutia, x: x[i], y: -y[i], angle: minutia.angle + angleUnits.unpack(motion.turn), counterpart };
  });
}

/** Places in the template of the minutiae of its set, which are the first ones by x. */
function comparedOrder({ minutiae }: FingerprintTemplate): number[] {
  const kept = minutiae.slice(0, mostCompared);
  return [...kept.keys()].sort((a, b) => kept[a].x - kept[b].x);
}

function moved<T extends Placed>(point: T, { cos, sin, turn, dx, dy }: Motion): T {
  return {
    ...point,
    x: cos * point.x + sin * point.y + dx,
    y: -sin * point.x + cos * point.y - dy,
    angle: point.angle + angleUnits.unpack(turn),
  };
}
