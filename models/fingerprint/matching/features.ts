import type { Proposals } from './alignment.ts';
import { covers } from './coverage.ts';
import type { MinutiaSet } from './minutia-set.ts';
import type { Motion } from './motion.ts';
import type { Pairing, Placed } from './pairing.ts';
import { indexOf, type Votes } from './votes.ts';

/*
 * What is measured of a pair of prints at each look, as plain numbers for the score model. Two things count everywhere:
 * how far the finger is turned, for strangers align at any turn and fingers are laid on upright; and the quality of the
 * poorer print, for of a poor one less can be expected to agree.
 */

/** Turns up to the first are usual, from the second on they are all the same; radians. */
const usualTurn = 0.5;
const oddTurn = 1;

function tilt(cos: number): number {
  const turn = Math.acos(Math.max(-1, Math.min(1, cos)));
  return Math.min(1, Math.max(0, (turn - usualTurn) / (oddTurn - usualTurn)));
}

function quality(probe: MinutiaSet, candidate: MinutiaSet): number {
  return Math.min(probe.printQuality, candidate.printQuality);
}

/** How many minutiae could have agreed. */
function size(probe: MinutiaSet, candidate: MinutiaSet): number {
  return Math.log(probe.count * candidate.count) / 2;
}

/** Of the best supported proposal. */
export function proposedFeatures(probe: MinutiaSet, candidate: MinutiaSet, proposals: Proposals): number[] {
  return [
    tilt(proposals.cos),
    quality(probe, candidate),
    Math.log1p(proposals.support),
    size(probe, candidate),
  ];
}

/** What a pairing holds: likeness times quality of both, and votes, summed over the pairs. */
export interface Common {
  readonly agreement: number;
  readonly votes: number;
}

export function commonOf(probe: MinutiaSet, candidate: MinutiaSet, pairs: Pairing, { sums }: Votes): Common {
  let agreement = 0;
  let votes = 0;
  for (let k = 0; k < pairs.count; k++) {
    const i = pairs.probe[k];
    const j = pairs.candidate[k];
    agreement += pairs.likeness[k] * Math.sqrt(probe.quality[i] * candidate.quality[j]);
    votes += sums[indexOf((i << 8) | j)];
  }
  return { agreement, votes };
}

export function pairedFeatures(
  probe: MinutiaSet,
  candidate: MinutiaSet,
  { agreement, votes }: Common,
  motion: Motion,
): number[] {
  return [
    tilt(motion.cos),
    quality(probe, candidate),
    Math.log1p(agreement),
    Math.log1p(votes),
    size(probe, candidate),
  ];
}

/** Added to what should have agreed, so that three minutiae out of three prove little. */
const doubt = 2;

export function unbentFeatures(
  probe: MinutiaSet,
  placed: Placed,
  candidate: MinutiaSet,
  { agreement, votes }: Common,
  motion: Motion,
): number[] {
  const expected = Math.sqrt(insideOf(candidate, probe, placed) * reverseInsideOf(probe, candidate, motion));
  return [
    tilt(motion.cos),
    quality(probe, candidate),
    Math.log1p(agreement),
    Math.log1p(votes),
    agreement / (expected + doubt),
  ];
}

/** Quality of the placed probe's minutiae that lie within the candidate's print: they should have found their likes. */
function insideOf(candidate: MinutiaSet, probe: MinutiaSet, placed: Placed): number {
  let inside = 0;
  for (let i = 0; i < probe.count; i++)
    if (covers(candidate.coverage, placed.x[i], placed.y[i])) inside += probe.quality[i];
  return inside;
}

/** The same of the candidate's minutiae within the probe's print. */
function reverseInsideOf(probe: MinutiaSet, candidate: MinutiaSet, { cos, sin, dx, dy }: Motion): number {
  let inside = 0;
  for (let j = 0; j < candidate.count; j++) {
    const x = candidate.x[j] - dx;
    const y = candidate.y[j] - dy;
    if (covers(probe.coverage, cos * x + sin * y, cos * y - sin * x)) inside += candidate.quality[j];
  }
  return inside;
}
