/*
 * Edges (matching/edges.ts) by coarse measures: 16 bits of cell in which to look, and the 8 bits below, so that an edge
 * is stored in three bytes.
 */

/** Bits dropped of distance, bearing and heading to find the cell. */
const distanceShift = 3;
const bearingShift = 2;
const headingShift = 3;
const distanceCells = 256 >> distanceShift;
const bearingCells = 256 >> bearingShift;
const headingCells = 256 >> headingShift;
export const cells = distanceCells * bearingCells * headingCells;

/** Largest differences of like edges before rounding to cells: half pixels, a share of the length, 256ths of a turn. */
const distanceBase = 4;
const distanceShare = 0.02;
const bearingLimit = 5;
const headingLimit = 6;

export interface Edge {
  readonly distance: number;
  readonly bearing: number;
  readonly heading: number;
}

export function cellOf({ distance, bearing, heading }: Edge): number {
  return (
    (((distance >> distanceShift) * bearingCells + (bearing >> bearingShift)) * headingCells) |
    (heading >> headingShift)
  );
}

/** The cell and the bits below it. Only what is no edge is 0 in both, for no distance is 0. */
export function packEdge(edge: Edge): { readonly cell: number; readonly rest: number } {
  return {
    cell: cellOf(edge),
    rest: ((edge.distance & 7) << 5) | ((edge.bearing & 3) << 3) | (edge.heading & 7),
  };
}

export function unpackEdge(cell: number, rest: number): Edge {
  return {
    distance: ((cell >> 11) << distanceShift) | (rest >> 5),
    bearing: (((cell >> 5) & (bearingCells - 1)) << bearingShift) | ((rest >> 3) & 3),
    heading: ((cell & (headingCells - 1)) << headingShift) | (rest & 7),
  };
}

/** Tells every cell in which an edge like the given one may lie. */
export function visitCells({ distance, bearing, heading }: Edge, visit: (cell: number) => void): void {
  const reach = distanceBase + distanceShare * distance;
  const nearest = Math.max(0, Math.round(distance - reach)) >> distanceShift;
  const farthest = Math.min(255, Math.round(distance + reach)) >> distanceShift;
  const firstBearing = (bearing - bearingLimit) >> bearingShift;
  const lastBearing = (bearing + bearingLimit) >> bearingShift;
  const firstHeading = (heading - headingLimit) >> headingShift;
  const lastHeading = (heading + headingLimit) >> headingShift;
  for (let d = nearest; d <= farthest; d++)
    for (let b = firstBearing; b <= lastBearing; b++)
      for (let h = firstHeading; h <= lastHeading; h++)
        visit((d * bearingCells + (b & (bearingCells - 1))) * headingCells + (h & (headingCells - 1)));
}
