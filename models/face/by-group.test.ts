import { expect, test } from 'vitest';
import { facesByGroup } from './by-group.ts';
import { compare, type TemplatedPhoto } from './comparisons.ts';
import { builtInCalibration, thresholdsOf } from './scores.ts';

/** Vectors on a circle: their cosine is that of the angle between, in degrees. */
function photo(person: string, name: string, degrees: number | null): TemplatedPhoto {
  const radians = ((degrees ?? 0) * Math.PI) / 180;
  const vector = degrees === null ? null : Float32Array.of(Math.cos(radians), Math.sin(radians));
  return { person, name, vector };
}

// The threshold for candidates is 20.8 degrees, that for a match 16.5.
const photos = [
  photo('asha', 'a1', 0),
  photo('asha', 'a2', 19),
  photo('bina', 'b1', 38), // 19 degrees from a2, a candidate
  photo('bina', 'b2', 70), // 32 from b1: not known again
  photo('chand', 'c1', 1), // a man, as like Asha as can be
  photo('chand', 'c2', null),
];
const sexOf = ['f', 'f', 'f', 'f', 'm', 'm'];
const thresholds = thresholdsOf(builtInCalibration);
const everybody = { by: 'all', groupOf: photos.map(() => 'everybody') };

test('by hand: rates of women, of men and of everybody of one sex', () => {
  const groupings = [everybody, { by: 'sex', groupOf: sexOf }];
  const [all, women, men] = facesByGroup({ photos, comparisons: compare(photos) }, thresholds, {
    groupings,
    sexOf,
  });
  expect(women).toMatchObject({ by: 'sex', name: 'f', people: 2, images: 4, detectFailures: 0 });
  expect(women.candidate.fmr).toMatchObject({ errors: 1, pairs: 4, rate: 0.25 });
  expect(women.candidate.fnmr).toMatchObject({ errors: 1, pairs: 2, rate: 0.5 });
  expect(women.match.fmr).toMatchObject({ errors: 0, pairs: 4 });
  expect(women.match.fnmr).toMatchObject({ errors: 2, pairs: 2 });
  expect(men).toMatchObject({ name: 'm', people: 1, images: 2, detectFailures: 1 });
  expect(men.candidate.fmr).toMatchObject({ pairs: 0, rate: Number.NaN });
  expect(all.candidate.fmr).toMatchObject({ errors: 1, pairs: 4 });
});

test('where no sex is known every stranger counts', () => {
  const [all] = facesByGroup({ photos, comparisons: compare(photos) }, thresholds, {
    groupings: [everybody],
    sexOf: null,
  });
  expect(all.candidate.fmr).toMatchObject({ errors: 3, pairs: 8 });
});

test('the threshold that carries a group lies just above its likest strangers', () => {
  const [, women] = facesByGroup({ photos, comparisons: compare(photos) }, thresholds, {
    groupings: [everybody, { by: 'sex', groupOf: sexOf }],
    sexOf,
  });
  const likest = Math.cos((19 * Math.PI) / 180);
  expect(women.carrying.threshold).toBeCloseTo(likest, 5);
  expect(women.carrying.shown).toBe(false);
});

test('only listed pairs are compared, as the list says who they are, and not those without a template', () => {
  const listed = compare(photos, [
    { same: true, names: ['a1', 'c1'] },
    { same: false, names: ['b1', 'a1'] },
    { same: true, names: ['c1', 'c2'] },
    { same: true, names: ['a1', 'unreadable'] },
  ]);
  expect([...listed].map(({ probe, candidate, genuine }) => [probe, candidate, genuine])).toEqual([
    [0, 4, true],
    [2, 0, false],
  ]);
});
