import { type BlockView, edgesPerMinutia, slotAt } from './block.ts';
import {
  angleShift,
  anglesApart,
  type ProbeTable,
  pixelsPerStep,
  shiftBits,
  shiftMask,
  weights,
} from './probe-table.ts';
import { readySlot } from './slot.ts';

/*
 * The first stage of a search, in plain TypeScript: the oracle of the kernel that does it (rating.ts), and the place to
 * read what it does. It is a Hough transform over like edges. Every edge of the finger that falls in the cell of one of
 * the probe's votes for the motion, turn and shift, that brings the two owners together. True counterparts agree in
 * their motion; strangers' votes spread. Each vote is worth the number of earlier ones for the same motion, less for a
 * motion that turns the finger; the rating is their mean, so that a large print gains nothing by its many votes.
 */

/** Motions told apart: 32 turns, and shifts by squares of 32 px modulo 256 px. */
const binBits = 3;
const bins = anglesApart << (2 * binBits);
const votes = new Uint8Array(bins);
const coarse = shiftBits - binBits;
const columnMask = (1 << binBits) - 1;
const turnAndRowMask = bins - 1 - columnMask;

/** Ratings are whole numbers, larger for fingers more alike. */
const perRating = 64;
const mostRated = 0xffff;
/** Added to the number of votes, for the mean of a few says little. */
const doubt = 20;

/** Rates the finger in a slot, 1 to 65,535, or 0 for an empty slot. */
export function rateSlot({ starts, entries, moves }: ProbeTable, view: BlockView, slot: number): number {
  const count = readySlot(view, slot);
  if (count === 0) return 0;
  const { words, bytes } = view;
  const at = slotAt(view.capacity, slot);
  votes.fill(0);
  let found = 0;
  let agreement = 0;
  for (let i = 0, edge = at.cells; i < count; i++) {
    const angle = bytes[at.angle + i] >> angleShift;
    const place =
      (angle << (2 * shiftBits)) | (upward(words[at.y + i]) << shiftBits) | rightward(words[at.x + i]);
    for (const last = edge + edgesPerMinutia; edge < last; edge++) {
      const end = starts[words[edge] + 1];
      for (let k = starts[words[edge]]; k < end; k++) {
        const motion = place - moves[entries[k] * anglesApart + angle];
        const bin = ((motion >>> (2 * coarse)) & turnAndRowMask) | ((motion >>> coarse) & columnMask);
        const before = votes[bin]++;
        agreement += before * weights[(motion >>> (2 * shiftBits)) & (anglesApart - 1)];
        found++;
      }
    }
  }
  return Math.min(mostRated, 1 + Math.floor((perRating * agreement) / (found + doubt)));
}

/** Steps of the quarter pixels stored, as of `placeOf`. */
const quartersPerStep = 4 * pixelsPerStep;
const stepShift = Math.log2(quartersPerStep);
const rightward = (quarters: number) => (quarters >> stepShift) & shiftMask;
const upward = (quarters: number) => -(quarters >> stepShift) & shiftMask;
