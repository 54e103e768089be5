import { access, constants, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CardJob, CardPrinter, PrintResult } from '../types.ts';

/*
 * A folder as a printer: for bureaux that print cards elsewhere, and for trying the kiosk without a printer. A
 * card appears whole or not at all: written beside its name, flushed, renamed, and the folder flushed.
 */

const diskFull = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * Cards go to `folder` (made if absent) as `<job name>.pdf`; the same card printed again replaces the file.
 * `disk-full` leaves nothing behind; a folder that cannot be written is `unreachable`.
 */
export function openPdfFolderPrinter(folder: string): CardPrinter {
  return {
    name: basename(folder),
    print: (job) => write(folder, job),
    recall: (name) =>
      access(join(folder, fileOf(name))).then(
        () => ({ outcome: 'printed' }),
        () => ({ outcome: 'unknown' }),
      ),
    status: async () => {
      const reached = mkdir(folder, { recursive: true }).then(() => access(folder, constants.W_OK));
      return reached.then(
        () => ({ state: 'idle', reason: null }),
        () => ({ state: 'unreachable', reason: null }),
      );
    },
    close: async () => {},
  };
}

async function write(folder: string, { name, pdf }: CardJob): Promise<PrintResult> {
  const fileName = fileOf(name);
  const partial = join(folder, `.${fileName}.partial`);
  try {
    await mkdir(folder, { recursive: true });
    await flushed(partial, 'w', (file) => file.writeFile(pdf));
    await rename(partial, join(folder, fileName));
    // Windows neither lets a folder be opened nor needs it.
    if (process.platform !== 'win32') await flushed(folder, 'r');
    return { outcome: 'printed' };
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {});
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    return { outcome: diskFull.has(code) ? 'disk-full' : 'unreachable' };
  }
}

const fileOf = (name: string) => `${name.replace(/[^\p{L}\p{N}_-]/gu, '_')}.pdf`;

type File = Awaited<ReturnType<typeof open>>;

async function flushed(path: string, flags: 'r' | 'w', use?: (file: File) => Promise<void>): Promise<void> {
  const file = await open(path, flags);
  try {
    await use?.(file);
    await file.sync();
  } finally {
    await file.close();
  }
}
