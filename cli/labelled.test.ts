import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { encodePrint } from '#core/index.ts';
import { findPrints, readPrints } from './labelled.ts';
import { CommandRefused } from './session.ts';

let folder: string;
const blank = await encodePrint({ width: 8, height: 8, dpi: 500, pixels: new Uint8Array(64) });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiosk-labelled-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function put(...names: string[]) {
  return Promise.all(names.map((name) => writeFile(join(folder, name), blank)));
}

it('the finger is all before the last underscore', async () => {
  await put('7_left_1.png', '7_left_10.png', '7_right_1.png');
  const { files } = await findPrints(folder);
  expect(files.map(({ finger, impression }) => `${finger} ${impression}`).sort()).toEqual([
    '7_left 1',
    '7_left 10',
    '7_right 1',
  ]);
});

it('files of other names are not prints, and prints in sub-folders are', async () => {
  await mkdir(join(folder, 'more'));
  await put('1_1.png', '1_2.png', 'more/2_1.png', 'README.md', 'cover.png', '_1.png', '3_1.tif');
  expect((await findPrints(folder)).files).toHaveLength(3);
});

it('files that are no picture are left out and counted', async () => {
  await put('1_1.png', '1_2.png', '2_1.png');
  await writeFile(join(folder, '2_2.png'), 'cut off');
  const { prints, unreadable } = await readPrints(await findPrints(folder), 512);
  expect(prints).toHaveLength(3);
  expect(prints[0].image.dpi).toBe(512);
  expect(unreadable).toBe(1);
});

it('a folder in which only pictures of one finger can be read is refused', async () => {
  await put('1_1.png', '1_2.png');
  await writeFile(join(folder, '2_1.png'), 'cut off');
  const found = await findPrints(folder);
  await expect(readPrints(found, 500)).rejects.toBeInstanceOf(CommandRefused);
});
