import { expect, test } from 'vitest';
import type { QualityPhoto } from './observe-quality.ts';
import { qualityOf } from './quality.ts';
import { qualityByGroup } from './quality-by-group.ts';
import { usual } from './test/usual.ts';

function photo(person: string, score: number): QualityPhoto {
  const quality = { ...qualityOf({ ...usual, stability: null }), score };
  return { person, name: `${person}.jpg`, vector: new Float32Array(2), quality };
}

const photos = [
  photo('a', 90),
  photo('a', 90),
  photo('a', 90),
  photo('b', 70),
  photo('c', 20),
  photo('d', 5),
];
const groupOf = ['north', 'north', 'north', 'north', 'south', null];

test('a person counts once, however many photos there are', () => {
  const [north] = qualityByGroup(photos, [{ by: 'region', groupOf }]);
  expect(north).toMatchObject({ by: 'region', name: 'north', people: 2, images: 4 });
  expect(north.means.quality.mean).toBe(80);
  // Student's t of one degree of freedom, on the standard error of 70 and 90.
  expect(north.means.quality.give).toBeCloseTo(12.71 * 10, 1);
});

test('one person alone says nothing of how sure a mean is', () => {
  const [, south] = qualityByGroup(photos, [{ by: 'region', groupOf }]);
  expect(south.means.quality).toEqual({ mean: 20, give: Number.NaN });
});

test('people of no known group are in none, and what was not measured has no mean', () => {
  const groups = qualityByGroup(photos, [{ by: 'region', groupOf }]);
  expect(groups.map(({ name }) => name)).toEqual(['north', 'south']);
  expect(groups[0].means).not.toHaveProperty('stability');
  expect(groups[0].means.span).toEqual({ mean: 100, give: 0 });
});
