import { firstFrom, type MinutiaSet, mostCompared } from './minutia-set.ts';

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
  /** Radians. */
  readonly angle: number;
}

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
  pivot: { readonly x: number; readonly y: number },
  into: Pairing,
): void {
  taken.fill(-1, 0, candidate.count);
  for (let i = 0; i < probe.count; i++) {
    const x = placed.x[i];
    const y = placed.y[i];
    const away = Math.abs(x - pivot.x) + Math.abs(y - pivot.y);
    const reach = tolerance.distance + tolerance.stretch * away;
    const direction = probe.angle[i] + turn;
    let best = -1;
    let bestLikeness = 0;
    for (let j = firstFrom(candidate, x - reach); j < candidate.count; j++) {
      const ex = candidate.x[j] - x;
      if (ex > reach) break;
      const ey = candidate.y[j] - y;
      const square = ex * ex + ey * ey;
      if (square >= reach * reach) continue;
      let bend = Math.abs(candidate.angle[j] - direction) % (2 * Math.PI);
      if (bend > Math.PI) bend = 2 * Math.PI - bend;
      if (bend >= tolerance.angle) continue;
      const likeness =
        (1 - square / (reach * reach)) * (1 - (bend * bend) / (tolerance.angle * tolerance.angle));
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
  for (let j = 0; j < candidate.count; j++) {
    if (taken[j] < 0) continue;
    into.probe[into.count] = taken[j];
    into.candidate[into.count] = j;
    into.likeness[into.count++] = takenLikeness[j];
  }
}
