import { describe, expect, it } from 'vitest';
import { growFinger, type ImpressionOptions, impress, type SyntheticFinger } from '../synthetic/index.ts';
import type { SingularPoint } from '../types.ts';
import { extract } from './extract.ts';

const sensor = { width: 420, height: 500, dpi: 500, contact: 1, distortion: 0, seed: 1 };
const upright = { ...sensor, rotation: 0, shift: { x: 0, y: 0 } };

function pointsOf(finger: SyntheticFinger, options: ImpressionOptions): readonly SingularPoint[] {
  const extraction = extract(impress(finger, options));
  if (extraction.outcome !== 'extracted') throw new Error(extraction.reason);
  return extraction.template.singularPoints;
}

/** A place of the master print in an upright touch. */
const onSensor = (finger: SyntheticFinger, { x, y }: { x: number; y: number }) => ({
  x: x - finger.width / 2 + (sensor.width - 1) / 2,
  y: y - finger.height / 2 + (sensor.height - 1) / 2,
});

const millimetre = 500 / 25.4;
const distance = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.hypot(a.x - b.x, a.y - b.y);
const turn = (a: number, b: number) => Math.acos(Math.cos(a - b));

describe('singular points', () => {
  const fingers = Array.from({ length: 12 }, (_, seed) => growFinger(seed + 1));

  it('are where the flow of the finger has them, and nowhere else', () => {
    let [missing, places] = [0, 0];
    for (const finger of fingers) {
      const found = pointsOf(finger, upright);
      for (const kind of ['core', 'delta'] as const) {
        const own = found.filter((point) => point.kind === kind);
        const real = (kind === 'core' ? finger.cores : finger.deltas).map((point) => onSensor(finger, point));
        for (const point of own)
          expect(Math.min(...real.map((one) => distance(one, point)))).toBeLessThan(20);
        // Deltas often lie outside the touch.
        if (kind === 'core') places += real.length;
        if (kind === 'core') missing += real.filter((one) => own.every((p) => distance(one, p) > 20)).length;
      }
    }
    expect(missing).toBeLessThanOrEqual(0.15 * places);
  });

  it('turn with the finger', () => {
    for (const finger of fingers.filter(({ pattern }) => pattern.endsWith('loop')).slice(0, 4)) {
      const [core] = pointsOf(finger, upright);
      const [turned] = pointsOf(finger, { ...upright, rotation: 0.5 });
      // Rotation is clockwise as seen, angles are counter-clockwise.
      expect(turn(turned.angle, core.angle - 0.5)).toBeLessThan(0.15);
      const centre = { x: (sensor.width - 1) / 2, y: (sensor.height - 1) / 2 };
      expect(Math.abs(distance(turned, centre) - distance(core, centre))).toBeLessThan(5);
    }
  });

  it('say which way a core opens: a loop down, the upper one of a whorl down, the lower one up', () => {
    const down = 1.5 * Math.PI;
    for (const finger of fingers) {
      const cores = pointsOf(finger, upright).filter(({ kind }) => kind === 'core');
      const [upper, lower] = [...cores].sort((a, b) => a.y - b.y);
      if (upper) expect(turn(upper.angle, down)).toBeLessThan(1.2);
      if (lower) expect(turn(lower.angle, down)).toBeGreaterThan(Math.PI - 1.2);
    }
  });

  it('are not invented at the edges of a partial touch', () => {
    for (const y of [-9, 9])
      for (const finger of fingers.slice(0, 6)) {
        const real = [...finger.cores, ...finger.deltas].map((point) => onSensor(finger, point));
        for (const point of pointsOf(finger, { ...upright, shift: { x: 3, y } })) {
          const unshifted = { x: point.x - 3 * millimetre, y: point.y - y * millimetre };
          expect(Math.min(...real.map((one) => distance(one, unshifted)))).toBeLessThan(20);
        }
      }
  });
});
