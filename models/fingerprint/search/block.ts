/*
 * Fingers in shared memory, so that every worker reads them where they lie. A block is a row of slots, each for one
 * finger of at most `capacity` minutiae, leftmost first; fingers of like size share a block, so little is wasted. Arrays
 * of a slot, one after the other:
 *   state  int32            number of minutiae, whether their edges are listed, quality of the print; 0 when empty
 *   edges  uint16 × 8 each  high parts of the edges to the nearest neighbours (edge-cells.ts), 0 for none
 *   x, y   uint16           quarters of a pixel, y down
 *   angle  uint8            256ths of a turn
 *   marks  uint8            as in a packed template: 32 for a bifurcation, and the quality in 31sts
 *   rest   uint8 × 8 each   low parts of the edges
 * The state is written last and read first.
 */

export const slotsPerBlock = 1024;
export const edgesPerMinutia = 8;
/** Parts of a state. */
export const countMask = 0xff;
export const listed = 0x100;
export const qualityShift = 16;
const bytesPerMinutia = 3 * edgesPerMinutia + 6;
const stateBytes = 4;

/** What travels to a worker; the memory itself is shared. */
export interface FingerBlock {
  /** Minutiae a slot has room for, a multiple of 8. */
  readonly capacity: number;
  readonly memory: SharedArrayBuffer;
}

/** A block's memory as the arrays of its slots. An array of slot s begins at s · stride of its own. */
export interface BlockView {
  readonly capacity: number;
  readonly states: Int32Array;
  readonly words: Uint16Array;
  readonly bytes: Uint8Array;
}

export function slotBytes(capacity: number): number {
  return stateBytes + bytesPerMinutia * capacity;
}

export function createBlock(capacity: number): FingerBlock {
  return { capacity, memory: new SharedArrayBuffer(slotsPerBlock * slotBytes(capacity)) };
}

export function viewBlock({ capacity, memory }: FingerBlock): BlockView {
  return {
    capacity,
    states: new Int32Array(memory),
    words: new Uint16Array(memory),
    bytes: new Uint8Array(memory),
  };
}

/** Where a slot's arrays begin, each in units of its own kind. */
export interface Slot {
  readonly state: number;
  readonly edges: number;
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly marks: number;
  readonly rest: number;
}

export function slotAt(capacity: number, slot: number): Slot {
  const start = slot * slotBytes(capacity);
  const edges = start + stateBytes;
  const x = edges + 2 * edgesPerMinutia * capacity;
  const angle = x + 4 * capacity;
  return {
    state: start >> 2,
    edges: edges >> 1,
    x: x >> 1,
    y: (x >> 1) + capacity,
    angle,
    marks: angle + capacity,
    rest: angle + 2 * capacity,
  };
}
