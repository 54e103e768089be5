import { describe, expect, it } from 'vitest';
import { growFinger, impress } from '../synthetic/index.ts';
import { extract } from './extract.ts';

const finger = growFinger(5);

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
