import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodePrint } from '#core/index.ts';
import { demoPeople, photograph, secondLook, touchOf } from '#demo/index.ts';
import { growFinger, impress } from '#models/fingerprint/synthetic/index.ts';
import { kiosk } from '../support/command-line.ts';

const people = demoPeople.slice(0, 3);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiosk-measure-'));
  await mkdir(join(folder, 'prints'));
  for (const [index, person] of people.entries()) {
    for (const touch of [1, 2]) {
      const print = await encodePrint(touchOf(person, 'left-thumb', touch));
      await writeFile(join(folder, 'prints', `${index}_${touch}.png`), print);
    }
    const photos = join(folder, 'photos', String(index));
    await mkdir(photos, { recursive: true });
    await writeFile(join(photos, '1.jpg'), await photograph(person));
    await writeFile(join(photos, '2.jpg'), await photograph(person, secondLook));
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('a programme measures the fingerprint engine on its own prints', async () => {
  const ran = await kiosk(['evaluate', 'fingerprint', join(folder, 'prints'), '--dpi', '508', '--json'], {});
  expect(JSON.parse(ran.out)).toMatchObject({ images: 6, genuine: 3, impostor: 12, eer: 0, rank1: 1 });
});

test('two sets of prints are measured apart, and together at one threshold', async () => {
  const other = join(folder, 'other');
  await mkdir(other);
  for (const name of ['0_1.png', '0_2.png', '1_1.png'])
    await copyFile(join(folder, 'prints', name), join(other, name));
  await writeFile(join(other, '1_2.png'), 'no picture');
  const scores = join(folder, 'scores.csv');
  const plot = join(folder, 'plot.svg');
  const files = ['--dpi', '508,500', '--scores', scores, '--plot', plot];
  const ran = await kiosk(['evaluate', 'fingerprint', join(folder, 'prints'), other, ...files, '--json'], {});
  expect(ran).toMatchObject({ code: 0, err: '' });
  const { folders, mean, pooled } = JSON.parse(ran.out);
  expect(folders).toMatchObject([
    { folder: join(folder, 'prints'), images: 6, genuine: 3, impostor: 12 },
    { folder: other, images: 3, genuine: 1, impostor: 2, unreadable: 1 },
  ]);
  expect(folders[0]).not.toHaveProperty('unreadable');
  expect(mean).toMatchObject({ eer: 0, fmr100: 0, fmr1000: 0, zeroFmr: 0, rank1: 1 });
  expect(pooled).toMatchObject({ images: 9, genuine: 4, impostor: 14, eer: 0 });
  expect(pooled.decision).toMatchObject({ decibels: 40, falseMatchRate: 0 });
  expect(pooled.calibration.map((point: { decibels: number }) => point.decibels)).toEqual([10, 20, 30, 40]);

  const [head, ...lines] = (await readFile(scores, 'utf8')).trim().split('\n');
  expect(head).toBe('folder,probe,candidate,genuine,score');
  expect(lines).toHaveLength(4 + 14);
  expect(lines.filter((line) => line.split(',')[3] === '1')).toHaveLength(4);
  expect(lines.at(-1)).toMatch(/other,0_2,1_1,0,[\d.]+$/);

  const picture = await readFile(plot, 'utf8');
  const series = [...picture.matchAll(/data-series="([^"]*)"/g)].map(([, name]) => name);
  expect(series).toEqual(['prints', 'other', 'pooled', 'impostor', 'genuine']);
  expect((await sharp(plot).stats()).isOpaque).toBe(true);
  expect((await readdir(folder)).filter((name) => name.endsWith('.partial'))).toEqual([]);
});

test('the protocol of the competitions compares only first impressions of different fingers', async () => {
  const ran = await kiosk(
    ['evaluate', 'fingerprint', join(folder, 'prints'), '--protocol', 'fvc', '--json'],
    {},
  );
  expect(JSON.parse(ran.out)).toMatchObject({ images: 6, genuine: 3, impostor: 3 });
});

test('without --json a person reads a table', async () => {
  const ran = await kiosk(['evaluate', 'fingerprint', join(folder, 'prints')], {});
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toMatch(/EER %.*\nprints +6 +0 +3 +12 +0\.00 /);
});

test('a programme measures the face engine on its own photos', async () => {
  const ran = await kiosk(['evaluate', 'face', join(folder, 'photos'), '--json'], {});
  expect(JSON.parse(ran.out)).toMatchObject({ images: 6, people: 3, genuine: 3, impostor: 12, rank1: 1 });
});

test('a programme measures what a second photo in a template is worth', async () => {
  const photos = join(folder, 'photos');
  const ran = await kiosk(['evaluate', 'face-enrolling', photos, '--photos', '1', '--json'], {});
  expect(JSON.parse(ran.out)).toMatchObject({
    people: 3,
    figures: [{ photos: 1, genuine: 6, impostor: 24, tarAtFar1e2: 1, refused: 0, strangersPassed: null }],
  });
  const tooMany = await kiosk(['evaluate', 'face-enrolling', photos, '--photos', '2', '--json'], {});
  expect(tooMany.code).toBe(2);
});

test('a resolution that is none is refused', async () => {
  const ran = await kiosk(['evaluate', 'fingerprint', join(folder, 'prints'), '--dpi', 'high'], {});
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toMatch(/^invalid-request \(--dpi\)/);
});

test.each([
  ['a protocol that nobody knows', ['--protocol', 'easy'], /^invalid-request \(--protocol extended\|fvc\)/],
  ['two resolutions for one folder', ['--dpi', '500,508'], /^invalid-request \(--dpi: 2, folders: 1\)/],
  [
    'a score file that cannot be written',
    ['--scores', '/none/s.csv'],
    /^cannot-write \(--scores \/none\/s\.csv/,
  ],
  ['a plot in a place where a folder is', ['--plot', tmpdir()], /^cannot-write \(--plot .* not a file\)/],
])('%s is refused before anything is measured', async (_what, options, said) => {
  const ran = await kiosk(['evaluate', 'fingerprint', join(folder, 'prints'), ...options], {});
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toMatch(said);
});

test('a folder that is not there is refused', async () => {
  const ran = await kiosk(['evaluate', 'fingerprint', join(folder, 'none')], {});
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toMatch(/^not-found/);
});

test('a folder with one print of one finger says that nothing can be compared', async () => {
  const lone = join(folder, 'lone');
  await mkdir(lone);
  await writeFile(join(lone, '1_1.png'), await encodePrint(touchOf(people[0], 'left-thumb', 1)));
  const ran = await kiosk(['evaluate', 'fingerprint', lone], {});
  expect(ran).toMatchObject({ code: 2, out: '' });
});

test('the bench gives ratios, not only milliseconds, and finds by two stages whom it finds by comparing everybody', {
  timeout: 120_000,
}, async () => {
  const ran = await kiosk(['bench', 'fingerprint', '--fingers', '1000', '--json'], {});
  const { cores, figures } = JSON.parse(ran.out);
  expect(cores).toBeGreaterThan(0);
  for (const { what, value, unit, ratio } of figures) {
    expect(value, what).toBeGreaterThanOrEqual(0);
    if (unit === 'ms') expect(ratio, what).toBeGreaterThan(0);
  }
  const lost = figures.find(({ what }: { what: string }) => what === 'of these not found by two stages');
  expect(lost.value).toBe(0);
});

test('the face engine is timed on each back end there is', { timeout: 120_000 }, async () => {
  const { figures } = JSON.parse((await kiosk(['bench', 'face', '--json'], {})).out);
  expect(figures.some(({ what }: { what: string }) => what.startsWith('face, onnxruntime'))).toBe(true);
});

test('a bench over no gallery is refused', async () => {
  const ran = await kiosk(['bench', 'fingerprint', '--fingers', 'many', '--json'], {});
  expect(ran).toMatchObject({ code: 2 });
  expect(JSON.parse(ran.err).refusal).toMatchObject({ fields: ['--fingers'] });
});

test('the search among faces finds all that comparing everybody does', { timeout: 120_000 }, async () => {
  const { figures } = JSON.parse((await kiosk(['bench', 'gallery', '--json'], {})).out);
  const found = figures.filter(({ unit }: { unit: string }) => unit === '%');
  expect(found.length).toBeGreaterThan(0);
  for (const { value } of found) expect(value).toBe(100);
});

test('a programme trains the fingerprint engine on its own prints, and sees how it does on those it has not seen', async () => {
  const model = join(folder, 'model.json');
  const [dry, wet] = [join(folder, 'dry'), join(folder, 'wet')];
  for (const [seed, made] of [dry, wet].entries()) {
    await mkdir(made);
    for (let finger = 0; finger < 6; finger++)
      for (let touch = 0; touch < 4; touch++) {
        const print = impress(growFinger(10 * seed + finger), { seed: touch });
        await writeFile(join(made, `${finger}_${touch}.png`), await encodePrint(print));
      }
  }
  const asked = ['train', 'fingerprint', dry, wet, '--dpi', '500', '--output', model, '--json'];
  const ran = await kiosk(asked, {});
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(ran.out).folders).toMatchObject([
    { folder: 'dry', genuine: 36, impostor: 240 },
    { folder: 'wet', genuine: 36, impostor: 240 },
  ]);
  expect(JSON.parse(ran.out).pooled.eer).toBeLessThan(0.05);
  const written = JSON.parse(await readFile(model, 'utf8'));
  expect(Object.keys(written.looks)).toEqual(['proposed', 'paired', 'unbent']);

  const search = await kiosk(['evaluate', 'finger-search', dry, wet, '--json'], {});
  expect(search).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(search.out)).toMatchObject({ prints: 48, pairs: 2 * 6 * 4 * 3 });
  expect(JSON.parse(search.out).foundFirst).toBeGreaterThan(0.95);

  const quality = await kiosk(['train', 'print-quality', dry, wet, '--output', model, '--json'], {});
  expect(quality).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(quality.out)).toMatchObject({
    prints: 48,
    genuine: 72,
    heldOut: [{ discarded: 0 }, {}, {}, {}, {}],
  });
  expect(JSON.parse(await readFile(model, 'utf8'))).toMatchObject({ bias: expect.any(Number) });

  const oneFamily = await kiosk([...asked, '--families', 'a,a'], {});
  expect(oneFamily).toMatchObject({ code: 2 });
  expect(JSON.parse(oneFamily.err).refusal).toMatchObject({ fields: ['--families'] });
});

test('a handful of prints trains nothing, and the refusal says how many it takes', async () => {
  const model = join(folder, 'none.json');
  const prints = join(folder, 'prints');
  const other = join(folder, 'handful');
  await mkdir(other);
  for (const name of await readdir(prints)) await copyFile(join(prints, name), join(other, name));
  const few = await kiosk(['train', 'fingerprint', prints, other, '--output', model, '--json'], {});
  expect(few).toMatchObject({ code: 2 });
  expect(JSON.parse(few.err).refusal.fields[0]).toMatch(/^200 pairs of strangers/);
  expect(await readdir(folder)).not.toContain('none.json');
});
