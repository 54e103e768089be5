/*
 * An edge describes a neighbour relative to a minutia: how far, in which direction, pointing where. Neither shift nor
 * rotation of the finger changes it (Jiang and Yau 2000). A print has a few hundred; kept by bearing and distance, the
 * few that are like a given one are found without looking at the rest.
 */

export interface EdgeIndex {
  readonly count: number;
  /** The minutia an edge belongs to. */
  readonly owner: Uint8Array;
  /** Pixels. */
  readonly distance: Float32Array;
  /** Direction to the neighbour, and of the neighbour, relative to the owner's own, in [−π, π). */
  readonly bearing: Float32Array;
  readonly heading: Float32Array;
  /** Edges of sector s are those from starts[s] to starts[s + 1], shortest first. */
  readonly starts: Uint16Array;
}

interface Points {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly angle: Float32Array;
}

/** Sectors of bearing. */
export const sectors = 16;
const sectorWidth = (2 * Math.PI) / sectors;

/** Edges of a minutia: to its nearest neighbours, but not so far that skin stretches between. */
const neighbours = 10;
const farthest = 130;

export function sectorOf(bearing: number): number {
  return Math.min(sectors - 1, Math.floor((bearing + Math.PI) / sectorWidth));
}

export function indexEdges(points: Points): EdgeIndex {
  const edges = Array.from({ length: points.count }, (_, i) => edgesOf(points, i)).flat();
  edges.sort((a, b) => a.sector - b.sector || a.distance - b.distance);
  const starts = new Uint16Array(sectors + 1);
  for (const { sector } of edges) starts[sector + 1]++;
  for (let sector = 0; sector < sectors; sector++) starts[sector + 1] += starts[sector];
  return {
    count: edges.length,
    owner: Uint8Array.from(edges, (edge) => edge.owner),
    distance: Float32Array.from(edges, (edge) => edge.distance),
    bearing: Float32Array.from(edges, (edge) => edge.bearing),
    heading: Float32Array.from(edges, (edge) => edge.heading),
    starts,
  };
}

interface Edge {
  readonly owner: number;
  readonly distance: number;
  readonly bearing: number;
  readonly heading: number;
  readonly sector: number;
}

function edgesOf({ count, x, y, angle }: Points, owner: number): Edge[] {
  const near: { j: number; square: number }[] = [];
  for (let j = 0; j < count; j++) {
    const square = (x[j] - x[owner]) ** 2 + (y[j] - y[owner]) ** 2;
    if (square > 0 && square <= farthest * farthest) near.push({ j, square });
  }
  near.sort((a, b) => a.square - b.square);
  return near.slice(0, neighbours).map(({ j, square }) => {
    const bearing = wrap(Math.atan2(y[j] - y[owner], x[j] - x[owner]) - angle[owner]);
    return {
      owner,
      distance: Math.sqrt(square),
      bearing,
      heading: wrap(angle[j] - angle[owner]),
      sector: sectorOf(bearing),
    };
  });
}

/** The same angle in [−π, π). */
function wrap(angle: number): number {
  return angle - 2 * Math.PI * Math.floor((angle + Math.PI) / (2 * Math.PI));
}
