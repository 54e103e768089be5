import { describe, expect, it } from 'vitest';
import { extract } from '../extraction/extract.ts';
import { matchFingerprints } from '../matching/match.ts';
import { growFinger, type ImpressionOptions, impress, type SyntheticFinger } from '../synthetic/index.ts';
import { packTemplate, unpackTemplate } from '../template/packed.ts';
import type { FingerprintTemplate } from '../types.ts';
import { consolidate } from './consolidate.ts';

const finger = growFinger(11);
const stranger = growFinger(12);

function print(of: SyntheticFinger, options: ImpressionOptions): FingerprintTemplate {
  const extraction = extract(impress(of, options));
  if (extraction.outcome !== 'extracted') throw new Error('the synthetic print gives no template');
  return extraction.template;
}

function consolidated(templates: readonly FingerprintTemplate[]): FingerprintTemplate {
  const result = consolidate(templates);
  if (result.outcome === 'refused') throw new Error(`strangers: ${result.strangers}`);
  return result.template;
}

/** Two parts of the finger, left and right of the middle. */
const parts = [
  print(finger, { seed: 1, shift: { x: -3.5, y: 0 } }),
  print(finger, { seed: 2, shift: { x: 3.5, y: 0 } }),
];

describe('several impressions of a finger', () => {
  it('make a template that a print between them is liker than it is to any of them', () => {
    const whole = consolidated(parts);
    for (const seed of [3, 4, 5]) {
      const probe = print(finger, { seed, shift: { x: 0, y: 0 } });
      const best = Math.max(...parts.map((part) => matchFingerprints(probe, part)));
      expect(matchFingerprints(probe, whole)).toBeGreaterThan(best);
    }
  });

  it('make a template that is not liker to another finger', () => {
    const probe = print(stranger, { seed: 1 });
    expect(matchFingerprints(probe, consolidated(parts))).toBeLessThan(25);
  });

  it('make a template that packs as small as any, and unpacks as it was', () => {
    const whole = consolidated([...parts, print(finger, { seed: 6 }), print(finger, { seed: 7 })]);
    const packed = packTemplate(whole);
    expect(packed.length).toBeLessThan(450);
    expect(unpackTemplate(packed)).toEqual(whole);
    for (const { x, y } of whole.minutiae) {
      expect(x).toBeLessThan(whole.width);
      expect(y).toBeLessThan(whole.height);
    }
    const qualities = whole.minutiae.map(({ quality }) => quality);
    expect(qualities).toEqual(qualities.toSorted((a, b) => b - a));
  });

  it('leave out what only one of three shows where the others should', () => {
    const [dirty, ...others] = [1, 2, 3].map((seed) => print(finger, { seed, shift: { x: 0, y: 0 } }));
    const scratches = dirty.minutiae
      .filter(({ x, y }) => Math.hypot(x - dirty.width / 2, y - dirty.height / 2) < 50)
      .map((minutia) => ({ ...minutia, angle: (minutia.angle + Math.PI / 2) % (2 * Math.PI), quality: 1 }));
    expect(scratches.length).toBeGreaterThan(3);
    const clean = consolidated([dirty, ...others]);
    const scratched = consolidated([{ ...dirty, minutiae: [...scratches, ...dirty.minutiae] }, ...others]);
    expect(scratched.minutiae.length - clean.minutiae.length).toBeLessThan(scratches.length / 2);
  });

  it('say which of them are used', () => {
    const result = consolidate(parts);
    expect(result.outcome === 'consolidated' && result.used.toSorted()).toEqual([0, 1]);
  });
});

describe('an impression of another finger among them', () => {
  it('is found out, and nothing is made', () => {
    const foreign = print(stranger, { seed: 1 });
    for (const place of [0, 1, 2])
      expect(consolidate(parts.toSpliced(place, 0, foreign))).toEqual({
        outcome: 'refused',
        reason: 'not-the-same-finger',
        strangers: [place],
      });
  });

  it('is found out even when it is the better of two', () => {
    const foreign = { ...print(stranger, { seed: 1 }), quality: 100 };
    expect(consolidate([parts[0], foreign])).toMatchObject({ outcome: 'refused', strangers: [0] });
  });

  it('of another engine version counts as foreign', () => {
    expect(consolidate([...parts, { ...parts[0], engine: 'other/1' }])).toMatchObject({ strangers: [2] });
  });
});

it('a single impression stays as it is', () => {
  expect(consolidate([parts[0]])).toEqual({ outcome: 'consolidated', template: parts[0], used: [0] });
});

it('without any impression there is nothing to ask', () => {
  expect(() => consolidate([])).toThrow(RangeError);
});

it('singular points come from the best impression that has them, to where they are', () => {
  const [left, right] = parts;
  const core = { kind: 'core' as const, x: 120, y: 130, angle: Math.PI / 2 };
  const whole = consolidated([left, { ...right, singularPoints: [core] }]);
  expect(whole.singularPoints).toHaveLength(1);
  const again = consolidated([{ ...right, singularPoints: [core] }, left]);
  expect(again.singularPoints).toHaveLength(1);
  // As far from the minutiae around it as it was.
  const near = (template: FingerprintTemplate, at: { x: number; y: number }) =>
    Math.min(...template.minutiae.map(({ x, y }) => Math.hypot(x - at.x, y - at.y)));
  expect(near(whole, whole.singularPoints[0])).toBeLessThan(near(right, core) + 8);
});
