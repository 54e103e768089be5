import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodePrint } from '#core/index.ts';
import { demoPeople, photograph, secondLook, touchOf } from '#demo/index.ts';
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

test('a programme measures the face engine on its own photos', async () => {
  const ran = await kiosk(['evaluate', 'face', join(folder, 'photos'), '--json'], {});
  expect(JSON.parse(ran.out)).toMatchObject({ images: 6, people: 3, genuine: 3, impostor: 12, rank1: 1 });
});

test('a resolution that is none is refused', async () => {
  const ran = await kiosk(['evaluate', 'fingerprint', join(folder, 'prints'), '--dpi', 'high'], {});
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toMatch(/^invalid-request \(--dpi\)/);
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

test('the bench gives ratios, not only milliseconds', async () => {
  const { cores, figures } = JSON.parse((await kiosk(['bench', '--json'], {})).out);
  expect(cores).toBeGreaterThan(0);
  for (const figure of figures) expect(figure.ratio).toBeGreaterThan(0);
});
