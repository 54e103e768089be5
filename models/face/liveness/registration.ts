/*
 * Whether two views of a face could be two views of one flat picture. The mesh guesses the depth of what it sees, and can be
 * led to see a turn where a photo is only slanted; pixels do not guess. The homography of the mesh's points is refined until
 * the pixels agree best (Gauss-Newton on luminance from coarse to fine, brightness and contrast set free; Baker & Matthews,
 * "Lucas-Kanade 20 years on", 2004). Then two views of a photo are alike up to noise, and a turned head is not.
 */
import { addEquation, type Homography, homography, newEquations, solved } from './homography.ts';
import { type FaceView, PATCH_SIZE } from './view.ts';

/** Half axes of the part of the square that is face. */
const [ACROSS, DOWN] = [0.62, 0.8];
const COARSEST = 16;
const ROUNDS = 12;
/** A step this small ends a level. */
const SETTLED = 2e-4;
/** Keeps a step small along what the pixels do not tell. */
const DAMPING = 1.001;
/** At least this share of the face must lie within the other view. */
const LEAST_SHARE = 0.5;

interface Patch {
  readonly side: number;
  readonly levels: ArrayLike<number>;
}

/** How alike the views are once one is laid on the other as a flat picture would: correlation, at most 1. */
export function likenessIfFlat(before: FaceView, now: FaceView): number {
  let best = { map: homography(before.plane, now.plane), likeness: -1 };
  const finer = [{ before: patchOf(before), now: patchOf(now) }];
  while (finer[0].before.side > COARSEST)
    finer.unshift({ before: halved(finer[0].before), now: halved(finer[0].now) });
  for (const level of finer) best = refined(level.before, level.now, best.map);
  return best.likeness;
}

function refined(before: Patch, now: Patch, start: Homography) {
  let best = { map: start, likeness: -1 };
  let map = start;
  for (let round = 0; round < ROUNDS; round++) {
    const laid = lay(before, now, map);
    if (!laid) break;
    if (laid.likeness > best.likeness) best = { map, likeness: laid.likeness };
    if (!laid.step.every(Number.isFinite) || Math.max(...laid.step.map(Math.abs)) < SETTLED) break;
    map = map.map((value, i) => value + laid.step[i]);
  }
  return best;
}

/** Lays `now` over `before`: how alike they are, and which change of the map would make them more so. */
function lay(before: Patch, now: Patch, map: Homography) {
  const samples = sampled(before, now, map);
  if (samples.length < LEAST_SHARE * (Math.PI / 4) * ACROSS * DOWN * before.side ** 2) return null;
  const [was, is] = [mean(samples.map((one) => one.was)), mean(samples.map((one) => one.is))];
  let [spreadWas, spreadIs, common] = [0, 0, 0];
  for (const one of samples) {
    spreadWas += (one.was - was) ** 2;
    spreadIs += (one.is - is) ** 2;
    common += (one.was - was) * (one.is - is);
  }
  const contrast = Math.sqrt(spreadWas / spreadIs);
  const equations = newEquations();
  for (const one of samples) {
    const { x, y, u, v, w } = one;
    const [across, down] = [(contrast * one.across) / w, (contrast * one.down) / w];
    const along = -(across * u + down * v);
    const row = [across * x, across * y, across, down * x, down * y, down, along * x, along * y];
    addEquation(equations, row, one.was - was - contrast * (one.is - is));
  }
  for (const [i, equation] of equations.entries()) equation[i] *= DAMPING;
  return { likeness: common / Math.sqrt(spreadWas * spreadIs), step: solved(equations) };
}

/** Each pixel of the face: its level before and now, and how that changes across and down. */
function sampled(before: Patch, { side, levels }: Patch, [a, b, c, d, e, f, g, h]: Homography) {
  const samples: Sample[] = [];
  for (let at = 0; at < before.side ** 2; at++) {
    const x = (2 * (at % before.side) + 1) / before.side - 1;
    const y = (2 * Math.floor(at / before.side) + 1) / before.side - 1;
    if ((x / ACROSS) ** 2 + (y / DOWN) ** 2 > 1) continue;
    const w = g * x + h * y + 1;
    const [u, v] = [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
    const [px, py] = [((u + 1) * side - 1) / 2, ((v + 1) * side - 1) / 2];
    if (!(px >= 1 && py >= 1 && px < side - 2 && py < side - 2)) continue;
    const [column, row] = [Math.floor(px), Math.floor(py)];
    const [fx, fy] = [px - column, py - row];
    const level = (right: number, below: number) => {
      const nw = (row + below) * side + column + right;
      const upper = levels[nw] * (1 - fx) + levels[nw + 1] * fx;
      return upper * (1 - fy) + (levels[nw + side] * (1 - fx) + levels[nw + side + 1] * fx) * fy;
    };
    const [across, down] = [level(1, 0) - level(-1, 0), level(0, 1) - level(0, -1)];
    // A pixel is 2 / side wide, and the differences span two.
    samples.push({
      x,
      y,
      u,
      v,
      w,
      was: before.levels[at],
      is: level(0, 0),
      across: (across * side) / 4,
      down: (down * side) / 4,
    });
  }
  return samples;
}

interface Sample {
  readonly x: number;
  readonly y: number;
  readonly u: number;
  readonly v: number;
  readonly w: number;
  readonly was: number;
  readonly is: number;
  readonly across: number;
  readonly down: number;
}

function patchOf({ patch }: FaceView): Patch {
  return { side: PATCH_SIZE, levels: patch };
}

function halved({ side, levels }: Patch): Patch {
  const half = side / 2;
  const out = new Float32Array(half * half);
  for (let at = 0; at < out.length; at++) {
    const from = 2 * Math.floor(at / half) * side + 2 * (at % half);
    out[at] = (levels[from] + levels[from + 1] + levels[from + side] + levels[from + side + 1]) / 4;
  }
  return { side: half, levels: out };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
