import { cell } from './grid.ts';
import type { OrientationField } from './orientation.ts';
import { gaussianBlur, type Plane } from './plane.ts';

/*
 * Cores and deltas. The doubled ridge angle, as a complex number, is smoothed; around a core it turns once with the way
 * round, around a delta once against it (the Poincaré index, Kawagoe and Tojo 1984). Each such place is then held
 * against the ideal pattern c·z of a core, c·z̄ of a delta, over a wide window (Nilsson and Bigün 2003): its zero is
 * where the point lies, the argument of c its direction, and how much of the window it explains its certainty. Noise and
 * scars turn the flow as well, but in pairs and not over a window.
 */

/** A singular point in working pixels; angle in [0, 2π) with y down. */
export interface RawSingularPoint {
  readonly kind: 'core' | 'delta';
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  /** 0..1. */
  readonly certainty: number;
}

/** In cells. */
const smoothing = 2.5;
const windowSigma = 6;
const windowRadius = 12;
/** Cells a point lies within the print, and share of the window (by weight) that is print. */
const leastDepth = 4;
const leastCovered = 0.8;
const leastCertainty = 0.7;
/** Of one kind; a finger has no more. */
const most = 2;
/** Cells between two of one kind. */
const apart = 3;
const rounds = 3;

export interface Flow {
  readonly field: OrientationField;
  /** Per cell, 1 in the print. */
  readonly mask: Uint8Array;
  readonly depth: Uint8Array;
}

/** The surest, cores first. */
export function findSingularPoints({ field, mask, depth }: Flow): RawSingularPoint[] {
  const cos = within(field.cos, mask);
  const sin = within(field.sin, mask);
  const smooth = { cos: gaussianBlur(cos, smoothing), sin: gaussianBlur(sin, smoothing) };
  const found: RawSingularPoint[] = [];
  const { width, height } = cos;
  for (let gy = 1; gy < height - 1; gy++)
    for (let gx = 1; gx < width - 1; gx++) {
      if (depth[gy * width + gx] < leastDepth) continue;
      const index = turns(smooth, gy * width + gx);
      if (index === 0) continue;
      const place = { x: gx + 0.5, y: gy + 0.5 };
      const point = idealNear({ cos, sin, mask }, place, index > 0 ? 'core' : 'delta');
      if (point) found.push(point);
    }
  return [...surest(found, 'core'), ...surest(found, 'delta')];
}

function within(plane: Plane, mask: Uint8Array): Plane {
  return { ...plane, data: plane.data.map((value, at) => (mask[at] ? value : 0)) };
}

interface Doubled {
  readonly cos: Plane;
  readonly sin: Plane;
}

/** Turns of the doubled angle round the square of cells to the right of and below the given one. */
function turns(flow: Doubled, at: number): number {
  const below = at + flow.cos.width;
  const sum =
    turn(flow, at, at + 1) +
    turn(flow, at + 1, below + 1) +
    turn(flow, below + 1, below) +
    turn(flow, below, at);
  return Math.round(sum / (2 * Math.PI));
}

function turn({ cos, sin }: Doubled, from: number, to: number): number {
  const dot = cos.data[from] * cos.data[to] + sin.data[from] * sin.data[to];
  const cross = cos.data[from] * sin.data[to] - sin.data[from] * cos.data[to];
  return Math.atan2(cross, dot);
}

interface MaskedFlow extends Doubled {
  readonly mask: Uint8Array;
}

/** The ideal point that fits best near a place in cells, or null where it is none or too little of the window is print. */
function idealNear(
  flow: MaskedFlow,
  near: { readonly x: number; readonly y: number },
  kind: RawSingularPoint['kind'],
): RawSingularPoint | null {
  // Seen in a mirror a delta turns like a core.
  const turn = kind === 'core' ? 1 : -1;
  let { x, y } = near;
  let angle = 0;
  let certainty = 0;
  for (let round = 0; round < rounds; round++) {
    const { all, covered, squares, distances, mean, pattern } = weigh(flow, x, y, turn);
    if (covered < leastCovered * all) return null;
    const length = Math.hypot(pattern.re, pattern.im);
    certainty = length / distances;
    angle = Math.atan2(pattern.im, pattern.re);
    // The zero of mean + c·z, where c = pattern / squares.
    const factor = squares / (covered * length * length);
    x -= factor * (mean.re * pattern.re + mean.im * pattern.im);
    y -= factor * (mean.im * pattern.re - mean.re * pattern.im) * turn;
    if (Math.hypot(x - near.x, y - near.y) > windowSigma) return null;
  }
  if (certainty < leastCertainty) return null;
  const direction = kind === 'core' ? angle : lowestArm(angle);
  return {
    kind,
    x: (x + 0.5) * cell,
    y: (y + 0.5) * cell,
    angle: (direction + 2 * Math.PI) % (2 * Math.PI),
    certainty,
  };
}

/** Weighted sums over the window round a place in cells: of the flow as it is, and of its likeness to z or z̄. */
function weigh({ cos, sin, mask }: MaskedFlow, x: number, y: number, turn: 1 | -1) {
  const { width, height } = cos;
  const mean = { re: 0, im: 0 };
  const pattern = { re: 0, im: 0 };
  let [all, covered, squares, distances] = [0, 0, 0, 0];
  const from = { x: Math.max(0, Math.ceil(x - windowRadius)), y: Math.max(0, Math.ceil(y - windowRadius)) };
  for (let j = from.y; j <= Math.min(height - 1, y + windowRadius); j++)
    for (let i = from.x; i <= Math.min(width - 1, x + windowRadius); i++) {
      const dx = i - x;
      const dy = turn * (j - y);
      const square = dx * dx + dy * dy;
      const weight = Math.exp(-square / (2 * windowSigma * windowSigma));
      const at = j * width + i;
      all += weight;
      if (!mask[at]) continue;
      covered += weight;
      squares += weight * square;
      distances += weight * Math.sqrt(square);
      mean.re += weight * cos.data[at];
      mean.im += weight * sin.data[at];
      pattern.re += weight * (cos.data[at] * dx + sin.data[at] * dy);
      pattern.im += weight * (sin.data[at] * dx - cos.data[at] * dy);
    }
  return { all, covered, squares, distances, mean, pattern };
}

/** Of the three arms of a delta, a third of a turn apart, the one nearest to straight down. */
function lowestArm(angle: number): number {
  const arms = [0, 1, 2].map((arm) => (angle + 2 * Math.PI * arm) / 3);
  return arms.reduce((lowest, arm) => (Math.sin(arm) > Math.sin(lowest) ? arm : lowest));
}

function surest(found: readonly RawSingularPoint[], kind: RawSingularPoint['kind']): RawSingularPoint[] {
  const kept: RawSingularPoint[] = [];
  for (const point of found.filter((one) => one.kind === kind).sort((a, b) => b.certainty - a.certainty))
    if (kept.every((one) => Math.hypot(one.x - point.x, one.y - point.y) > apart * cell)) kept.push(point);
  return kept.slice(0, most);
}
