/*
 * An edge describes a neighbour relative to a minutia: how far, in which direction, pointing where. Neither shift nor
 * rotation of the finger changes it (Jiang and Yau 2000).
 */

export interface EdgeList {
  readonly count: number;
  /** The minutia an edge belongs to. */
  readonly owner: Uint8Array;
  /** Half pixels. */
  readonly distance: Uint8Array;
  /** Direction to the neighbour, and of the neighbour, relative to the owner's own; 256ths of a turn. */
  readonly bearing: Uint8Array;
  readonly heading: Uint8Array;
}

interface Points {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly angle: Uint8Array;
}

/** Edges of a minutia: to its nearest neighbours, but not so far that skin stretches between. */
const nearestNeighbours = 8;
const farthest = 127;
const unitsPerRadian = 128 / Math.PI;

/** @param neighbours most edges of a minutia. */
export function listEdges(points: Points, neighbours = nearestNeighbours): EdgeList {
  const { count, x, y, angle } = points;
  const list = {
    count: 0,
    owner: new Uint8Array(count * neighbours),
    distance: new Uint8Array(count * neighbours),
    bearing: new Uint8Array(count * neighbours),
    heading: new Uint8Array(count * neighbours),
  };
  const nearest = new Int32Array(neighbours);
  const squares = new Float64Array(neighbours);
  for (let i = 0; i < count; i++) {
    const found = findNearest(points, i, nearest, squares);
    for (let k = 0; k < found; k++) {
      const j = nearest[k];
      const at = list.count++;
      list.owner[at] = i;
      list.distance[at] = Math.round(2 * Math.sqrt(squares[k]));
      list.bearing[at] = Math.round(Math.atan2(y[j] - y[i], x[j] - x[i]) * unitsPerRadian) - angle[i];
      list.heading[at] = angle[j] - angle[i];
    }
  }
  return list;
}

/** Fills in the nearest other minutiae, nearest first, and their squared distances; returns how many. */
function findNearest({ count, x, y }: Points, i: number, nearest: Int32Array, squares: Float64Array): number {
  const neighbours = nearest.length;
  let found = 0;
  for (let j = 0; j < count; j++) {
    const square = (x[j] - x[i]) ** 2 + (y[j] - y[i]) ** 2;
    if (square === 0 || square > farthest * farthest) continue;
    if (found === neighbours && square >= squares[found - 1]) continue;
    let slot = found < neighbours ? found++ : found - 1;
    for (; slot > 0 && squares[slot - 1] > square; slot--) {
      squares[slot] = squares[slot - 1];
      nearest[slot] = nearest[slot - 1];
    }
    squares[slot] = square;
    nearest[slot] = j;
  }
  return found;
}
