import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openOutput } from './output-file.ts';
import { CommandRefused } from './session.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiosk-output-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it('a file appears whole, in place of what was there, and nothing else stays', async () => {
  const path = join(folder, 'scores.csv');
  await writeFile(path, 'old and longer');
  const output = await openOutput('--scores', path);
  expect(await readFile(path, 'utf8')).toBe('old and longer');
  await output.write(['new', '\n']);
  expect(await readFile(path, 'utf8')).toBe('new\n');
  expect(await readdir(folder)).toEqual(['scores.csv']);
});

it('content that fails half-way leaves what was there', async () => {
  const path = join(folder, 'scores.csv');
  await writeFile(path, 'old');
  const output = await openOutput('--scores', path);
  const failing = (function* () {
    yield 'half';
    throw new Error('no more');
  })();
  await expect(output.write(failing)).rejects.toThrow('no more');
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['scores.csv']);
});

it('a folder that is not there, and a folder in the place of the file, are refused before any work', async () => {
  await mkdir(join(folder, 'taken'));
  for (const path of ['none/scores.csv', 'taken']) {
    const refusal = await openOutput('--scores', join(folder, path)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(CommandRefused);
    expect(refusal).toMatchObject({ refusal: { code: 'cannot-write' } });
  }
  expect(await readdir(folder)).toEqual(['taken']);
});
