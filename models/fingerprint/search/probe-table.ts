import { listEdges } from '../matching/edges.ts';
import type { MinutiaSet } from '../matching/minutia-set.ts';
import { cells, type Edge, visitCells } from './edge-cells.ts';

/*
 * A probe made ready for rating the gallery (rating.ts): for each cell its minutiae with an edge there, and for each of
 * these and each angle of a counterpart where a motion would bring it.
 */

/** Steps in which motions are told apart: 32 turns, and shifts of 4 px modulo 256 px, each in its own bits. */
export const anglesApart = 32;
export const angleShift = 3;
export const pixelsPerStep = 4;
export const shiftBits = 6;
export const shiftMask = (1 << shiftBits) - 1;
const radiansPerUnit = Math.PI / 128;

/**
 * More than are stored of a finger: where the probe shows minutiae that the finger does not, the finger's nearest
 * neighbours are farther down the probe's list.
 */
const neighbours = 14;
/** Most minutiae listed for a cell. */
const mostInCell = 4;

export interface ProbeTable {
  /** Entries of cell c are those from starts[c] to starts[c + 1]; none of cell 0, which is also that of no edge. */
  readonly starts: Uint16Array;
  /** Minutiae. */
  readonly entries: Uint8Array;
  /**
   * For minutia · anglesApart + a counterpart's angle: what to subtract from the counterpart's place (`placeOf`) to get
   * the motion between the two.
   */
  readonly moves: Int32Array;
}

/**
 * What agreement in a turn is worth, by steps of turn: fingers are laid on upright within some 25 degrees, strangers
 * agree at any turn.
 */
export const weights = Uint8Array.from({ length: anglesApart }, (_, turn) => {
  const tilt = Math.min(turn, anglesApart - 1 - turn);
  return Math.max(2, 8 - 3 * Math.max(0, tilt - 1));
});

/** A minutia's angle, 256ths of a turn, and position, pixels, as one number. */
export function placeOf(angle: number, x: number, y: number): number {
  return ((angle >> angleShift) << (2 * shiftBits)) | (steps(y) << shiftBits) | steps(x);
}

const steps = (pixels: number) => Math.round(pixels / pixelsPerStep) & shiftMask;

export function tabulateProbe(probe: MinutiaSet): ProbeTable {
  const { count, owner, distance, bearing, heading } = listEdges(probe, neighbours);
  const edges = Array.from({ length: count }, (_, e): Edge & { readonly owner: number } => ({
    owner: owner[e],
    distance: distance[e],
    bearing: bearing[e],
    heading: heading[e],
  }));
  const inCell = new Uint8Array(cells);
  for (const edge of edges)
    visitCells(edge, (cell) => {
      inCell[cell] = Math.min(mostInCell, inCell[cell] + 1);
    });
  inCell[0] = 0;
  const starts = new Uint16Array(cells + 1);
  for (let cell = 0; cell < cells; cell++) starts[cell + 1] = starts[cell] + inCell[cell];
  const entries = new Uint8Array(starts[cells]);
  const next = starts.slice();
  for (const edge of edges)
    visitCells(edge, (cell) => {
      if (next[cell] < starts[cell + 1]) entries[next[cell]++] = edge.owner;
    });
  return { starts, entries, moves: movesOf(probe) };
}

function movesOf({ count, angle, x, y }: MinutiaSet): Int32Array {
  const moves = new Int32Array(count * anglesApart);
  for (let i = 0; i < count; i++)
    for (let other = 0; other < anglesApart; other++) {
      // A counterpart's angle is known to a step; its middle is meant.
      const turn = (other << angleShift) + (1 << (angleShift - 1)) - angle[i];
      const cos = Math.cos(turn * radiansPerUnit);
      const sin = Math.sin(turn * radiansPerUnit);
      const unturned = (other - ((turn & 255) >> angleShift)) << angleShift;
      moves[i * anglesApart + other] = placeOf(
        unturned & 255,
        cos * x[i] - sin * y[i],
        sin * x[i] + cos * y[i],
      );
    }
  return moves;
}
