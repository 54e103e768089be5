import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGallery } from './index.ts';

const dimensions = 6;
const vector = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: dimensions, maxLength: dimensions })
  .filter((values) => Math.hypot(...values) > 0.1)
  .map((values) => Float32Array.from(values));

function cosineOf(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0) / (Math.hypot(...a) * Math.hypot(...b));
}

describe('searching one face among many', () => {
  test('an empty gallery finds nobody', () => {
    expect(createGallery(2).search(Float32Array.of(1, 0), 5)).toEqual([]);
  });

  test('a person with several templates comes up once, by the best', () => {
    const gallery = createGallery(2);
    gallery.add('asha', Float32Array.of(0, 3));
    gallery.add('asha', Float32Array.of(2, 0));
    gallery.add('balbir', Float32Array.of(1, 1));
    expect(gallery.size).toBe(3);
    const found = gallery.search(Float32Array.of(5, 0), 5);
    expect(found.map(({ personId }) => personId)).toEqual(['asha', 'balbir']);
    expect(found[0].score).toBeCloseTo(1, 6);
  });

  test('a removed person is found no more, and the others still are', () => {
    const gallery = createGallery(2);
    for (let i = 0; i < 10; i++) gallery.add(`p${i % 3}`, Float32Array.of(Math.cos(i), Math.sin(i)));
    gallery.remove('p0');
    gallery.remove('nobody');
    expect(gallery.size).toBe(6);
    expect(gallery.search(Float32Array.of(1, 0), 9).map(({ personId }) => personId)).not.toContain('p0');
    expect(gallery.search(Float32Array.of(Math.cos(7), Math.sin(7)), 1)[0].personId).toBe('p1');
  });

  test('a gallery larger than one block finds the last one added', () => {
    const gallery = createGallery(3);
    for (let i = 0; i < 9000; i++) gallery.add(`p${i}`, Float32Array.of(1, i / 9000, 0));
    gallery.add('last', Float32Array.of(0, 0, 1));
    expect(gallery.search(Float32Array.of(0, 0.1, 1), 1)[0].personId).toBe('last');
  });

  test('a vector that is no template is refused and leaves nothing behind', () => {
    const gallery = createGallery(2);
    for (const wrong of [[1], [0, 0], [Number.NaN, 1], [Number.POSITIVE_INFINITY, 1]])
      expect(() => gallery.add('x', Float32Array.from(wrong))).toThrow(RangeError);
    expect(gallery.size).toBe(0);
  });

  test('after any adding and removing, the answer is that of comparing with everyone', () => {
    const act = fc.record({
      person: fc.constantFrom('a', 'b', 'c', 'd'),
      vector: fc.option(vector, { freq: 4 }),
    });
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 30 }),
        vector,
        fc.integer({ min: 0, max: 5 }),
        (acts, probe, limit) => {
          const gallery = createGallery(dimensions);
          const known = new Map<string, Float32Array[]>();
          for (const { person, vector: added } of acts) {
            if (added) {
              gallery.add(person, added);
              known.set(person, [...(known.get(person) ?? []), added]);
            } else {
              gallery.remove(person);
              known.delete(person);
            }
          }
          const expected = [...known.values()]
            .map((vectors) => Math.max(...vectors.map((one) => cosineOf(one, probe))))
            .toSorted((a, b) => b - a)
            .slice(0, limit);
          const found = gallery.search(probe, limit);
          expect(found).toHaveLength(expected.length);
          for (const [i, { personId, score }] of found.entries()) {
            expect(score).toBeCloseTo(expected[i], 5);
            expect(Math.max(...(known.get(personId) ?? []).map((one) => cosineOf(one, probe)))).toBeCloseTo(
              score,
              5,
            );
          }
        },
      ),
    );
  });
});
