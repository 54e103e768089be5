import { type BlockView, edgesPerMinutia, slotAt } from './block.ts';
import { cellShift } from './edge-cells.ts';
import {
  angleShift,
  anglesApart,
  type ProbeTable,
  pixelsPerStep,
  shiftBits,
  shiftMask,
} from './probe-table.ts';
import { readySlot } from './slot.ts';

/*
 * The first stage of a search: a rating of every finger that takes a microsecond (a Hough transform over like edges).
 * Every edge of the finger that falls in the cell of one of the probe's votes for the motion, turn and shift, that
 * brings the two owners together. True counterparts agree in their motion; strangers' votes spread. With c votes for
 * a motion the next one adds c², so a few that agree outweigh many that do not.
 */

/** Motions told apart: 32 turns, and shifts by squares of 32 px modulo 256 px. */
const binBits = 3;
const bins = anglesApart << (2 * binBits);
const votes = new Uint8Array(bins);
const coarse = shiftBits - binBits;
const columnMask = (1 << binBits) - 1;
const turnAndRowMask = bins - 1 - columnMask;

/** Ratings are whole numbers, larger for fingers more alike; strangers seldom reach 500. */
const perRating = 16;
const mostRated = 0xffff;
/** Larger fingers collect more votes by chance. */
const chance = Float64Array.from({ length: 256 }, (_, minutiae) =>
  Math.sqrt(edgesPerMinutia * minutiae + 20),
);

/** Rates the finger in a slot, 1 to 65,535, or 0 for an empty slot. */
export function rateSlot({ starts, entries, moves }: ProbeTable, view: BlockView, slot: number): number {
  const count = readySlot(view, slot);
  if (count === 0) return 0;
  const { words, bytes } = view;
  const at = slotAt(view.capacity, slot);
  votes.fill(0);
  let agreement = 0;
  for (let i = 0, edge = at.edges; i < count; i++) {
    const angle = bytes[at.angle + i] >> angleShift;
    const place =
      (angle << (2 * shiftBits)) | (upward(words[at.y + i]) << shiftBits) | rightward(words[at.x + i]);
    for (const last = edge + edgesPerMinutia; edge < last; edge++) {
      const cell = words[edge] >> cellShift;
      const end = starts[cell + 1];
      for (let k = starts[cell]; k < end; k++) {
        const motion = place - moves[entries[k] | angle];
        const bin = ((motion >>> (2 * coarse)) & turnAndRowMask) | ((motion >>> coarse) & columnMask);
        const before = votes[bin];
        votes[bin] = before + 1;
        agreement += before * before;
      }
    }
  }
  return Math.min(mostRated, 1 + Math.round((perRating * agreement) / chance[count]));
}

/** Steps of the quarter pixels stored, as of `placeOf`. */
const quartersPerStep = 4 * pixelsPerStep;
const stepShift = Math.log2(quartersPerStep);
const rightward = (quarters: number) => (quarters >> stepShift) & shiftMask;
const upward = (quarters: number) => -(quarters >> stepShift) & shiftMask;
