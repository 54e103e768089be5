import { expect, it } from 'vitest';
import { groupsOf, pairsByGroup } from './by-group.ts';
import type { Comparison } from './comparison.ts';

// Two pictures each of Asha, Bina and Chand, who is a man.
const people = [0, 0, 1, 1, 2, 2];
const sex = ['f', 'f', 'f', 'f', 'm', 'm'];
const comparisons: Comparison[] = people.flatMap((person, probe) =>
  people.flatMap((other, candidate) =>
    candidate > probe ? [{ probe, candidate, genuine: person === other, score: 10 * probe + candidate }] : [],
  ),
);
const sameSex = (probe: number, candidate: number) => sex[probe] === sex[candidate];

function sorted(by: string, groupOf: readonly (string | null)[], comparable = sameSex) {
  return pairsByGroup(comparisons, people, [{ by, groupOf }], comparable).map(
    ({ name, genuine, impostor }) => ({ name, genuine: genuine.length, impostor: impostor.length }),
  );
}

it('strangers of two sexes are no pair of any group', () => {
  expect(
    sorted(
      'all',
      people.map(() => 'all'),
    ),
  ).toEqual([{ name: 'all', genuine: 3, impostor: 4 }]);
  expect(
    sorted(
      'all',
      people.map(() => 'all'),
      () => true,
    ),
  ).toEqual([{ name: 'all', genuine: 3, impostor: 12 }]);
});

it('a group with one person has no strangers, and says so', () => {
  expect(sorted('sex', sex)).toEqual([
    { name: 'f', genuine: 2, impostor: 4 },
    { name: 'm', genuine: 1, impostor: 0 },
  ]);
});

it('someone photographed at two ages is a genuine pair of neither, and a stranger in both', () => {
  const ages = ['5-11', '18-29', '5-11', '18-29', null, null];
  expect(sorted('age', ages)).toEqual([
    { name: '5-11', genuine: 0, impostor: 1 },
    { name: '18-29', genuine: 0, impostor: 1 },
  ]);
});

it('groups are told in the order of their numbers, and who is in none is in none', () => {
  expect(groupsOf({ by: 'age', groupOf: ['60 and over', null, '5-11', '18-29', '5-11'] })).toEqual([
    '5-11',
    '18-29',
    '60 and over',
  ]);
});
