import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openPdfFolderPrinter } from './printer.ts';

const pdf = new TextEncoder().encode('%PDF-1.7 a card');

async function folderAtHand(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cards-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('a card appears under its name, whole, and nothing else', async () => {
  const folder = join(await folderAtHand(), 'made', 'when-needed');
  const printer = openPdfFolderPrinter(folder);
  expect(await printer.print({ name: 'card-1', pdf })).toEqual({ outcome: 'printed' });
  expect(await readdir(folder)).toEqual(['card-1.pdf']);
  expect(new Uint8Array(await readFile(join(folder, 'card-1.pdf')))).toEqual(pdf);
  expect(await printer.status()).toEqual({ state: 'idle', reason: null });
});

test('a name cannot lead out of the folder', async () => {
  const folder = await folderAtHand();
  await openPdfFolderPrinter(folder).print({ name: '../../card', pdf });
  expect(await readdir(folder)).toEqual(['______card.pdf']);
});

test('a folder that cannot be one is unreachable', async () => {
  const file = join(await folderAtHand(), 'taken');
  await writeFile(file, '');
  const printer = openPdfFolderPrinter(file);
  expect(await printer.print({ name: 'card-1', pdf })).toEqual({ outcome: 'unreachable' });
  expect(await printer.status()).toEqual({ state: 'unreachable', reason: null });
});

test('a folder tells by its name whether a card was written', async () => {
  const printer = openPdfFolderPrinter(await folderAtHand());
  expect(await printer.recall('card-1')).toEqual({ outcome: 'unknown' });
  await printer.print({ name: 'card-1', pdf });
  expect(await printer.recall('card-1')).toEqual({ outcome: 'printed' });
});
