import { firstFrom, type MinutiaSet, mostCompared } from './minutia-set.ts';

/*
 * Minutiae of both prints put over each other by one rigid motion, then paired one to one within tolerances. The pairs
 * correct the motion; skin also stretches, so in the last round each minutia moves by the mean residual of the pairs
 * around it, and tighter tolerances apply.
 */

/** Candidate = rotation(probe) + shift. */
export interface Motion {
  readonly cos: number;
  readonly sin: number;
  readonly turn: number;
  readonly dx: number;
  readonly dy: number;
}

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

/** The motion that lays probe minutia i on candidate minutia j, directions included. */
export function motionOf(probe: MinutiaSet, i: number, candidate: MinutiaSet, j: number): Motion {
  return motion(candidate.angle[j] - probe.angle[i], probe.x[i], probe.y[i], candidate.x[j], candidate.y[j]);
}

function motion(turn: number, fromX: number, fromY: number, toX: number, toY: number): Motion {
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  return { cos, sin, turn, dx: toX - cos * fromX + sin * fromY, dy: toY - sin * fromX - cos * fromY };
}

export function place(probe: MinutiaSet, { cos, sin, dx, dy }: Motion, placed: Placed): void {
  for (let i = 0; i < probe.count; i++) {
    placed.x[i] = cos * probe.x[i] - sin * probe.y[i] + dx;
    placed.y[i] = sin * probe.x[i] + cos * probe.y[i] + dy;
  }
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

/** The rigid motion that brings the pairs closest in the weighted least-squares sense (Umeyama 1991, without scale). */
export function fitMotion(probe: MinutiaSet, candidate: MinutiaSet, pairs: Pairing): Motion {
  let weight = 0;
  let px = 0;
  let py = 0;
  let cx = 0;
  let cy = 0;
  for (let k = 0; k < pairs.count; k++) {
    const w = pairs.likeness[k];
    weight += w;
    px += w * probe.x[pairs.probe[k]];
    py += w * probe.y[pairs.probe[k]];
    cx += w * candidate.x[pairs.candidate[k]];
    cy += w * candidate.y[pairs.candidate[k]];
  }
  px /= weight;
  py /= weight;
  cx /= weight;
  cy /= weight;
  let cos = 0;
  let sin = 0;
  for (let k = 0; k < pairs.count; k++) {
    const w = pairs.likeness[k];
    const ax = probe.x[pairs.probe[k]] - px;
    const ay = probe.y[pairs.probe[k]] - py;
    const bx = candidate.x[pairs.candidate[k]] - cx;
    const by = candidate.y[pairs.candidate[k]] - cy;
    // Directions vote too, as arms of a fixed length, so that two or three pairs already hold the rotation.
    const bend = candidate.angle[pairs.candidate[k]] - probe.angle[pairs.probe[k]];
    cos += w * (ax * bx + ay * by + directionArm * directionArm * Math.cos(bend));
    sin += w * (ax * by - ay * bx + directionArm * directionArm * Math.sin(bend));
  }
  return motion(Math.atan2(sin, cos), px, py, cx, cy);
}

const directionArm = 20;

/** Reach of a pair's residual, in pixels, and the weight of staying put. */
const warpSigma = 55;
const warpRest = 0.6;

const warpX = new Float32Array(mostCompared);
const warpY = new Float32Array(mostCompared);

/** Moves every placed minutia by the mean residual of the pairs around it. */
export function warp(probe: MinutiaSet, placed: Placed, candidate: MinutiaSet, pairs: Pairing): void {
  for (let i = 0; i < probe.count; i++) {
    let weight = warpRest;
    let dx = 0;
    let dy = 0;
    for (let k = 0; k < pairs.count; k++) {
      const p = pairs.probe[k];
      if (p === i) continue; // its own residual would let any false pair confirm itself
      const fx = placed.x[p] - placed.x[i];
      const fy = placed.y[p] - placed.y[i];
      const w = pairs.likeness[k] * Math.exp(-(fx * fx + fy * fy) / (2 * warpSigma * warpSigma));
      weight += w;
      dx += w * (candidate.x[pairs.candidate[k]] - placed.x[p]);
      dy += w * (candidate.y[pairs.candidate[k]] - placed.y[p]);
    }
    warpX[i] = dx / weight;
    warpY[i] = dy / weight;
  }
  for (let i = 0; i < probe.count; i++) {
    placed.x[i] += warpX[i];
    placed.y[i] += warpY[i];
  }
}
