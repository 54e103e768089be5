import type { EdgeList } from './edges.ts';

/*
 * The edges of a probe in a table by coarse distance, bearing and heading. An edge stands in every cell from which it
 * may be like an edge of a candidate, so that one look at one cell finds all its likes.
 */

/** Largest differences of like edges: half pixels (a base and a share of the length), and 256ths of a turn. */
const distanceBase = 6;
const distanceShare = 0.05;
export const bearingLimit = 7;
export const headingLimit = 10;
export const distanceLimit = (distance: number) => Math.floor(distanceBase + distanceShare * distance);

/** Bits dropped of each measure to find the cell. */
const distanceShift = 3;
const bearingShift = 3;
const headingShift = 5;
const distanceCells = 256 >> distanceShift;
const bearingCells = 256 >> bearingShift;
const headingCells = 256 >> headingShift;
const cells = distanceCells * bearingCells * headingCells;

export interface EdgeTable {
  /** Entries of cell c are those from starts[c] to starts[c + 1]. */
  readonly starts: Uint16Array;
  /** Edges as owner, distance, bearing, heading, a byte each from the top. */
  readonly entries: Uint32Array;
}

export function cellOf(distance: number, bearing: number, heading: number): number {
  return (
    (((distance >> distanceShift) * bearingCells + (bearing >> bearingShift)) * headingCells) |
    (heading >> headingShift)
  );
}

export function tabulate(edges: EdgeList): EdgeTable {
  const starts = new Uint16Array(cells + 1);
  visitCells(edges, (cell) => starts[cell + 1]++);
  for (let cell = 1; cell <= cells; cell++) starts[cell] += starts[cell - 1];
  const entries = new Uint32Array(starts[cells]);
  const next = starts.slice();
  const { owner, distance, bearing, heading } = edges;
  visitCells(edges, (cell, e) => {
    entries[next[cell]++] = (owner[e] << 24) | (distance[e] << 16) | (bearing[e] << 8) | heading[e];
  });
  return { starts, entries };
}

/** Tells, for every edge, all cells in which an edge within the limits may lie. */
function visitCells(edges: EdgeList, visit: (cell: number, edge: number) => void): void {
  for (let e = 0; e < edges.count; e++) {
    const reach = distanceLimit(edges.distance[e]);
    const nearest = Math.max(0, edges.distance[e] - reach) >> distanceShift;
    const farthest = Math.min(255, edges.distance[e] + reach) >> distanceShift;
    const firstBearing = (edges.bearing[e] - bearingLimit) >> bearingShift;
    const lastBearing = (edges.bearing[e] + bearingLimit) >> bearingShift;
    const firstHeading = (edges.heading[e] - headingLimit) >> headingShift;
    const lastHeading = (edges.heading[e] + headingLimit) >> headingShift;
    for (let d = nearest; d <= farthest; d++)
      for (let b = firstBearing; b <= lastBearing; b++)
        for (let h = firstHeading; h <= lastHeading; h++)
          visit((d * bearingCells + (b & (bearingCells - 1))) * headingCells + (h & (headingCells - 1)), e);
  }
}
