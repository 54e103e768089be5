import { firstNear, type MinutiaSet, mostCompared } from './minutia-set.ts';

/* Minutiae of two prints laid over each other, paired one to one within tolerances. */

export interface Pairing {
  count: number;
  /** Indices of the pairs. */
  readonly probe: Int32Array;
  readonly candidate: Int32Array;
  /** 0..1 each: how well place and direction agree. */
  readonly likeness: Float32Array;
}

export interface Tolerance {
  /** Pixels at the pivot, and more for each pixel away from it. */
  readonly distance: number;
  readonly stretch: number;
  /** 256ths of a turn. */
  readonly angle: number;
}

/** Before and after the skin was unbent. */
export const loose: Tolerance = { distance: 13, stretch: 0.035, angle: 20.4 };
export const tight: Tolerance = { distance: 13, stretch: 0, angle: 18.3 };

export function emptyPairing(): Pairing {
  return {
    count: 0,
    probe: new Int32Array(mostCompared),
    candidate: new Int32Array(mostCompared),
    likeness: new Float32Array(mostCompared),
  };
}

/** Positions of a probe after a motion (and later a warp). */
export interface Placed {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export function emptyPlaced(): Placed {
  return { x: new Float32Array(mostCompared), y: new Float32Array(mostCompared) };
}

const taken = new Int16Array(mostCompared);
const takenLikeness = new Float32Array(mostCompared);

/**
 * Pairs placed probe minutiae with candidate minutiae, each with its likest, a contested one with the better.
 * The tolerance grows with the distance from the pivot, where the placing is surest.
 */
export function pair(
  probe: MinutiaSet,
  placed: Placed,
  turn: number,
  candidate: MinutiaSet,
  tolerance: Tolerance,
  { pivotX, pivotY }: { readonly pivotX: number; readonly pivotY: number },
  into: Pairing,
): void {
  const { count, x: cx, y: cy, angle: directions } = candidate;
  const angleSquare = tolerance.angle * tolerance.angle;
  taken.fill(-1, 0, count);
  for (let i = 0; i < probe.count; i++) {
    const x = placed.x[i];
    const y = placed.y[i];
    const reach = tolerance.distance + tolerance.stretch * (Math.abs(x - pivotX) + Math.abs(y - pivotY));
    const reachSquare = reach * reach;
    const direction = probe.angle[i] + turn;
    let best = -1;
    let bestLikeness = 0;
    for (let j = firstNear(candidate, x - reach); j < count; j++) {
      const ex = cx[j] - x;
      if (ex > reach) break;
      const ey = cy[j] - y;
      const square = ex * ex + ey * ey;
      if (square >= reachSquare) continue;
      let bend = directions[j] - direction;
      bend -= 256 * Math.round(bend / 256);
      if (bend * bend >= angleSquare) continue;
      const likeness = (1 - square / reachSquare) * (1 - (bend * bend) / angleSquare);
      if (likeness > bestLikeness) {
        bestLikeness = likeness;
        best = j;
      }
    }
    if (best >= 0 && (taken[best] < 0 || takenLikeness[best] < bestLikeness)) {
      taken[best] = i;
      takenLikeness[best] = bestLikeness;
    }
  }
  into.count = 0;
  for (let j = 0; j < count; j++) {
    if (taken[j] < 0) continue;
    into.probe[into.count] = taken[j];
    into.candidate[into.count] = j;
    into.likeness[into.count++] = takenLikeness[j];
  }
}
