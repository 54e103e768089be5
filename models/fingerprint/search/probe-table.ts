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

export interface ProbeTable {
  /** Entries of cell c are those from starts[c] to starts[c + 1]. */
  readonly starts: Uint16Array;
  /** Minutia · anglesApart. */
  readonly entries: Uint16Array;
  /**
   * For entry + angle: what to subtract from a counterpart's place (`placeOf`) to get the motion between the two.
   */
  readonly moves: Int32Array;
}

/** A minutia's angle, 256ths of a turn, and position, pixels, as one number. */
export function placeOf(angle: number, x: number, y: number): number {
  return ((angle >> angleShift) << (2 * shiftBits)) | (steps(y) << shiftBits) | steps(x);
}

const steps = (pixels: number) => Math.round(pixels / pixelsPerStep) & shiftMask;

export function tabulateProbe(probe: MinutiaSet): ProbeTable {
  const { count, owner, distance, bearing, heading } = probe.edges;
  const edges = Array.from(
    { length: count },
    (_, e): Edge => ({ distance: distance[e], bearing: bearing[e], heading: heading[e] }),
  );
  const starts = new Uint16Array(cells + 1);
  for (const edge of edges) visitCells(edge, (cell) => starts[cell + 1]++);
  // Cell 0 is also that of no edge.
  starts[1] = 0;
  for (let cell = 1; cell <= cells; cell++) starts[cell] += starts[cell - 1];
  const entries = new Uint16Array(starts[cells]);
  const next = starts.slice();
  for (const [e, edge] of edges.entries())
    visitCells(edge, (cell) => {
      if (cell > 0) entries[next[cell]++] = owner[e] * anglesApart;
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
