import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readGroups } from './groups-file.ts';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'kiosk-groups-'));
});

afterEach(() => rm(home, { recursive: true, force: true }));

const photos = ['001_1.jpg', '001_2.jpg', '002_1.jpg', '003_1.jpg'].map((name) => ({
  name,
  path: name,
  person: name.slice(0, 3),
}));

async function read(content: string) {
  const path = join(home, 'groups.csv');
  await writeFile(path, content);
  const groups = await readGroups(path, photos);
  return { ...groups, of: groups.groupings.map(({ by, groupOf }) => [by, ...photos.map(groupOf)]) };
}

it('ages fall into bands, and what is not known into none', async () => {
  const { of, sex } = await read('face_id,face_age,face_gender\n001,17.5,female\n002,NA,male\n');
  expect(of).toEqual([
    ['face_age', '12-17', '12-17', null, null],
    ['face_gender', 'female', 'female', 'male', null],
  ]);
  expect(sex?.by).toBe('face_gender');
});

it('a row of a photo goes before that of its person', async () => {
  const { of } = await read('id,age\n001,4\n001_2.jpg,60\n002,30\n');
  expect(of).toEqual([['age', '0-4', '60 and over', '30-44', null]]);
});

it('bands that are there already stay', async () => {
  const { of } = await read('id,age\n001,adult\n002,child\n');
  expect(of).toEqual([['age', 'adult', 'adult', 'child', null]]);
});

it('language is no age, and nothing tells who could be taken for whom', async () => {
  const { of, sex } = await read('id,language\n001,5\n002,6\n');
  expect(of).toEqual([['language', '5', '5', '6', null]]);
  expect(sex).toBeNull();
});

it('a column with a value for nearly everybody is left out and named; an empty one is only left out', async () => {
  const many = Array.from({ length: 13 }, (_, i) => ({
    name: `${i}_1.jpg`,
    path: `${i}`,
    person: `${i}`,
  }));
  const path = join(home, 'groups.csv');
  await writeFile(path, `id,note,sex,town\n${many.map((_, i) => `${i},note ${i},f,`).join('\n')}\n`);
  const { groupings, leftOut } = await readGroups(path, many);
  expect(groupings.map(({ by }) => by)).toEqual(['sex']);
  expect(leftOut).toEqual(['note']);
});

it.each([
  ['nothing', '', 'there is nothing in it'],
  ['only the people', 'id\n001\n', 'there is no column to sort people by'],
  ['someone who is not there', 'id,sex\n001,f\n009,m\n', 'line 3: there is no such person or file'],
  ['someone twice', 'id,sex\n001,f\n001,m\n', 'line 3: this person or file came before'],
  ['an age that is none', 'id,age\n001,30\n002,thirty\n', 'line 3: age is not a number of years'],
])(
  '%s is refused with the line and the reason, not with what stands there',
  async (_what, content, reason) => {
    const error = await read(content).catch((error: unknown) => error);
    expect(error).toMatchObject({
      refusal: { code: 'invalid-request', fields: [expect.stringContaining(reason)] },
    });
    expect(JSON.stringify(error)).not.toMatch(/009|thirty/);
  },
);
