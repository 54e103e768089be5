import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thresholds } from '../matching/calibration.ts';
import { matchFingerprints } from '../matching/match.ts';
import { growFinger, type ImpressionOptions, impress } from '../synthetic/index.ts';
import { randomFrom } from '../synthetic/random.ts';
import { smoothNoise } from '../synthetic/smooth-noise.ts';
import type { Extraction, FingerprintTemplate, GreyImage } from '../types.ts';
import { extract } from './extract.ts';

/* What is no good print, in all the ways a kiosk meets: it is refused with its reason or handled, and never matches. */

function picture(width: number, height: number, grey: (x: number, y: number) => number): GreyImage {
  const clamped = (at: number) => Math.min(255, Math.max(0, grey(at % width, Math.floor(at / width))));
  return {
    width,
    height,
    dpi: 500,
    pixels: Uint8Array.from({ length: width * height }, (_, at) => clamped(at)),
  };
}

/** A picture the size of a sensor. */
const scene = (grey: (x: number, y: number) => number) => picture(300, 360, grey);
const refused = (reason: string) => ({ outcome: 'refused', reason });
const finger = growFinger(5);
const touch = (options: Partial<ImpressionOptions> = {}) =>
  impress(finger, { seed: 1, width: 300, height: 360, dpi: 500, contact: 1, ...options });

function templateOf(extraction: Extraction): FingerprintTemplate {
  if (extraction.outcome !== 'extracted') throw new Error(extraction.reason);
  return extraction.template;
}

describe('nothing on the glass', () => {
  it.each([0, 128, 255])('an even image of grey %i is blank', (grey) => {
    expect(extract(scene(() => grey))).toEqual(refused('blank'));
  });

  it('a gradient is blank', () => {
    expect(extract(scene((x) => x / 2))).toEqual(refused('blank'));
    expect(extract(scene((x, y) => Math.hypot(x, y) / 2))).toEqual(refused('blank'));
  });
});

describe('an impossible size', () => {
  it('a single pixel and an image without any are too small', () => {
    expect(extract(picture(1, 1, () => 0))).toEqual(refused('too-small'));
    expect(extract(picture(0, 0, () => 0))).toEqual(refused('too-small'));
  });

  it('20,000 × 20,000 pixels are too large, without looking at them', () => {
    const image = { width: 20_000, height: 20_000, dpi: 500, pixels: new Uint8Array() };
    expect(extract(image)).toEqual(refused('too-large'));
  });

  it('a pixel count that contradicts the size is a fault of the caller', () => {
    const image = { width: 300, height: 300, dpi: 500, pixels: new Uint8Array(10) };
    expect(() => extract(image)).toThrow(RangeError);
  });
});

describe('something else than a finger', () => {
  const random = randomFrom(1);
  const noise = () => random() - 0.5;
  const [coarse, middle, fine] = [90, 35, 12].map((scale) => smoothNoise(random, 300, 360, scale));
  /** Bars of random widths in rows, as letters are. */
  const rows = Array.from({ length: 40 }, () => smoothNoise(random, 300, 2, 3));
  const text = (size: number) => (x: number, y: number) => {
    const inLine = y % size < 0.6 * size;
    return inLine && rows[Math.floor(y / size) % 40](x, 1) > 0 ? 20 : 240;
  };

  it.each<[string, (x: number, y: number) => number]>([
    ['noise', () => 255 * random()],
    ['a scene', (x, y) => 128 + 70 * coarse(x, y) + 35 * middle(x, y) + 15 * fine(x, y) + (x > y ? 20 : 0)],
    ['a striped cloth', (x, y) => 128 + 100 * Math.sin(0.7 * x + 0.05 * y)],
    ['a coarse striped cloth', (x, y) => 128 + 80 * Math.sin(0.4 * x + 0.3 * y) + 80 * noise()],
    ['rings', (x, y) => 128 + 110 * Math.sin(0.7 * Math.hypot(x - 150, y - 180))],
    ['a checkerboard', (x, y) => 255 * ((Math.floor(x / 9) + Math.floor(y / 9)) % 2)],
    ['a fine checkerboard', (x, y) => 255 * ((Math.floor(x / 4) + Math.floor(y / 4)) % 2)],
    ['small print', text(20)],
    ['large print', text(32)],
  ])('%s is no fingerprint', (_what, grey) => {
    expect(extract(scene(grey))).toEqual(refused('not-a-fingerprint'));
  });
});

describe('a print of another resolution than stated', () => {
  it('of double or half of it is refused for that', () => {
    for (const declared of [250, 1000])
      expect(extract({ ...touch(), dpi: declared })).toEqual(refused('wrong-resolution'));
    expect(extract({ ...touch({ width: 600, height: 720, dpi: 1000 }), dpi: 500 })).toEqual(
      refused('wrong-resolution'),
    );
  });

  it('stated truly is taken', () => {
    for (const dpi of [400, 500, 569, 1000]) {
      const size = { width: Math.round((300 * dpi) / 500), height: Math.round((360 * dpi) / 500) };
      expect(extract(touch({ ...size, dpi }))).toMatchObject({ outcome: 'extracted' });
    }
  });
});

describe('white ridges on black', () => {
  const turned = (image: GreyImage) => ({ ...image, pixels: image.pixels.map((grey) => 255 - grey) });

  it('are turned round where the glass shows it', () => {
    const print = touch({ contact: 0.8 });
    expect(extract(turned(print))).toEqual(extract(print));
  });

  it('match dark ones where it does not', () => {
    const print = touch({ width: 180, height: 200 });
    const inverted = templateOf(extract(turned(print)));
    const again = templateOf(extract(touch({ seed: 2, width: 180, height: 200 })));
    expect(matchFingerprints(inverted, again)).toBeGreaterThan(thresholds.match);
  });
});

describe('a print that is partly spoilt', () => {
  const print = touch({ contact: 0.9 });
  const enrolled = templateOf(extract(touch({ seed: 2 })));

  it.each<[string, (grey: number, x: number, y: number) => number]>([
    ['with four bits a pixel', (grey) => (grey >> 4) * 17],
    ['on dirty glass', (grey, x, y) => (Math.hypot(x - 60, y - 90) < 25 ? 70 : grey)],
    [
      'with the border of a latent',
      (grey, x, y) => (Math.abs(Math.hypot(x - 20, y - 180) - 130) < 2 ? 90 : grey),
    ],
    ['with a scratch', (grey, x, y) => (Math.abs(x - 0.6 * y - 40) < 3 ? 235 : grey)],
    ['of its lower half alone', (grey, _x, y) => (y < 180 ? 236 : grey)],
  ])('%s still matches', (_what, spoil) => {
    const pixels = print.pixels.map((grey, at) =>
      spoil(grey, at % print.width, Math.floor(at / print.width)),
    );
    const template = templateOf(extract({ ...print, pixels }));
    expect(matchFingerprints(template, enrolled)).toBeGreaterThan(thresholds.match);
  });

  it('to a patch with hardly a minutia is too little contact, not something else than a finger', () => {
    const patch = print.pixels.map((grey, at) =>
      Math.hypot((at % print.width) - 150, Math.floor(at / print.width) - 180) < 32 ? grey : 236,
    );
    expect(extract({ ...print, pixels: patch })).toEqual(refused('too-little-contact'));
  });
});

it('two fingers in one image do not match a third', () => {
  const [left, right] = [1, 2].map((seed) =>
    impress(growFinger(seed), { seed, width: 300, height: 360, dpi: 500 }),
  );
  const both = picture(600, 360, (x, y) => (x < 300 ? left : right).pixels[y * 300 + (x % 300)]);
  const extraction = extract(both);
  if (extraction.outcome === 'extracted')
    expect(matchFingerprints(extraction.template, templateOf(extract(touch())))).toBeLessThan(
      thresholds.match,
    );
});

describe('any image', () => {
  const side = fc.integer({ min: 1, max: 220 });
  const dpi = fc.oneof(fc.integer({ min: 1, max: 5000 }), fc.double());
  const anything = fc
    .tuple(side, side, dpi)
    .chain(([width, height, dpi]) =>
      fc
        .uint8Array({ minLength: width * height, maxLength: width * height, size: 'max' })
        .map((pixels) => ({ width, height, dpi, pixels })),
    );

  it('has an outcome, and without structure no template', () => {
    fc.assert(
      fc.property(anything, (image) => {
        expect(extract(image).outcome).toBe('refused');
      }),
      { numRuns: 60 },
    );
  });

  it('of smooth random shapes at any scale has no template', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.double({ min: 1, max: 40, noNaN: true }),
        fc.boolean(),
        (seed, scale, hard) => {
          const shapes = smoothNoise(randomFrom(seed), 220, 240, scale);
          const grey = (x: number, y: number) =>
            hard ? 255 * Number(shapes(x, y) > 0) : 128 + 90 * shapes(x, y);
          expect(extract(picture(220, 240, grey)).outcome).toBe('refused');
        },
      ),
      { numRuns: 60 },
    );
  });
});
