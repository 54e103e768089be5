import { describe, expect, it } from 'vitest';
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
