import type { SyntheticFinger } from './grow.ts';
import { between, type Random } from './random.ts';
import { smoothNoise } from './smooth-noise.ts';

/* Where on the finger each pixel of a touch lies, and how well the skin there touches the glass. */

const masterDpi = 500;
const millimetresPerInch = 25.4;
const usualTurn = 0.25;
const usualShift = 1.5;
/** Pixels of displacement that full distortion reaches, and the distance over which it changes. */
const strongestPull = 15;
const pullScale = 120;

/** Place on the finger, in master pixels from its centre. */
export interface FingerPlace {
  readonly u: number;
  readonly v: number;
}

export interface Placing {
  readonly rotation?: number;
  readonly shift?: { readonly x: number; readonly y: number };
  readonly distortion?: number;
}

/** From sensor pixels to the finger: shift, turn, scale, and skin pulled smoothly out of place. */
export function choosePlacement(
  random: Random,
  sensor: { readonly width: number; readonly height: number; readonly dpi: number },
  placing: Placing,
): (x: number, y: number) => FingerPlace {
  const scale = masterDpi / sensor.dpi;
  const turn = placing.rotation ?? between(random, -usualTurn, usualTurn);
  const shift = {
    x: between(random, -usualShift, usualShift),
    y: between(random, -usualShift, usualShift),
    ...placing.shift,
  };
  const pixelsPerMillimetre = masterDpi / millimetresPerInch;
  const pull = strongestPull * (placing.distortion ?? between(random, 0.2, 0.6));
  const pullX = smoothNoise(random, sensor.width, sensor.height, pullScale);
  const pullY = smoothNoise(random, sensor.width, sensor.height, pullScale);
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  return (x, y) => {
    const dx = (x - (sensor.width - 1) / 2) * scale - shift.x * pixelsPerMillimetre;
    const dy = (y - (sensor.height - 1) / 2) * scale - shift.y * pixelsPerMillimetre;
    return {
      u: cos * dx + sin * dy + pull * pullX(x, y),
      v: -sin * dx + cos * dy + pull * pullY(x, y),
    };
  };
}

/** Half axes of the skin that can touch, in master pixels, and the width of the fading edge as a share of them. */
const halfWidth = 165;
const halfHeight = 215;
const fading = 0.08;
const outlineWobble = 0.1;

/** Contact at a place on the finger, 0 none … 1 full: an oval with a ragged outline, larger when pressed harder. */
export function chooseContact(
  random: Random,
  share: number,
  pressure: number,
): (u: number, v: number) => number {
  const size = share * (0.86 + 0.2 * pressure);
  const ragged = smoothNoise(random, 2 * halfWidth, 2 * halfHeight, 40);
  return (u, v) => {
    const radius = Math.hypot(u / (halfWidth * size), v / (halfHeight * size));
    const edge = 1 + outlineWobble * ragged(u + halfWidth, v + halfHeight);
    return Math.max(0, Math.min(1, (edge - radius) / fading));
  };
}

/** The finger's ridge height at a place, −1 … 1; beyond its edge a valley. */
export function sampleRidge(finger: SyntheticFinger, u: number, v: number): number {
  const x = u + finger.width / 2;
  const y = v + finger.height / 2;
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left >= finger.width - 1 || top >= finger.height - 1) return -1;
  const fx = x - left;
  const fy = y - top;
  const at = top * finger.width + left;
  const { ridges, width } = finger;
  const upper = ridges[at] + (ridges[at + 1] - ridges[at]) * fx;
  const lower = ridges[at + width] + (ridges[at + width + 1] - ridges[at + width]) * fx;
  return upper + (lower - upper) * fy;
}
