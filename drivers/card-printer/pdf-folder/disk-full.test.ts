import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPdfFolderPrinter } from './printer.ts';

const fullDevice = '/dev/full';

/** The card is written to a file that leads to a device which really is full; the kernel gives the error. */
test.skipIf(!existsSync(fullDevice))(
  `disk full: no half card is left (skipped where there is no ${fullDevice})`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cards-'));
    const printer = openPdfFolderPrinter(folder);
    const first = new TextEncoder().encode('%PDF the card as first printed');
    await printer.print({ name: 'card-1', pdf: first });
    await symlink(fullDevice, join(folder, '.card-1.pdf.partial'));
    expect(await printer.print({ name: 'card-1', pdf: first.slice(1) })).toEqual({ outcome: 'disk-full' });
    expect(await readdir(folder)).toEqual(['card-1.pdf']);
    expect(new Uint8Array(await readFile(join(folder, 'card-1.pdf')))).toEqual(first);
    expect(await printer.print({ name: 'card-1', pdf: first.slice(1) })).toEqual({ outcome: 'printed' });
    await rm(folder, { recursive: true });
  },
);
