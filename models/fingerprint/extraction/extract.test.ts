import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { thresholds } from '../matching/calibration.ts';
import { matchFingerprints } from '../matching/match.ts';
import { growFinger, impress } from '../synthetic/index.ts';
import { randomFrom } from '../synthetic/random.ts';
import { smoothNoise } from '../synthetic/smooth-noise.ts';
import type { GreyImage } from '../types.ts';
import { extract } from './extract.ts';

function picture(width: number, height: number, grey: (x: number, y: number) => number): GreyImage {
  const pixels = Uint8Array.from({ length: width * height }, (_, at) =>
    grey(at % width, Math.floor(at / width)),
  );
  return { width, height, dpi: 500, pixels };
}

const refused = (reason: string) => ({ outcome: 'refused', reason });
const finger = growFinger(5);

describe('what is no fingerprint is refused', () => {
  it('an all-black and an all-white image, as blank', () => {
    expect(extract(picture(300, 300, () => 0))).toEqual(refused('blank'));
    expect(extract(picture(300, 300, () => 255))).toEqual(refused('blank'));
  });

  it('a single pixel and an image without any, as too small', () => {
    expect(extract(picture(1, 1, () => 0))).toEqual(refused('too-small'));
    expect(extract({ width: 0, height: 0, dpi: 500, pixels: new Uint8Array() })).toEqual(
      refused('too-small'),
    );
  });

  it('20,000 × 20,000 pixels, as too large, without looking at them', () => {
    const image = { width: 20_000, height: 20_000, dpi: 500, pixels: new Uint8Array() };
    expect(extract(image)).toEqual(refused('too-large'));
  });

  it('sensor noise', () => {
    const random = randomFrom(1);
    expect(extract(picture(300, 300, () => 255 * random()))).toEqual(refused('not-a-fingerprint'));
  });

  it('a photograph-like scene', () => {
    const random = randomFrom(2);
    const [coarse, middle, fine] = [90, 35, 12].map((scale) => smoothNoise(random, 300, 300, scale));
    const scene = picture(
      300,
      300,
      (x, y) => 128 + 70 * coarse(x, y) + 35 * middle(x, y) + 15 * fine(x, y) + (x > y ? 20 : 0),
    );
    expect(extract(scene)).toEqual(refused('not-a-fingerprint'));
  });

  it('a striped cloth', () => {
    const stripes = picture(300, 300, (x, y) => 128 + 100 * Math.sin(0.7 * x + 0.05 * y));
    expect(extract(stripes)).toEqual(refused('not-a-fingerprint'));
  });

  it.each([250, 1000])('a print stated at %i dpi that has 500', (dpi) => {
    expect(extract({ ...impress(finger, { seed: 1 }), dpi })).toEqual(refused('wrong-resolution'));
  });

  it('a corner of a finger, as too little and not as no finger', () => {
    const print = impress(finger, { seed: 1 });
    const corner = print.pixels.map((value, at) =>
      Math.max(at % print.width, Math.floor(at / print.width)) > 75 ? 255 : value,
    );
    expect(extract({ ...print, pixels: corner })).toEqual(refused('too-little-contact'));
  });

  it.each([1, 2, 3])('a portrait instead of a print', async (sample) => {
    const file = fileURLToPath(
      new URL(`../../../node_modules/@vladmandic/face-api/demo/sample${sample}.jpg`, import.meta.url),
    );
    for (const width of [300, 600, 900]) {
      const { data, info } = await sharp(file)
        .resize(width)
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const image = { width: info.width, height: info.height, dpi: 500, pixels: new Uint8Array(data) };
      expect(extract(image)).toEqual(refused('not-a-fingerprint'));
    }
  });

  it('whatever else: it always ends with an outcome', () => {
    const image = fc
      .record({ width: fc.nat(140), height: fc.nat(140), dpi: fc.integer({ min: 1, max: 2000 }) })
      .chain((size) =>
        fc
          .uint8Array({ minLength: size.width * size.height, maxLength: size.width * size.height })
          .map((pixels) => ({ ...size, pixels })),
      );
    fc.assert(
      fc.property(image, (any) => {
        expect(extract(any).outcome).toBe('refused');
      }),
      { numRuns: 60 },
    );
  });

  it('a pixel count that contradicts the size is a fault of the caller', () => {
    expect(() => extract({ width: 300, height: 300, dpi: 500, pixels: new Uint8Array(10) })).toThrow(
      RangeError,
    );
  });
});

describe('a print', () => {
  const print = impress(finger, { seed: 1 });

  it('gives minutiae within the image, with angles of one turn', () => {
    const extraction = extract(print);
    if (extraction.outcome !== 'extracted') throw new Error(extraction.reason);
    const { template } = extraction;
    expect(template.minutiae.length).toBeGreaterThan(20);
    expect(template.minutiae.length).toBeLessThan(90);
    for (const { x, y, angle, quality } of template.minutiae) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(template.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(template.height);
      expect(angle).toBeGreaterThanOrEqual(0);
      expect(angle).toBeLessThan(2 * Math.PI);
      expect(quality).toBeGreaterThanOrEqual(0);
      expect(quality).toBeLessThanOrEqual(1);
    }
  });

  it('of four bits a pixel, as 0xEF01 modules send it, is good enough', () => {
    const coarse = { ...print, pixels: print.pixels.map((value) => (value >> 4) * 17) };
    expect(extract(coarse)).toMatchObject({ outcome: 'extracted' });
  });

  it('with white ridges still shows the finger that it is of, but less surely', () => {
    const [right, other] = [impress(finger, { seed: 2 }), impress(growFinger(8), { seed: 1 })].map(extract);
    const inverted = extract({ ...print, pixels: print.pixels.map((value) => 255 - value) });
    const straight = extract(print);
    if (
      inverted.outcome !== 'extracted' ||
      straight.outcome !== 'extracted' ||
      right.outcome !== 'extracted' ||
      other.outcome !== 'extracted'
    )
      throw new Error('a synthetic print was refused');
    const score = matchFingerprints(inverted.template, right.template);
    expect(score).toBeGreaterThan(thresholds.candidate);
    expect(score).toBeLessThan(matchFingerprints(straight.template, right.template));
    expect(matchFingerprints(inverted.template, other.template)).toBeLessThan(thresholds.candidate);
  });

  it('has the size of 500 dpi in its template, whatever the scanner’s', () => {
    const extraction = extract(impress(finger, { seed: 1, width: 300, height: 300, dpi: 600 }));
    expect(extraction).toMatchObject({ template: { width: 250, height: 250 } });
  });

  it('of a fingertip alone is taken with the advice to lay on more', () => {
    expect(extract(impress(finger, { seed: 1, contact: 0.42 }))).toMatchObject({
      outcome: 'extracted',
      advice: 'too-little-contact',
    });
  });

  it('that fills the image loses quality with contact', () => {
    const quality = (contact: number) => {
      const extraction = extract(impress(finger, { seed: 1, contact }));
      return extraction.outcome === 'extracted' ? extraction.quality : 0;
    };
    expect(quality(1)).toBeGreaterThan(quality(0.6));
    expect(quality(0.6)).toBeGreaterThan(quality(0.45));
  });
});
