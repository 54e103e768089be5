import type { Alignment } from './alignment.ts';
import type { MinutiaSet } from './minutia-set.ts';
import { fitMotion, type Motion, place } from './motion.ts';
import { loose, type Pairing, type Placed, pair, tight } from './pairing.ts';
import { warp } from './warp.ts';

/**
 * Fits an alignment to the minutiae that it pairs, unbends the skin and pairs once more.
 * @param placed where the probe's minutiae come to lie, and `pairs` what is paired; both are overwritten.
 * @returns the motion, before unbending.
 */
export function settle(
  probe: MinutiaSet,
  candidate: MinutiaSet,
  alignment: Alignment,
  placed: Placed,
  pairs: Pairing,
): Motion {
  place(probe, alignment.motion, placed);
  pair(probe, placed, alignment.motion.turn, candidate, loose, alignment, pairs);
  const motion = pairs.count > 0 ? fitMotion(probe, candidate, pairs) : alignment.motion;
  place(probe, motion, placed);
  pair(probe, placed, motion.turn, candidate, loose, alignment, pairs);
  warp(probe, placed, candidate, pairs);
  pair(probe, placed, motion.turn, candidate, tight, alignment, pairs);
  return motion;
}
