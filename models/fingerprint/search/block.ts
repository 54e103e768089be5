/*
 * Fingers in shared memory, so that every worker reads them where they lie. A block has a number of slots, each for one
 * finger of at most `capacity` minutiae, leftmost first; fingers of like size share a block, so little is wasted.
 *
 * First the states of all slots, int32 each: number of minutiae, whether their edges are listed, quality of the print; 0
 * when empty. The state is written last and read first.
 *
 * Then a row for each slot, with what rating reads:
 *   cells  uint16 × 8 each  cells of the edges to the nearest neighbours (edge-cells.ts), 0 for none
 *   x, y   uint16           quarters of a pixel, y down
 *   angle  uint8            256ths of a turn
 *
 * Then a second row for each slot, with what only the matcher reads:
 *   marks  uint8            as in a packed template: 32 for a bifurcation, and the quality in 31sts
 *   rest   uint8 × 8 each   bits of the edges below the cell
 */

export const slotsPerBlock = 1024;
export const edgesPerMinutia = 8;
/** Parts of a state. */
export const countMask = 0xff;
export const listed = 0x100;
export const qualityShift = 16;
const stateBytes = 4;
export const rowBytesPerMinutia = 2 * edgesPerMinutia + 5;
const restBytesPerMinutia = 1 + edgesPerMinutia;

/** What travels to a worker; the memory itself is shared. */
export interface FingerBlock {
  /** Minutiae a slot has room for, a multiple of 8. */
  readonly capacity: number;
  readonly memory: SharedArrayBuffer;
}

/** A block's memory as the arrays of its slots. */
export interface BlockView {
  readonly capacity: number;
  readonly states: Int32Array;
  readonly words: Uint16Array;
  readonly bytes: Uint8Array;
}

export function createBlock(capacity: number): FingerBlock {
  return { capacity, memory: new SharedArrayBuffer(restAt(capacity, slotsPerBlock)) };
}

export function viewBlock({ capacity, memory }: FingerBlock): BlockView {
  return {
    capacity,
    states: new Int32Array(memory, 0, slotsPerBlock),
    words: new Uint16Array(memory),
    bytes: new Uint8Array(memory),
  };
}

/** The byte where a slot's row begins; it ends where the next begins. */
export function rowAt(capacity: number, slot: number): number {
  return stateBytes * slotsPerBlock + rowBytesPerMinutia * capacity * slot;
}

/** The same of its second row. */
export function restAt(capacity: number, slot: number): number {
  return rowAt(capacity, slotsPerBlock) + restBytesPerMinutia * capacity * slot;
}

/** Where a slot's arrays begin, each in units of its own kind. */
export interface Slot {
  readonly cells: number;
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly marks: number;
  readonly rest: number;
}

export function slotAt(capacity: number, slot: number): Slot {
  const cells = rowAt(capacity, slot) >> 1;
  const x = cells + edgesPerMinutia * capacity;
  const marks = restAt(capacity, slot);
  return { cells, x, y: x + capacity, angle: 2 * (x + 2 * capacity), marks, rest: marks + capacity };
}
