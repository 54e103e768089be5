import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGallery } from '../search/gallery.ts';
import { loadGallery } from './load.ts';

const expected = { model: 'face/1', dimensions: 3 };

function sample() {
  const gallery = createGallery(3);
  for (let i = 0; i < 20; i++) gallery.add(`जन ${i % 15}`, Float32Array.of(i + 0.1, 3, -i / 7));
  gallery.remove('जन 2');
  return gallery;
}

/** The bytes with a checksum that is right again. */
function sealed(bytes: Uint8Array): Uint8Array {
  new DataView(bytes.buffer).setUint32(bytes.length - 4, crc32(bytes.subarray(0, -4)), true);
  return bytes;
}

function changed(change: (view: DataView, bytes: Uint8Array) => void): Uint8Array {
  const bytes = sample().save('face/1');
  change(new DataView(bytes.buffer), bytes);
  return sealed(bytes);
}

describe('a gallery that was saved', () => {
  test('gives the same answers when loaded, also from the middle of other bytes', async () => {
    const gallery = sample();
    const bytes = gallery.save('face/1');
    const shifted = new Uint8Array(bytes.length + 9);
    shifted.set(bytes, 5);
    const loaded = loadGallery(shifted.subarray(5, -4), expected);
    if (loaded.outcome !== 'loaded') throw new Error(loaded.reason);
    expect(loaded.gallery.size).toBe(gallery.size);
    const probe = Float32Array.of(4, 3, 2);
    expect(await loaded.gallery.search(probe, 30)).toEqual(await gallery.search(probe, 30));
    expect(loaded.gallery.save('face/1')).toEqual(bytes);
  });

  test('may be empty', () => {
    expect(loadGallery(createGallery(3).save('face/1'), expected)).toMatchObject({ outcome: 'loaded' });
  });

  test('is refused when it is of another model or length', () => {
    const bytes = sample().save('face/1');
    expect(loadGallery(bytes, { ...expected, model: 'face/2' })).toMatchObject({ reason: 'other-model' });
    expect(loadGallery(bytes, { ...expected, dimensions: 4 })).toMatchObject({ reason: 'other-length' });
  });

  test('is refused when it is cut short anywhere or any byte is changed', () => {
    const bytes = sample().save('face/1');
    for (let length = 0; length < bytes.length; length++)
      expect(loadGallery(bytes.slice(0, length), expected).outcome).toBe('refused');
    for (let at = 0; at < bytes.length; at++) {
      const wrong = bytes.slice();
      wrong[at] ^= 1;
      expect(loadGallery(wrong, expected).outcome).toBe('refused');
    }
  });

  test('is refused when the checksum is right but the contents are not', () => {
    const reason = (change: Parameters<typeof changed>[0]) => {
      const loaded = loadGallery(changed(change), expected);
      return loaded.outcome === 'refused' ? loaded.reason : null;
    };
    expect(reason((view) => view.setUint32(0, 7))).toBe('no-gallery');
    expect(reason((view) => view.setUint16(4, 2, true))).toBe('other-version');
    for (const count of [0, 13, 15, 0xffffffff]) {
      expect(reason((view) => view.setUint32(12, count, true))).toBe('inconsistent');
      expect(reason((view) => view.setUint32(16, count, true))).toBe('inconsistent');
    }
    const last = (view: DataView) => view.byteLength - 8;
    expect(reason((view) => view.setFloat32(last(view), Number.NaN, true))).toBe('inconsistent');
    expect(reason((view) => view.setFloat32(last(view), 3, true))).toBe('inconsistent');
    expect(reason((_, bytes) => bytes.fill(0xff, 30, 32))).toBe('inconsistent');
    expect(reason((_, bytes) => bytes.copyWithin(44, 30, 43))).toBe('inconsistent');
  });

  test('never throws on bytes that are anything, with a right checksum', () => {
    const change = fc.record({ at: fc.nat(300), value: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = changed((_, all) => {
          for (const { at, value } of changes) all[at % (all.length - 4)] = value;
        });
        expect(['loaded', 'refused']).toContain(loadGallery(bytes, expected).outcome);
      }),
    );
  });

  test('is not saved with a name that does not fit', () => {
    const gallery = sample();
    gallery.add('x'.repeat(70_000), Float32Array.of(1, 0, 0));
    expect(() => gallery.save('face/1')).toThrow(RangeError);
  });
});
