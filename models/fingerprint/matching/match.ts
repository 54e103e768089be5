import type { FingerprintTemplate } from '../types.ts';
import { type Alignment, bestAlignments, weighProposals } from './alignment.ts';
import { calibrate } from './calibration.ts';
import { type EdgeTable, tabulate } from './edge-table.ts';
import { type Evidence, strength, weigh } from './evidence.ts';
import { type MinutiaSet, minutiaSet } from './minutia-set.ts';
import { fitMotion, place } from './motion.ts';
import { emptyPairing, emptyPlaced, pair } from './pairing.ts';
import { countVotes, noVotes } from './votes.ts';
import { warp } from './warp.ts';

/*
 * Two prints compared: like neighbourhoods propose alignments, the best few are fitted and unbent, and what then agrees
 * is weighed against what should have agreed and did not.
 */

const mostAlignments = 3;
/** Of the best proposal; with less, nine strangers in ten are told apart without a closer look. */
const leastSupport = 3;
const loose = { distance: 13, stretch: 0.035, angle: 20.4 };
const tight = { distance: 11, stretch: 0, angle: 18.3 };
/** Fewer minutiae than this align with anything. */
const leastPairs = 3;

/**
 * How alike two prints are, 0 or more, in decibels: two different fingers reach s or more at a rate near 10^(−s/10),
 * as far as that was measured (calibration.ts). Templates of another engine version score 0.
 */
export function matchFingerprints(probe: FingerprintTemplate, candidate: FingerprintTemplate): number {
  if (probe.engine !== candidate.engine) return 0;
  return openProbe(minutiaSet(probe)).compare(minutiaSet(candidate));
}

export interface Probe {
  /** As of `matchFingerprints`. */
  compare(candidate: MinutiaSet): number;
}

const probes = new WeakMap<MinutiaSet, Probe>();

/** A print ready to be compared with many: a tenth of a millisecond of preparation, done once for each. */
export function openProbe(probe: MinutiaSet): Probe {
  const known = probes.get(probe);
  if (known) return known;
  const table = tabulate(probe.edges);
  const opened = { compare: (candidate: MinutiaSet) => score(probe, table, candidate) };
  probes.set(probe, opened);
  return opened;
}

const votes = noVotes();
const pairs = emptyPairing();
const placed = emptyPlaced();

function score(probe: MinutiaSet, table: EdgeTable, candidate: MinutiaSet): number {
  if (probe.count < leastPairs || candidate.count < leastPairs) return 0;
  countVotes(table, candidate.edges, votes);
  const proposals = weighProposals(probe, candidate, votes);
  if (proposals.support < leastSupport) return proposals.support;
  const best = bestAlignments(probe, candidate, proposals, mostAlignments, leastSupport)
    .map((alignment) => refine(probe, candidate, alignment))
    .reduce((most, evidence) => Math.max(most, evidence ? strength(evidence) : 0), 0);
  return calibrate(best);
}

function refine(probe: MinutiaSet, candidate: MinutiaSet, alignment: Alignment): Evidence | null {
  place(probe, alignment.motion, placed);
  pair(probe, placed, alignment.motion.turn, candidate, loose, alignment, pairs);
  if (pairs.count === 0) return null;
  const motion = fitMotion(probe, candidate, pairs);
  place(probe, motion, placed);
  pair(probe, placed, motion.turn, candidate, loose, alignment, pairs);
  const bending = warp(probe, placed, candidate, pairs);
  pair(probe, placed, motion.turn, candidate, tight, alignment, pairs);
  return weigh(probe, placed, candidate, pairs, votes, { motion, support: alignment.support, bending });
}
