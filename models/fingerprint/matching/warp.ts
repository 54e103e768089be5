import { type MinutiaSet, mostCompared } from './minutia-set.ts';
import type { Pairing, Placed } from './pairing.ts';

/* Skin stretches: after the rigid motion each minutia follows the pairs around it, and tighter tolerances can apply. */

/** Reach of a pair's residual, in pixels, and the weight of staying put. */
const warpReach = 75;
const warpRest = 0.6;

const warpX = new Float64Array(mostCompared);
const warpY = new Float64Array(mostCompared);

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
      const near = 1 + (fx * fx + fy * fy) / (warpReach * warpReach);
      const w = pairs.likeness[k] / (near * near * near);
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
