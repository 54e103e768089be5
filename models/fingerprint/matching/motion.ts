import type { MinutiaSet } from './minutia-set.ts';
import type { Pairing, Placed } from './pairing.ts';

/* The rigid motion that lays one print over another: proposed by one pair of minutiae, then fitted to several. */

/** Candidate = rotation(probe) + shift. */
export interface Motion {
  readonly cos: number;
  readonly sin: number;
  /** 256ths of a turn. */
  readonly turn: number;
  readonly dx: number;
  readonly dy: number;
}

export const radiansPerUnit = Math.PI / 128;
export const cosines = Float64Array.from({ length: 256 }, (_, unit) => Math.cos(unit * radiansPerUnit));
export const sines = Float64Array.from({ length: 256 }, (_, unit) => Math.sin(unit * radiansPerUnit));

export function place(probe: MinutiaSet, { cos, sin, dx, dy }: Motion, placed: Placed): void {
  for (let i = 0; i < probe.count; i++) {
    placed.x[i] = cos * probe.x[i] - sin * probe.y[i] + dx;
    placed.y[i] = sin * probe.x[i] + cos * probe.y[i] + dy;
  }
}

/** Directions vote in the fit as arms of this many pixels, so that two or three pairs already hold the rotation. */
const directionArm = 20;

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
  let along = 0;
  let across = 0;
  for (let k = 0; k < pairs.count; k++) {
    const p = pairs.probe[k];
    const c = pairs.candidate[k];
    const w = pairs.likeness[k];
    const ax = probe.x[p] - px;
    const ay = probe.y[p] - py;
    const bx = candidate.x[c] - cx;
    const by = candidate.y[c] - cy;
    const bend = (candidate.angle[c] - probe.angle[p]) & 255;
    along += w * (ax * bx + ay * by + directionArm * directionArm * cosines[bend]);
    across += w * (ax * by - ay * bx + directionArm * directionArm * sines[bend]);
  }
  const length = Math.sqrt(along * along + across * across) || 1;
  const cos = along / length;
  const sin = across / length;
  const turn = Math.atan2(across, along) / radiansPerUnit;
  return { cos, sin, turn, dx: cx - cos * px + sin * py, dy: cy - sin * px - cos * py };
}
