import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../extraction/extract.ts';
import { growFinger, impress } from '../synthetic/index.ts';
import { packTemplate, unpackTemplate } from './packed.ts';

const extraction = extract(impress(growFinger(3), { seed: 1 }));
if (extraction.outcome !== 'extracted') throw new Error('the synthetic print gives no template');
const { template } = extraction;

describe('a packed template', () => {
  it('unpacks to exactly what was packed', () => {
    expect(unpackTemplate(packTemplate(template))).toEqual(template);
  });

  it('unpacks from the middle of a larger buffer', () => {
    const packed = packTemplate(template);
    const larger = new Uint8Array(packed.length + 7);
    larger.set(packed, 5);
    expect(unpackTemplate(larger.subarray(5, 5 + packed.length))).toEqual(template);
  });

  it('is refused when cut short, lengthened, of another version or not ours', () => {
    const packed = packTemplate(template);
    expect(unpackTemplate(packed.slice(0, -1))).toBeNull();
    expect(unpackTemplate(Uint8Array.of(...packed, 0))).toBeNull();
    expect(unpackTemplate(packed.with(2, 99))).toBeNull();
    expect(unpackTemplate(packed.with(0, 0))).toBeNull();
    expect(unpackTemplate(new Uint8Array())).toBeNull();
  });

  it('never throws on any bytes, and what it accepts packs to the same bytes', () => {
    const header = packTemplate(template).slice(0, 3);
    const anything = fc.uint8Array({ maxLength: 400 });
    const nearly = fc
      .array(fc.uint8Array({ minLength: 5, maxLength: 5 }), { maxLength: 40 })
      .map((minutiae) =>
        Uint8Array.of(...header, 1, 0, 1, 32, 50, minutiae.length, 0, ...minutiae.flatMap((m) => [...m])),
      );
    fc.assert(
      fc.property(fc.oneof(anything, nearly), (bytes) => {
        const unpacked = unpackTemplate(bytes);
        if (unpacked) expect(packTemplate(unpacked)).toEqual(bytes);
      }),
    );
  });
});
