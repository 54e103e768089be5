import type { MinutiaSet } from './minutia-set.ts';
import type { Pairing, Placed } from './pairing.ts';

/* The rigid motion that lays one print over another: proposed by one pair of minutiae, then fitted to all pairs. */

/** Candidate = rotation(probe) + shift. */
export interface Motion {
  readonly cos: number;
  readonly sin: number;
  readonly turn: number;
  readonly dx: number;
  readonly dy: number;
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
