import { expect, test } from 'vitest';
import { consolidate } from './consolidate.ts';
import { cosine } from './scores.ts';

const SAME = 0.9;

/** A picture of a person who looks along an axis, seen a little otherwise each time. */
function taken(person: number, aside = 0, quality = 50) {
  const raw = Float32Array.from({ length: 8 }, (_, i) => (i === person ? 1 : i === person + 4 ? aside : 0));
  const norm = Math.hypot(...raw);
  return { vector: raw.map((value) => value / norm), quality };
}

function vectorOf(consolidation: ReturnType<typeof consolidate>): Float32Array {
  if (consolidation.outcome !== 'consolidated') throw new Error(consolidation.outcome);
  return consolidation.vector;
}

test('one picture stays what it is', () => {
  const one = taken(1);
  expect(vectorOf(consolidate([one], SAME))).toEqual(one.vector);
});

test('what differs between the pictures of a person evens out', () => {
  const vector = vectorOf(consolidate([taken(0, 0.2), taken(0, -0.2)], SAME));
  expect(cosine(vector, taken(0).vector)).toBeCloseTo(1);
  expect(Math.hypot(...vector)).toBeCloseTo(1);
});

test('the better picture counts more, and the worse still counts', () => {
  const [good, bad] = [taken(0, 0.2, 100), taken(0, -0.2, 0)];
  const vector = vectorOf(consolidate([good, bad], SAME));
  expect(cosine(vector, good.vector)).toBeGreaterThan(cosine(vector, bad.vector));
  expect(cosine(vector, taken(0).vector)).toBeGreaterThan(cosine(good.vector, taken(0).vector));
});

test('the stranger among several is named, wherever they stand', () => {
  for (const place of [0, 1, 2]) {
    const pictures = [taken(0), taken(0, 0.1), taken(0, 0.2)];
    pictures[place] = taken(1, 0, 100);
    expect(consolidate(pictures, SAME)).toEqual({ outcome: 'different-people', strangers: [place] });
  }
});

test('of two people in two pictures the worse picture is named', () => {
  const pictures = [taken(0, 0, 20), taken(1, 0, 80)];
  expect(consolidate(pictures, SAME)).toEqual({ outcome: 'different-people', strangers: [0] });
});

test('no picture is a bug', () => {
  expect(() => consolidate([], SAME)).toThrow(RangeError);
});
