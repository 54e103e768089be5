import { expect, it } from 'vitest';
import { growFinger, type ImpressionOptions, impress } from '../synthetic/index.ts';
import type { FingerprintTemplate } from '../types.ts';
import { extract } from './extract.ts';
import { emptyPlane, type Plane } from './plane.ts';
import { refine } from './refinement.ts';

const period = 9;

/** Level ridges with one more of them right of the given place than left of it: that one ends there. */
function dislocation(x: number, y: number): Plane {
  const plane = emptyPlane(64, 64);
  for (let at = 0; at < plane.data.length; at++) {
    const [dx, dy] = [(at % plane.width) - x, Math.floor(at / plane.width) - y];
    const strength = Math.min(1, Math.hypot(dx, dy) / period);
    plane.data[at] = strength * Math.cos((2 * Math.PI * dy) / period + Math.atan2(dy, dx));
  }
  return plane;
}

it('a minutia moves with its ridge by fractions of a pixel', () => {
  const from = refine(dislocation(32, 32), { x: 34, y: 32 }, 0, 1);
  for (const shift of [0.2, 0.4, 0.6, 0.8]) {
    const to = refine(dislocation(32 + shift, 32 - shift), { x: 34, y: 32 }, 0, 1);
    expect(Math.hypot(to.x - from.x - shift, to.y - from.y + shift)).toBeLessThan(0.2);
  }
});

it('a place where nothing ends is left as it is', () => {
  const place = { x: 30, y: 31 };
  expect(refine(emptyPlane(64, 64), place, 1, 1)).toEqual(place);
});

it('touches of known motion show their minutiae within half a pixel of each other', () => {
  const sensor = { width: 300, height: 360, dpi: 500, distortion: 0, contact: 1 };
  const distances = [1, 2, 3].flatMap((seed) => {
    const finger = growFinger(seed);
    const still = { ...sensor, seed: 1, rotation: 0, shift: { x: 0, y: 0 }, noise: 0, pressure: 0.5 };
    const moved = { ...sensor, seed: 2, rotation: 0.35, shift: { x: 0.31, y: -0.47 }, noise: 0.3 };
    const touches = [0.3, 0.7].map((pressure) => take(finger, { ...moved, pressure }));
    return touches.flatMap((touch) => distancesBetween(take(finger, still), touch, moved));
  });
  const sorted = distances.sort((a, b) => a - b);
  expect(sorted.length).toBeGreaterThan(150);
  // Whole pixels of the skeleton give 1.0.
  expect(sorted[sorted.length >> 1]).toBeLessThan(0.55);
});

function take(finger: ReturnType<typeof growFinger>, options: ImpressionOptions): FingerprintTemplate {
  const extraction = extract(impress(finger, options));
  if (extraction.outcome !== 'extracted') throw new Error(extraction.reason);
  return extraction.template;
}

/** Of each minutia that is found again, from where the motion takes it. */
function distancesBetween(
  still: FingerprintTemplate,
  moved: FingerprintTemplate,
  { rotation, shift }: { rotation: number; shift: { x: number; y: number } },
): number[] {
  const centre = { x: (still.width - 1) / 2, y: (still.height - 1) / 2 };
  const millimetre = 500 / 25.4;
  return still.minutiae.flatMap((minutia) => {
    const [u, v] = [minutia.x - centre.x, minutia.y - centre.y];
    const x = Math.cos(rotation) * u - Math.sin(rotation) * v + shift.x * millimetre + centre.x;
    const y = Math.sin(rotation) * u + Math.cos(rotation) * v + shift.y * millimetre + centre.y;
    const nearest = Math.min(...moved.minutiae.map((other) => Math.hypot(other.x - x, other.y - y)));
    return nearest < 6 ? [nearest] : [];
  });
}
