/*
 * Edges (matching/edges.ts) by coarse measures: 14 bits of cell in which to look, and the bits below, so that an edge is
 * stored in three bytes from which its cell is one shift away.
 */

/** Bits dropped of distance, bearing and heading to find the cell. */
const distanceShift = 3;
const bearingShift = 3;
const headingShift = 4;
const distanceCells = 256 >> distanceShift;
const bearingCells = 256 >> bearingShift;
const headingCells = 256 >> headingShift;
export const cells = distanceCells * bearingCells * headingCells;

/** Of the high part of a stored edge. */
export const cellShift = 2;

/** Largest differences of like edges before rounding to cells: half pixels, a share of the length, 256ths of a turn. */
const distanceBase = 2;
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

/** An edge as 16 bits, the cell on top, and 8 bits. Only what is no edge is 0 in both, for no distance is 0. */
export function packEdge(edge: Edge): { readonly high: number; readonly low: number } {
  const rest = ((edge.distance & 7) << 7) | ((edge.bearing & 7) << 4) | (edge.heading & 15);
  return { high: (cellOf(edge) << cellShift) | (rest >> 8), low: rest & 255 };
}

export function unpackEdge(high: number, low: number): Edge {
  const cell = high >> cellShift;
  const rest = ((high & 3) << 8) | low;
  return {
    distance: ((cell >> 9) << distanceShift) | (rest >> 7),
    bearing: (((cell >> 4) & 31) << bearingShift) | ((rest >> 4) & 7),
    heading: ((cell & 15) << headingShift) | (rest & 15),
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
