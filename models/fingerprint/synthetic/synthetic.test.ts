import { describe, expect, it } from 'vitest';
import { extract } from '../extraction/extract.ts';
import { thresholds } from '../matching/calibration.ts';
import { matchFingerprints } from '../matching/match.ts';
import type { FingerprintTemplate } from '../types.ts';
import { blankImpression, growFinger, type ImpressionOptions, impress } from './index.ts';

const fingers = [1, 2, 7, 12].map(growFinger);

function template(finger: (typeof fingers)[number], options: ImpressionOptions): FingerprintTemplate {
  const extraction = extract(impress(finger, options));
  if (extraction.outcome !== 'extracted') throw new Error(extraction.reason);
  return extraction.template;
}

describe('synthetic fingers', () => {
  it('are the same for the same seed', () => {
    expect(growFinger(7).ridges).toEqual(fingers[2].ridges);
    expect(impress(fingers[0], { seed: 3 })).toEqual(impress(fingers[0], { seed: 3 }));
  });

  it('come in different patterns', () => {
    expect(new Set(fingers.map((finger) => finger.pattern)).size).toBeGreaterThan(2);
  });

  it('leave another picture with each touch', () => {
    const a = impress(fingers[0], { seed: 1 }).pixels;
    const b = impress(fingers[0], { seed: 2 }).pixels;
    const differing = a.filter((value, i) => Math.abs(value - b[i]) > 40).length;
    expect(differing / a.length).toBeGreaterThan(0.2);
  });

  it('fit the sensor that is asked for', () => {
    const print = impress(fingers[0], { seed: 1, width: 200, height: 150, dpi: 450 });
    expect(print).toMatchObject({ width: 200, height: 150, dpi: 450 });
    expect(print.pixels).toHaveLength(30_000);
  });
});

describe('two touches', () => {
  it('of one finger match, dry, wet, turned or shifted', () => {
    for (const finger of fingers) {
      const enrolled = template(finger, { seed: 1 });
      const touches = [
        template(finger, { seed: 2 }),
        template(finger, { seed: 3, pressure: 0.15 }),
        template(finger, { seed: 4, pressure: 0.9 }),
        template(finger, { seed: 5, rotation: 0.6 }),
        template(finger, { seed: 6, shift: { x: 3, y: -3 } }),
      ];
      for (const touch of touches)
        expect(matchFingerprints(touch, enrolled)).toBeGreaterThan(thresholds.match);
    }
  });

  it('of different fingers do not match', () => {
    const templates = fingers.map((finger) => template(finger, { seed: 1 }));
    for (const [i, a] of templates.entries())
      for (const b of templates.slice(i + 1)) {
        expect(matchFingerprints(a, b)).toBeLessThan(thresholds.match);
        expect(matchFingerprints(b, a)).toBeLessThan(thresholds.match);
      }
  });

  it('at half a turn from each other still match', () => {
    const enrolled = template(fingers[1], { seed: 1, contact: 0.8 });
    const turned = template(fingers[1], { seed: 2, contact: 0.8, rotation: Math.PI });
    expect(matchFingerprints(turned, enrolled)).toBeGreaterThan(thresholds.match);
  });
});

it('empty glass is refused as blank', () => {
  expect(extract(blankImpression({ seed: 1 }))).toEqual({ outcome: 'refused', reason: 'blank' });
});
