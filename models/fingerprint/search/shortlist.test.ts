import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortlist } from './shortlist.ts';

test('the shortlist is the best of all parts, equals by their place, and nobody rated 0', () => {
  const part = fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 65_535 })), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), fc.integer({ min: 0, max: 60 }), (parts, length) => {
      const expected = parts
        .flat()
        .map((rating, place) => ({ rating, place }))
        .filter(({ rating }) => rating > 0)
        .sort((a, b) => b.rating - a.rating || a.place - b.place)
        .slice(0, length)
        .map(({ place }) => place);
      const found = shortlist(
        parts.map((ratings) => Uint16Array.from(ratings)),
        length,
      );
      expect(found).toEqual(expected.sort((a, b) => a - b));
    }),
  );
});
