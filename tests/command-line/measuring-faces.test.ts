import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { portrait, type Sample, sampleNames } from '../../models/face/samples.ts';
import { kiosk } from '../support/command-line.ts';

/* The face engine measured as a programme does, on people of real photographs. */

const people = ['first', 'second', 'third', 'fourth'] as const satisfies readonly Sample[];
let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kiosk-faces-'));
  await mkdir(join(home, 'photos'));
  for (const person of people) {
    const photo = await portrait(person);
    await photo
      .clone()
      .jpeg()
      .toFile(join(home, 'photos', `known_${person}_1.jpg`));
    await photo
      .modulate({ brightness: 0.8 })
      .jpeg()
      .toFile(join(home, 'photos', `known_${person}_2.jpg`));
  }
  await writeFile(join(home, 'photos', 'known_fifth_1.jpg'), 'no picture');
  await writeFile(
    join(home, 'people.csv'),
    'person,sex,age\nknown_first,b,31\nknown_second,a,28\nknown_third,a,30\nknown_fourth,a,NA\n',
  );
});

afterAll(() => rm(home, { recursive: true, force: true }));

function evaluate(...options: string[]) {
  return kiosk(['evaluate', 'face', join(home, 'photos'), ...options], {});
}

describe('a folder of named photos', () => {
  test('gives the rates of all pairs, and of groups beside each other', async () => {
    const [plot, page] = [join(home, 'plot.svg'), join(home, 'report.html')];
    const files = ['--groups', join(home, 'people.csv'), '--plot', plot, '--report', page];
    const ran = await evaluate(...files, '--json');
    expect(ran).toMatchObject({ code: 0, err: '' });
    const { groups, ...figures } = JSON.parse(ran.out);
    expect(figures).toMatchObject({
      images: 8,
      people: 4,
      genuine: 4,
      impostor: 24,
      detectFailures: 0,
      unreadable: 1,
      eer: 0,
      tarAtFar1e2: 1,
      tarAtFar1e3: 1,
      tarAtFar1e4: 1,
      rank1: 1,
      thresholds: { candidate: expect.any(Number), match: expect.any(Number) },
      embedMs: { median: expect.any(Number), p95: expect.any(Number) },
    });
    // Two of the strangers are alike enough to be proposed, none enough to match.
    const [none, twelve] = [{ pairs: 0 }, { pairs: 12 }];
    expect(groups).toMatchObject([
      { name: 'everybody', people: 4, fnmr: 0, candidate: { fmr: twelve }, match: { fmr: { errors: 0 } } },
      { by: 'sex', name: 'a', people: 3, fnmr: 0, candidate: { fmr: twelve }, match: { fmr: { errors: 0 } } },
      { by: 'sex', name: 'b', people: 1, fmr: null, fnmr: 0, candidate: { fmr: none } },
      { by: 'age', name: '18-29', people: 1 },
      { by: 'age', name: '30-44', people: 2, candidate: { fmr: none } },
    ]);
    expect((await sharp(plot).stats()).isOpaque).toBe(true);
    const report = await readFile(page, 'utf8');
    expect(report).toContain('every group here');
    expect(report).not.toMatch(/<script|<img|<link|@import|url\(|https?:\/\/(?!www\.w3\.org)/);
    expect(report).not.toContain('known_');
    expect((await readdir(home)).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  test('without --json a person reads the groups in a table', async () => {
    const ran = await evaluate('--groups', join(home, 'people.csv'));
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/sex: a +3 .* 0 % \(0 of 3, 0 to [\d.]+ %\)/);
  });

  test('a list of pairs is all that is compared', async () => {
    const pairs = join(home, 'pairs.csv');
    await writeFile(
      pairs,
      'fold,same,file_a,file_b\n1,1,known_first_1.jpg,photos/known_first_2.jpg\n1,0,known_first_1.jpg,known_second_1.jpg\n',
    );
    const ran = await evaluate('--pairs', pairs, '--json');
    expect(JSON.parse(ran.out)).toMatchObject({ images: 3, people: 2, genuine: 1, impostor: 1, rank1: null });
  });

  test.each([
    ['--pairs', 'same,file_a\n1,known_first_1.jpg\n', /there is no column file_b/],
    [
      '--pairs',
      'same,file_a,file_b\n1,known_first_1.jpg,ninth_1.jpg\n',
      /line 2: file_b is not among the photos/,
    ],
    ['--groups', '', /there is nothing in it/],
    ['--groups', 'person,sex\nninth,m\n', /line 2: there is no such person or file in the folder/],
  ])('%s with a bad file is refused before anything is measured', async (option, content, said) => {
    const path = join(home, 'bad.csv');
    await writeFile(path, content);
    const ran = await evaluate(option, path);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(said);
  });

  test('a report that cannot be written, and a list that is not there, are refused', async () => {
    expect((await evaluate('--report', '/none/report.html')).err).toMatch(/^cannot-write \(--report/);
    expect((await evaluate('--groups', join(home, 'none.csv'))).err).toMatch(/^not-found/);
  });
});

test('a folder in which only one person can be read is refused', async () => {
  const folder = join(home, 'lone');
  await mkdir(folder);
  const photo = await portrait(sampleNames[0]);
  for (const name of ['a_1.jpg', 'a_2.jpg']) await photo.clone().jpeg().toFile(join(folder, name));
  for (const name of ['b_1.jpg', 'b_2.jpg']) await writeFile(join(folder, name), 'no picture');
  const ran = await kiosk(['evaluate', 'face', folder], {});
  expect(ran).toMatchObject({ code: 2, out: '' });
});

interface Group {
  readonly name: string;
  readonly candidate: { readonly fmr: object };
}

const faces = fileURLToPath(new URL('../../../shared/data/faces/', import.meta.url));
const available = await access(join(faces, 'london_info.csv')).then(
  () => true,
  () => false,
);

describe.skipIf(!available)('the London Set (skipped without ../shared/data/faces)', () => {
  test('everybody is known again, and false matches stay with the group that has them', {
    timeout: 120_000,
  }, async () => {
    const options = ['--groups', join(faces, 'london_info.csv'), '--json'];
    const ran = await kiosk(['evaluate', 'face', join(faces, 'london'), ...options], {});
    const { groups, ...figures } = JSON.parse(ran.out);
    expect(figures).toMatchObject({ images: 102, people: 51, genuine: 51, detectFailures: 0, rank1: 1 });
    expect(figures.eer).toBeLessThan(0.002);
    expect(figures.tarAtFar1e4).toBeGreaterThan(0.97);
    const fmr = Object.fromEntries(groups.map(({ name, candidate }: Group) => [name, candidate.fmr]));
    expect(fmr.white).toMatchObject({ pairs: 1104 });
    expect(fmr.white.rate).toBeLessThan(0.008);
    // Better is welcome; worse is not.
    expect(fmr.black).toMatchObject({ pairs: 72 });
    expect(fmr.black.rate).toBeLessThan(0.2);
    for (const { match, fnmr } of groups) {
      expect(match.fmr.errors).toBe(0);
      expect(fnmr).toBe(0);
    }
  });
});
